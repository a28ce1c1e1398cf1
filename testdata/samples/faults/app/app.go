// Package app is an application with the mistakes that rules find, each on a line that
// says so, and beside each the same done well.
package app

import (
	"net/http"
	"strings"
	"sync"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New returns the application.
func New() http.Handler {
	mux := http.NewServeMux()
	answers(mux)
	checks(mux)
	doors(mux)
	roles(mux)
	verdicts(mux)
	mux.Handle("/gin/", ofGin())
	mux.Handle("/echo/", ofEcho())
	mux.Handle("/chi/", ofChi())
	mux.Handle("/mended/", mended())
	return mux
}

// user is who sent the request, or nil.
func user(r *http.Request) *auth.User {
	u, _ := auth.Authenticate(r)
	return u
}

// answers confuse who somebody is with what they may.
func answers(mux *http.ServeMux) {
	mux.HandleFunc("GET /answers/nobody", func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.Error(w, "forbidden", http.StatusForbidden) // want status401403
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /answers/both", func(w http.ResponseWriter, r *http.Request) {
		if u := user(r); u == nil || !u.Has("admin") {
			http.Error(w, "forbidden", http.StatusForbidden) // want status401403
			return
		}
		auth.Done(w, r)
	})
	mux.Handle("GET /answers/known", auth.Require(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !auth.Current(r.Context()).Has("admin") {
			http.Error(w, "unauthorized", http.StatusUnauthorized) // want status401403
			return
		}
		auth.Done(w, r)
	})))
	mux.HandleFunc("GET /answers/right", func(w http.ResponseWriter, r *http.Request) {
		if auth.Check(w, r, "admin") {
			auth.Done(w, r)
		}
	})
	mux.HandleFunc("POST /answers/forged", func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("csrf")
		if err != nil || c.Value != r.FormValue("csrf") { // it is not about who asks
			http.Error(w, "forged", http.StatusForbidden)
			return
		}
		if auth.Check(w, r, "admin") {
			auth.Done(w, r)
		}
	})
	mux.HandleFunc("GET /answers/hidden", func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.NotFound(w, r)
			return
		}
		auth.Done(w, r)
	})
}

var (
	mu    sync.Mutex
	store = map[string]string{}
)

// checks come without a consequence, too late, or for some only.
func checks(mux *http.ServeMux) {
	mux.HandleFunc("POST /checks/goes-on", func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized) // want continues
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("POST /checks/stops", func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("POST /checks/helped", func(w http.ResponseWriter, r *http.Request) {
		if _, ok := helped(w, r); ok {
			auth.Done(w, r)
		}
	})
	mux.HandleFunc("POST /checks/late", func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		store[r.FormValue("id")] = r.FormValue("text")
		mu.Unlock()
		w.Header().Set("X-Acted", "yes")
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized) // want latecheck
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("POST /checks/early", func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		mu.Lock()
		store[r.FormValue("id")] = r.FormValue("text")
		mu.Unlock()
		auth.Done(w, r)
	})
	mux.Handle("POST /checks/some", wrongTokens(http.HandlerFunc(auth.Done)))
	mux.Handle("POST /checks/asset", exceptAssets(http.HandlerFunc(auth.Done)))
	mux.Handle("POST /checks/all", auth.Require(http.HandlerFunc(auth.Done)))
	mux.Handle("POST /checks/identified", auth.Identify(http.HandlerFunc(stock)))  // want failopen
	mux.Handle("POST /checks/asked", auth.Identify(http.HandlerFunc(askedDeeper))) // another door for who is known
}

// helped answers for the handler, which only has to ask whether it did.
func helped(w http.ResponseWriter, r *http.Request) (*auth.User, bool) {
	u, ok := bySession(r)
	if !ok {
		http.Error(w, "log in", http.StatusUnauthorized)
	}
	return u, ok
}

// bySession is who the cookie says it is.
func bySession(r *http.Request) (*auth.User, bool) {
	c, err := r.Cookie("session")
	if err != nil {
		return nil, false
	}
	u, ok := sessions[c.Value]
	return u, ok
}

var sessions = map[string]*auth.User{"user": {Name: "user"}, "admin": {Name: "admin"}}

// wrongTokens refuses tokens that are wrong, and asks for none.
func wrongTokens(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "" && user(r) == nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// exceptAssets lets style sheets pass, and what says in its query that it is one.
func exceptAssets(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.RequestURI, ".css") { // want failopen
			next.ServeHTTP(w, r)
			return
		}
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func stock(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func askedDeeper(w http.ResponseWriter, r *http.Request) {
	if auth.Current(r.Context()) == nil {
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// doors lead to one thing, and one of them stands open.
func doors(mux *http.ServeMux) {
	mux.Handle("DELETE /doors/{id}", auth.Role("admin")(http.HandlerFunc(remove)))
	mux.HandleFunc("DELETE /old/doors/{id}", remove) // want bypass
	mux.Handle("GET /doors/list", auth.Require(http.HandlerFunc(list)))
	mux.Handle("GET /old/doors/list", auth.Require(http.HandlerFunc(list)))
	mux.Handle("GET /doors/shared/a", auth.Require(http.HandlerFunc(page)))
	mux.HandleFunc("GET /doors/shared/b", page) // want unguarded
	mux.HandleFunc("GET /doors/shared/c", page) // want unguarded
	mux.HandleFunc("GET /doors/shared/d", page) // want unguarded
	mux.Handle("GET /doors/plan", auth.Require(http.HandlerFunc(auth.Done)))
	mux.HandleFunc("GET /doors/plan/", auth.Done)     // want bypass
	mux.HandleFunc("POST /doors/plan/new", auth.Done) // want unguarded
}

func remove(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

// page is the same for many routes: that one of them is guarded says nothing of the others.
func page(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func list(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

// roles are demanded of all routes under a prefix but one.
func roles(mux *http.ServeMux) {
	admin := auth.Role("admin")
	mux.Handle("GET /roles/users", admin(http.HandlerFunc(auth.Done)))
	mux.Handle("POST /roles/users", admin(http.HandlerFunc(auth.Done)))
	mux.Handle("PUT /roles/users/{id}", admin(http.HandlerFunc(auth.Done)))
	mux.Handle("DELETE /roles/users/{id}", auth.Require(http.HandlerFunc(auth.Done))) // want weakguard
	mux.Handle("GET /members/users", admin(http.HandlerFunc(auth.Done)))
	mux.Handle("POST /members/users", admin(http.HandlerFunc(auth.Done)))
	mux.Handle("GET /members/me", auth.Require(http.HandlerFunc(auth.Done)))
	mux.Handle("PUT /members/me", auth.Require(http.HandlerFunc(auth.Done)))
	//guardvet:public everybody may look
	mux.Handle("GET /members/all", auth.Require(http.HandlerFunc(auth.Done))) // want:-1 publicreason
}
