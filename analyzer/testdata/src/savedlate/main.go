// What is kept of a visit is saved when the answer is written, also when that is a refusal. Whether there was anything to save, and
// whether that was possible, lets nobody pass.
package main

import (
	"context"
	"net/http"
	"os"
)

type visit struct{ role string }

type key struct{}

func main() {
	http.Handle("DELETE /rows", kept(require("admin", http.HandlerFunc(remove)))) // want `^DELETE /rows: guarded authz kept\[\]\[401\] require\[admin\]\[401 403\]$`
	http.Handle("GET /rows", kept(http.HandlerFunc(show)))                        // want `^GET /rows: unguarded none$`
	http.ListenAndServe("", nil)
}

// saver saves what is kept before the answer begins.
type saver struct {
	http.ResponseWriter
	request *http.Request
	saved   bool
}

func (s *saver) WriteHeader(status int) {
	s.save()
	s.ResponseWriter.WriteHeader(status)
}

func (s *saver) Write(b []byte) (int, error) {
	s.save()
	return s.ResponseWriter.Write(b)
}

func (s *saver) save() {
	if s.saved {
		return
	}
	s.saved = true
	if !dirty() {
		return
	}
	if err := store(); err != nil {
		failed(s.ResponseWriter, s.request, err)
	}
}

var dirty = func() bool { return os.Getpid()%2 == 0 }

var store = func() error { return os.WriteFile("visit", nil, 0o600) }

var failed = func(w http.ResponseWriter, r *http.Request, err error) {
	http.Error(w, err.Error(), http.StatusInternalServerError)
}

func kept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{}
		if c, err := r.Cookie("visit"); err == nil {
			v = visits[c.Value]
		}
		s := &saver{ResponseWriter: w, request: r}
		next.ServeHTTP(s, r.WithContext(context.WithValue(r.Context(), key{}, v)))
		s.save()
	})
}

var visits = map[string]*visit{}

func require(role string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, _ := r.Context().Value(key{}).(*visit)
		if v == nil || v.role == "" {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if v.role != role {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func remove(w http.ResponseWriter, r *http.Request) { w.Write([]byte("removed")) }

func show(w http.ResponseWriter, r *http.Request) { w.Write([]byte("rows")) }
