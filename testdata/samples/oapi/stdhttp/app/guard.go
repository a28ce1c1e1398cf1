package app

import (
	"context"
	"net/http"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/oapi/stdhttp/api"
	"github.com/guardvet/guardvet/testdata/served"
)

type reader struct{ librarian bool }

var readers = map[string]*reader{"user": {}, "admin": {librarian: true}}

type readerKey struct{}

// loadReader puts who reads into the context. It asks for nothing.
func loadReader(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if reader, ok := readers[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]; ok {
			r = r.WithContext(context.WithValue(r.Context(), readerKey{}, reader))
		}
		next.ServeHTTP(w, r)
	})
}

func readerOf(r *http.Request) *reader {
	reader, _ := r.Context().Value(readerKey{}).(*reader)
	return reader
}

// demandScopes asks for what the document demands of the operation.
func demandScopes(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		scopes, secured := r.Context().Value(api.BearerAuthScopes).([]string)
		if !secured {
			next.ServeHTTP(w, r)
			return
		}
		reader := readerOf(r)
		if reader == nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		for _, scope := range scopes {
			if scope == "librarian" && !reader.librarian {
				http.Error(w, "librarians only", http.StatusForbidden)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

func acted(w http.ResponseWriter, status int) {
	w.Header().Set(served.Acted, "yes")
	w.WriteHeader(status)
}
