// A router in a field of a struct, set in one method and used in another.
package main

import "net/http"

type server struct {
	mux   *http.ServeMux
	guard func(http.Handler) http.Handler
	admin group
	http  http.Server
}

type group struct {
	prefix string
	mux    *http.ServeMux
}

func main() {
	s := new(server)
	s.setUp()
	s.routes()
	s.run()
}

func (s *server) setUp() {
	s.mux = http.NewServeMux()
	s.guard = requireUser
	s.admin = group{"/admin", s.mux}
	s.http.Addr = ":8080"
}

func (s *server) routes() {
	s.mux.Handle("GET /mine", s.guard(http.HandlerFunc(ok))) // want `^GET /mine: guarded authn requireUser\[\]\[401\]$`
	s.mux.HandleFunc("GET /all", s.all)                      // want `^GET /all: unguarded none$`
	s.admin.add("GET", "/users", s.guard)                    // want `^GET /admin/users: guarded authn requireUser\[\]\[401\]$`
	copied := s.admin                                        // a copy that shares the mux
	copied.prefix = "/copied"
	copied.add("GET", "/users", nil)       // want `^GET /copied/users: unguarded none$`
	s.admin.add("GET", "/groups", s.guard) // want `^GET /admin/groups: guarded authn requireUser\[\]\[401\]$`
	(&s.admin).rename("/root")
	s.admin.add("PUT", "/groups", nil) // want `^PUT /root/groups: unguarded none$`
}

func (g group) add(method, path string, guard func(http.Handler) http.Handler) {
	var h http.Handler = http.HandlerFunc(ok)
	if guard != nil {
		h = guard(h)
	}
	g.mux.Handle(method+" "+g.prefix+path, h)
	g.prefix = "/lost" // a change to the copy only
}

func (g *group) rename(prefix string) { g.prefix = prefix }

func (s *server) all(w http.ResponseWriter, r *http.Request) {}

func (s *server) run() error {
	s.http.Handler = s.mux
	return s.http.ListenAndServe()
}

func ok(w http.ResponseWriter, r *http.Request) {}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
