package app

import (
	"net/http"

	"github.com/gorilla/context"
	"github.com/gorilla/sessions"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// Shop is a store of sessions: there is one for everybody, and nothing in it for who has not logged in.
var Shop = sessions.NewCookieStore([]byte("secret"))

func shop(mux *http.ServeMux) {
	done := http.HandlerFunc(auth.Done)
	mux.Handle("GET /shop/open", customer(done)) // planted fault: only who is gone is sent away
	mux.Handle("GET /shop/known", customer(asked(done)))
	mux.Handle("GET /shop/noted", noted(done))
	mux.Handle("GET /shop/manager", noted(managers(done)))
	mux.Handle("GET /shop/guest", managed(done))
	mux.HandleFunc("GET /shop/there", func(w http.ResponseWriter, r *http.Request) {
		s, err := Shop.Get(r, "shop")
		if err != nil || s == nil { // planted fault: there is a session for everybody
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /shop/said", func(w http.ResponseWriter, r *http.Request) {
		s, _ := Shop.Get(r, "shop")
		if in, ok := s.Values["in"].(bool); !ok || !in {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
}

// customer finds out who has logged in, and sends away whose account is gone.
func customer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s, _ := Shop.Get(r, "shop")
		if s.Values["user"] != nil {
			u, err := auth.Find("Bearer " + s.Values["user"].(string))
			if err != nil {
				s.Values["user"] = nil
				s.Save(r, w)
				http.Redirect(w, r, "/shop", http.StatusFound)
				return
			}
			r = r.WithContext(auth.With(r.Context(), u))
		}
		next.ServeHTTP(w, r)
	})
}

// asked sends those to the login of whom nothing is known.
func asked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if auth.Current(r.Context()) == nil {
			http.Redirect(w, r, "/shop/login", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// noted keeps who asks beside the request.
func noted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s, _ := Shop.Get(r, "shop")
		name, _ := s.Values["user"].(string)
		u, err := auth.Find("Bearer " + name)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		context.Set(r, "customer", u)
		next.ServeHTTP(w, r)
	})
}

func managers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !context.Get(r, "customer").(*auth.User).Has("admin") {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// managed refuses those of whom it knows that they are no managers.
func managed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, ok := context.GetOk(r, "customer"); ok && !u.(*auth.User).Has("admin") { // planted fault: nobody has put anybody there
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
