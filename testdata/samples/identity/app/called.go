package app

import (
	"bytes"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"sync"
	"text/template"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// searched is who a function finds that a library calls.
func searched(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var user *auth.User
		_ = slices.ContainsFunc(r.Header.Values("Authorization"), func(string) bool {
			user = sender(r)
			return user != nil
		})
		if user == nil {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// waited is who another goroutine finds.
func waited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := ""
		var wait sync.WaitGroup
		wait.Add(1)
		go func() {
			defer wait.Done()
			if user := sender(r); user != nil {
				name = user.Name
			}
		}()
		wait.Wait()
		if name == "" {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// counted finds nobody in the function that is called: it counts.
func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		words := 0
		_ = strings.FieldsFunc(r.UserAgent(), func(c rune) bool {
			words++
			return c == ' '
		})
		if words < 0 {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var page = template.Must(template.New("").Parse("{{.ID}}"))

// logged writes who asks into every line, and has nothing to refuse but pages that are not there.
func logged(w http.ResponseWriter, r *http.Request) {
	name := ""
	if user := sender(r); user != nil {
		name = user.Name
	}
	var out bytes.Buffer
	if err := page.Execute(&out, struct {
		ID  string
		Log *slog.Logger
	}{r.FormValue("id"), slog.With("user", name)}); err != nil {
		w.WriteHeader(404)
		return
	}
	auth.Done(w, r)
}

// ranged looks for a word in what it goes through, and lets everybody pass.
func ranged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user := sender(r)
		for word := range strings.FieldsSeq(r.UserAgent()) {
			if user != nil && word == "nobody" {
				user = nil
			}
		}
		next.ServeHTTP(w, r)
	})
}
