// Program optional_steps puts middleware around handlers that settings add: more of it than could be
// told apart as so many lists, or as so many handlers.
package main

import (
	"log"
	"net/http"
	"os"
)

type settings struct{ trace, zip, cors, limit, audit, secure bool }

func load() settings {
	on := func(name string) bool { return os.Getenv(name) != "" }
	return settings{on("TRACE"), on("ZIP"), on("CORS"), on("LIMIT"), on("AUDIT"), on("SECURE")}
}

type middleware func(http.Handler) http.Handler

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+os.Getenv("TOKEN") {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func basic(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, password, ok := r.BasicAuth(); !ok || password != os.Getenv("PASSWORD") {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func named(name string) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			log.Print(name, r.URL.Path)
			next.ServeHTTP(w, r)
		})
	}
}

// wrapped is put around a handler step by step.
func wrapped(s settings, h http.Handler) http.Handler {
	if s.trace {
		h = named("trace")(h)
	}
	if s.zip {
		h = named("zip")(h)
	}
	if s.cors {
		h = named("cors")(h)
	}
	if s.secure {
		h = auth(h)
	}
	if s.limit {
		h = named("limit")(h)
	}
	if s.audit {
		h = named("audit")(h)
	}
	return h
}

// listed puts the same together in a list.
func listed(s settings, always ...middleware) []middleware {
	var list []middleware
	if s.trace {
		list = append(list, named("trace"))
	}
	if s.zip {
		list = append(list, named("zip"))
	}
	if s.cors {
		list = append(list, named("cors"))
	}
	list = append(list, always...)
	if s.limit {
		list = append(list, named("limit"))
	}
	return list
}

func fold(list []middleware, h http.Handler) http.Handler {
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i](h)
	}
	return h
}

// A filter is middleware of another form: it is given what comes next.
type filter interface {
	filter(w http.ResponseWriter, r *http.Request, next http.HandlerFunc)
}

type filterFunc func(w http.ResponseWriter, r *http.Request, next http.HandlerFunc)

func (f filterFunc) filter(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	f(w, r, next)
}

type asks struct{}

func (asks) filter(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if r.Header.Get("X-Api-Key") != os.Getenv("KEY") {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	next(w, r)
}

type logs struct{ name string }

func (l logs) filter(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	log.Print(l.name)
	next(w, r)
}

// A link calls its filter with the link behind it.
type link struct {
	filter interface {
		filter(w http.ResponseWriter, r *http.Request, next http.HandlerFunc)
	}
	next func(w http.ResponseWriter, r *http.Request)
}

func (l link) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.filter.filter(w, r, l.next)
}

func build(list []filter) link {
	if len(list) == 0 {
		return link{filterFunc(func(http.ResponseWriter, *http.Request, http.HandlerFunc) {}), (&link{}).ServeHTTP}
	}
	next := build(list[1:])
	return link{list[0], next.ServeHTTP}
}

type stack struct {
	first link
	list  []filter
}

func (s *stack) use(f filter) {
	s.list = append(s.list, f)
	s.first = build(s.list)
}

func (s *stack) handler(h http.Handler) {
	s.use(filterFunc(func(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
		h.ServeHTTP(w, r)
		next(w, r)
	}))
}

func (s *stack) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.first.ServeHTTP(&writer{w}, r) }

type writer struct{ http.ResponseWriter }

func stacked(s settings, demands bool, h http.Handler) http.Handler {
	st := &stack{}
	if s.trace {
		st.use(logs{"trace"})
	}
	if s.zip {
		st.use(logs{"zip"})
	}
	if s.cors {
		st.use(logs{"cors"})
	}
	if demands {
		st.use(asks{})
	}
	if s.limit {
		st.use(logs{"limit"})
	}
	if s.audit {
		st.handler(named("audit")(h))
	} else {
		st.handler(h)
	}
	return st
}

// A module registers its own routes.
type module interface{ register(mux *http.ServeMux) }

type public struct{}

func (public) register(mux *http.ServeMux) { mux.HandleFunc("GET /pages", answer) } // want `^GET /pages: unguarded none$`

type debugging struct{}

func (debugging) register(mux *http.ServeMux) { mux.HandleFunc("GET /dump", answer) } // want `^GET /dump: unguarded none if s.trace$`

func answer(w http.ResponseWriter, r *http.Request) { w.Write([]byte("answer")) }

func main() {
	s := load()
	h := http.HandlerFunc(answer)
	mux := http.NewServeMux()
	mux.Handle("GET /wrapped", wrapped(s, h))                           // want `^GET /wrapped: unknown conditional auth\[\]\[401\] only if s.secure$`
	mux.Handle("GET /behind", auth(wrapped(s, h)))                      // want `^GET /behind: guarded authn auth`
	mux.Handle("GET /listed", fold(listed(s, auth), h))                 // want `^GET /listed: guarded authn auth`
	mux.Handle("GET /open", fold(listed(s), h))                         // want `^GET /open: unguarded none$`
	mux.Handle("GET /stacked", stacked(s, true, h))                     // want `^GET /stacked: guarded authn`
	mux.Handle("GET /loose", stacked(s, false, h))                      // want `^GET /loose: unguarded none$`
	mux.Handle("GET /settled", stacked(s, s.secure, h))                 // want `^GET /settled: unknown conditional`
	mux.Handle("GET /one-of-two", fold(oneOfTwo(s, named("a")), h))     // want `^GET /one-of-two: guarded authn`
	mux.Handle("GET /two-or-none", fold(listed(s, twoOrNone(s)...), h)) // want `^GET /two-or-none: unknown conditional .*only if s.secure`
	modules := []module{public{}}
	if s.trace {
		modules = append(modules, debugging{})
	}
	for _, m := range modules {
		m.register(mux)
	}
	http.ListenAndServe(":80", mux)
}

func oneOfTwo(s settings, others ...middleware) []middleware {
	list := append([]middleware{}, others...)
	if s.secure {
		list = append(list, auth)
	} else {
		list = append(list, basic)
	}
	return append(list, named("b"))
}

func twoOrNone(s settings) []middleware {
	if !s.secure {
		return nil
	}
	return []middleware{named("who"), auth}
}
