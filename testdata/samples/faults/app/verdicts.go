package app

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// verdicts are asked for, and some of them are not listened to.
func verdicts(mux *http.ServeMux) {
	mux.Handle("POST /verdicts/heard", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		if err := may(r, "admin"); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/dropped", known(func(w http.ResponseWriter, r *http.Request) {
		may(r, "admin") // want ignored
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/blank", known(func(w http.ResponseWriter, r *http.Request) {
		_ = may(r, "admin") // want ignored
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/overwritten", known(func(w http.ResponseWriter, r *http.Request) {
		err := may(r, "admin") // want ignored
		err = r.ParseForm()
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/both", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		allowed, err := allows(r, "admin")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if !allowed {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/error", known(func(w http.ResponseWriter, r *http.Request) {
		if _, err := allows(r, "admin"); err != nil { // want ignored
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/handed", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		if !answered(w, may(r, "admin")) {
			auth.Done(w, r)
		}
	}))
	mux.Handle("POST /verdicts/kept", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		allowed := may(r, "admin") == nil
		if !allowed {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/settled", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		if !settled(w, r) {
			return
		}
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/last", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		settled(w, r) // there is nothing left to do
	}))
	mux.Handle("POST /verdicts/folder", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		if err := os.MkdirAll(folder(r), 0o700); err != nil {
			http.Error(w, "you have no folder", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	}))
	mux.Handle("PUT /verdicts/folder", known(func(w http.ResponseWriter, r *http.Request) { // fine ignored
		os.MkdirAll(folder(r), 0o700) // the operating system knows nothing of who asks
		auth.Done(w, r)
	}))
	mux.Handle("POST /verdicts/returned", known(returning(func(w http.ResponseWriter, r *http.Request) error { // fine ignored
		if err := mayReturn(r, "admin"); err != nil {
			return err
		}
		auth.Done(w, r)
		return nil
	})))
	mux.Handle("POST /verdicts/forgotten", known(returning(func(w http.ResponseWriter, r *http.Request) error {
		mayReturn(r, "admin") // want ignored
		auth.Done(w, r)
		return nil
	})))
	//guardvet:public the page is there for everybody
	mux.HandleFunc("GET /verdicts/shown", func(w http.ResponseWriter, r *http.Request) { // fine ignored
		u, _ := bySession(r)
		if u != nil {
			w.Header().Set("X-Name", u.Name)
		}
		auth.Done(w, r)
	})
	mux.Handle("GET /verdicts/misspelt", auth.Role("amdin")(http.HandlerFunc(auth.Done))) // want neverpasses
	mux.Handle("GET /verdicts/spelt", auth.Role("admin")(http.HandlerFunc(auth.Done)))
	mux.Handle("/verdicts/gin", auth.Require(verdictGin()))
	mux.Handle("/verdicts/echo", auth.Require(verdictEcho()))
	mux.Handle("/verdicts/chi", auth.Require(verdictChi()))
}

var errForbidden = errors.New("forbidden")

// folder is where temporary things lie, whoever asks.
func folder(r *http.Request) string { return filepath.Join(os.TempDir(), user(r).Name, "..") }

// may says whether whoever sent the request has the role.
func may(r *http.Request, role string) error {
	if u := user(r); u != nil && u.Has(role) {
		return nil
	}
	return errForbidden
}

// mayReturn says the same to handlers that return what it says.
func mayReturn(r *http.Request, role string) error {
	if u := user(r); u == nil || !u.Has(role) {
		return errForbidden
	}
	return nil
}

// returning answers for a handler that returns an error.
func returning(h func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := h(w, r)
		switch {
		case errors.Is(err, errForbidden):
			http.Error(w, err.Error(), http.StatusForbidden)
		case err != nil:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

// known lets pass who has logged in.
func known(h http.HandlerFunc) http.Handler { return auth.Require(h) }

// answered answers for an error, and says whether it had to.
func answered(w http.ResponseWriter, err error) bool {
	if err == nil {
		return false
	}
	http.Error(w, err.Error(), http.StatusForbidden)
	return true
}

func verdictGin() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.POST("/verdicts/gin", func(c *gin.Context) {
		may(c.Request, "admin") // want ignored
		actGin(c)
	})
	return r
}

func verdictEcho() http.Handler {
	e := echo.New()
	e.POST("/verdicts/echo", func(c echo.Context) error {
		_ = may(c.Request(), "admin") // want ignored
		return actEcho(c)
	})
	return e
}

func verdictChi() http.Handler {
	r := chi.NewRouter()
	r.Post("/verdicts/chi", func(w http.ResponseWriter, r *http.Request) {
		_ = may(r, "admin") // want ignored
		auth.Done(w, r)
	})
	return r
}

// settled answers for who may not, and says whether the request is still open.
func settled(w http.ResponseWriter, r *http.Request) bool {
	if err := may(r, "admin"); err != nil {
		http.Error(w, err.Error(), http.StatusForbidden)
		return false
	}
	return true
}

// allows says whether who asks has a role, if that can be found out.
func allows(r *http.Request, role string) (bool, error) {
	if err := r.ParseForm(); err != nil {
		return false, err
	}
	return may(r, role) == nil, nil
}
