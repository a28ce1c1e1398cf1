package app

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A wish is what a request asks for. A step leaves it in the context, for those behind; it proves nothing.
type wish struct {
	Name, Page string
	by         *auth.User
}

type (
	wishKey struct{}
	pageKey struct{}
)

func leavesWishes(mux *http.ServeMux) {
	mux.Handle("GET /said/body", chain(done, []wrapper{takeApart, shortName}))                          // planted fault: a name that is not too long is all it asks for
	mux.Handle("GET /said/page", chain(done, []wrapper{takePage, shortPage}))                           // planted fault: the same, of a page
	mux.Handle("GET /said/known", chain(done, []wrapper{takeApart, auth.Require, shortName}))           //
	mux.Handle("GET /said/filled", chain(done, []wrapper{takeApart, shortName, fillWish, wishedByOne})) // who asks is filled in
}

// takeApart leaves what the body says.
func takeApart(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var m wish
		json.NewDecoder(r.Body).Decode(&m)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), wishKey{}, &m)))
	})
}

func shortName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m, ok := r.Context().Value(wishKey{}).(*wish)
		if !ok || len(m.Name) > 100 {
			http.Error(w, "the name is too long", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func takePage(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), pageKey{}, r.URL.Query().Get("page"))))
	})
}

func shortPage(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.Context().Value(pageKey{}).(string)) > 100 {
			http.Error(w, "no such page", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func fillWish(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := auth.Authenticate(r); err == nil {
			r.Context().Value(wishKey{}).(*wish).by = u
		}
		next.ServeHTTP(w, r)
	})
}

func wishedByOne(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(wishKey{}).(*wish).by == nil {
			http.Error(w, "nobody wishes that", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
