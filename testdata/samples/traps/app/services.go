package app

import (
	"cmp"
	"context"
	"io/fs"
	"net/http"
	"os"
	"strconv"
	"testing/fstest"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// services are what the application is made of; middleware leaves them in the context for the
// handlers, the same for every request.
type services struct{ files fs.FS }

func (s *services) installed() bool {
	_, err := fs.Stat(s.files, ".")
	return err == nil
}

// member finds who has a number; who has none is a guest.
func (s *services) member(id int) (fs.FileInfo, error) {
	if id > 0 {
		return fs.Stat(s.files, "member"+strconv.Itoa(id))
	}
	return fs.Stat(s.files, ".")
}

type (
	servicesKey struct{}
	filesKey    struct{}
	stateKey    struct{}
	memberKey   struct{}
	idKey       struct{}
)

// A state is what a request is served with.
type state struct {
	of   *services
	user *auth.User
}

// Of those who are nobody it is this one who asks, or, of all others, that one.
var (
	guest  = &auth.User{Name: cmp.Or(os.Getenv("GUEST"), "guest")}
	member = &auth.User{Name: cmp.Or(os.Getenv("MEMBER"), "member")}
)

func leavesServices(mux *http.ServeMux) {
	all := &services{files: os.DirFS(cmp.Or(os.Getenv("DIR"), "."))}
	inject := with(servicesKey{}, all)
	mux.Handle("GET /services/installed", chain(done, []wrapper{inject, installed})) // planted fault: it asks whether there is a site, and nobody who it is
	mux.Handle("GET /services/files", chain(done, []wrapper{with(filesKey{}, all.files), readable}))
	mux.Handle("GET /services/state", chain(done, []wrapper{begin(all), stateInstalled}))
	mux.Handle("GET /services/forked", chain(done, []wrapper{fork(all), forkInstalled}))
	mux.Handle("GET /services/guests", chain(done, []wrapper{inject, numbered, members})) // planted fault: a guest is somebody
	mux.Handle("GET /services/people", chain(done, []wrapper{numbered, looksUp}))         // planted fault: nobody has the number 0, under which there is a guest
	mux.Handle("GET /services/sent", chain(done, []wrapper{numbered, looksUpSent}))       // planted fault: who sends no key is looked up by that number, too
	mux.Handle("GET /services/known", chain(done, []wrapper{inject, auth.Require, installed}))
	mux.Handle("GET /services/filled", chain(done, []wrapper{begin(all), fillIn, filled}))
	mux.Handle("GET /services/replaced", chain(done, []wrapper{with(memberKey{}, guest), replace, noGuest}))
	mux.Handle("GET /services/picked", chain(done, []wrapper{pick, noGuest}))
}

// with leaves something in the context, the same for everybody.
func with(key, v any) wrapper {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key, v)))
		})
	}
}

// begin leaves a state, made for the request, in which nobody asks so far.
func begin(all *services) wrapper {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), stateKey{}, &state{of: all})))
		})
	}
}

// A site may be asked whether it is there.
type site interface{ installed() bool }

// A forked is the services, with the name of the request that they are for.
type forked struct {
	name string
	*services
}

type forkedKey struct{}

// fork leaves the services, in a struct that is made for the request.
func fork(all *services) wrapper {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), forkedKey{}, &forked{r.URL.Path, all})))
		})
	}
}

func forkInstalled(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !r.Context().Value(forkedKey{}).(site).installed() {
			http.Redirect(w, r, "/install", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *services) gate(next http.Handler, w http.ResponseWriter, r *http.Request) {
	if !s.installed() {
		http.Redirect(w, r, "/install", http.StatusFound)
		return
	}
	next.ServeHTTP(w, r)
}

func installed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Context().Value(servicesKey{}).(*services).gate(next, w, r)
	})
}

func stateInstalled(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Context().Value(stateKey{}).(*state).of.gate(next, w, r)
	})
}

func readable(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		files, ok := r.Context().Value(filesKey{}).(fs.FS)
		if _, err := fs.Stat(files, "."); !ok || err != nil {
			http.Redirect(w, r, "/install", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// numbered leaves the number of who asks, if that is somebody.
func numbered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := auth.Authenticate(r); err == nil {
			r = r.WithContext(context.WithValue(r.Context(), idKey{}, len(u.Name)))
		}
		next.ServeHTTP(w, r)
	})
}

// members says with 200 that something is wrong.
func members(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := r.Context().Value(idKey{}).(int)
		if _, err := r.Context().Value(servicesKey{}).(*services).member(id); err != nil {
			w.WriteHeader(http.StatusOK)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// people have numbers; 0 is for guests.
var people fs.FS = fstest.MapFS{"0": {}, "4": {}, "5": {}}

// looksUp says with 200 that there is nobody with a number.
func looksUp(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := r.Context().Value(idKey{}).(int)
		if _, err := fs.Stat(people, strconv.Itoa(id)); err != nil {
			w.WriteHeader(http.StatusOK)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// looksUpSent looks up the key that is sent, or else the number, and says with 200 that there is nobody.
func looksUpSent(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := r.Context().Value(idKey{}).(int)
		name := strconv.Itoa(id)
		if key := r.Header.Get("Authorization"); key != "" {
			name = key
		}
		if _, err := fs.Stat(people, name); err != nil {
			w.WriteHeader(http.StatusOK)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func fillIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := auth.Authenticate(r); err == nil {
			r.Context().Value(stateKey{}).(*state).user = u
		}
		next.ServeHTTP(w, r)
	})
}

func filled(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(stateKey{}).(*state).user == nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func replace(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := auth.Authenticate(r); err == nil {
			r = r.WithContext(context.WithValue(r.Context(), memberKey{}, u))
		}
		next.ServeHTTP(w, r)
	})
}

func pick(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who := guest
		if _, err := auth.Authenticate(r); err == nil {
			who = member
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), memberKey{}, who)))
	})
}

func noGuest(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, _ := r.Context().Value(memberKey{}).(*auth.User); u == nil || u.Name == guest.Name {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
