package app

import (
	"net/http"
	"regexp"
)

var (
	logins  = regexp.MustCompile("/login")
	started = regexp.MustCompile("^/expressed/started/login")
	styles  = regexp.MustCompile(`\.(css|js)$`)
	lists   = []*regexp.Regexp{regexp.MustCompile("^/expressed/listed/(login|logout)$"), regexp.MustCompile("^/expressed/listed/v[0-9]+/open/")}
)

// expressed guards all but some, and says by regular expressions which.
func expressed(m *http.ServeMux) {
	each := func(below string, asked func(http.Handler) http.Handler, rest ...string) {
		inner := http.NewServeMux()
		for _, p := range rest {
			inner.Handle("POST "+below+p, done)
		}
		m.Handle(below, asked(inner))
	}
	each("/expressed/sent/", exceptSent, "users", "users/{id}")
	each("/expressed/styles/", exceptStyles, "users")
	each("/expressed/started/", exceptStarted, "login", "users", "users/{id}")                            // want unguarded
	each("/expressed/listed/", exceptListed, "login", "login2", "v1/open/{id}", "v1/users", "users/{id}") // want unguarded
}

// exceptSent looks for it in the query, too.
func exceptSent(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !logins.MatchString(r.URL.String()) && user(r) == nil { // want failopen
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// exceptStyles looks for the end of all that was sent.
func exceptStyles(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !styles.MatchString(r.RequestURI) && user(r) == nil { // want failopen
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// exceptStarted looks for the start of it, which nobody chooses.
func exceptStarted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !started.MatchString(r.RequestURI) && user(r) == nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// exceptListed looks for one of several in the path.
func exceptListed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, open := range lists {
			if open.MatchString(r.URL.Path) {
				next.ServeHTTP(w, r)
				return
			}
		}
		if user(r) == nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
