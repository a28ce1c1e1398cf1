// Lists of middleware and of hooks, to which a condition adds at registration.
package main

import (
	"log"
	"net/http"
	"os"
)

type middleware func(http.Handler) http.Handler

func authorize(w http.ResponseWriter, r *http.Request) bool {
	if r.Header.Get("Authorization") != "Bearer token" {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return false
	}
	return true
}

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if authorize(w, r) {
			next.ServeHTTP(w, r)
		}
	})
}

func logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

// fold wraps a handler in a list of middleware.
func fold(h http.Handler, list []middleware) http.Handler {
	for _, m := range list {
		h = m(h)
	}
	return h
}

type hook interface {
	admit(w http.ResponseWriter, r *http.Request) bool
}

type (
	checks struct{}
	logs   struct{}
)

func (checks) admit(w http.ResponseWriter, r *http.Request) bool { return authorize(w, r) }

func (logs) admit(w http.ResponseWriter, r *http.Request) bool {
	log.Print(r.URL.Path)
	return true
}

// hooked asks every hook before the handler.
func hooked(h http.HandlerFunc, hooks ...hook) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, k := range hooks {
			if !k.admit(w, r) {
				return
			}
		}
		h(w, r)
	}
}

// askedByHelper does the same by a helper.
func askedByHelper(h http.HandlerFunc, hooks []hook) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if admitted(hooks, w, r) {
			h(w, r)
		}
	}
}

func admitted(hooks []hook, w http.ResponseWriter, r *http.Request) bool {
	for _, k := range hooks {
		if !k.admit(w, r) {
			return false
		}
	}
	return true
}

func answer(w http.ResponseWriter, r *http.Request) { w.Write([]byte("answer")) }

func main() {
	production := os.Getenv("PRODUCTION") != ""

	var list []middleware
	if production {
		list = append(list, auth)
	}
	list = append(list, logging)
	http.Handle("GET /folded", fold(http.HandlerFunc(answer), list)) // want `^GET /folded: unknown conditional auth\[\]\[401\] only if production$`

	var logged []hook
	if production {
		logged = append(logged, logs{})
	}
	logged = append(logged, checks{})
	http.HandleFunc("GET /logged", hooked(answer, logged...)) // want `^GET /logged: guarded authn hooked\[\]\[401\]$`
	logged = append(logged, logs{})
	http.HandleFunc("GET /logged-again", hooked(answer, logged...)) // want `^GET /logged-again: guarded authn hooked\[\]\[401\]$`

	var checked []hook
	if production {
		checked = append(checked, checks{})
	}
	http.HandleFunc("GET /checked", hooked(answer, checked...)) // want `^GET /checked: unknown conditional hooked\[\]\[401\] only if`
	checked = append(checked, logs{})
	http.HandleFunc("GET /checked-and-logged", hooked(answer, checked...)) // want `^GET /checked-and-logged: unknown conditional hooked\[\]\[401\] only if`

	var either []hook
	if production {
		either = append(either, checks{})
	} else {
		either = append(either, logs{})
	}
	http.HandleFunc("GET /either", askedByHelper(answer, either)) // want `^GET /either: unknown conditional askedByHelper\[\]\[401\] only if`

	http.ListenAndServe(":8080", nil)
}
