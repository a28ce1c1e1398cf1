package app

import (
	"context"
	"encoding/json"
	"net/http"
	"path"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// again has functions that answer and call themselves for it.
func again(mux *http.ServeMux) {
	mux.Handle("GET /again/known", form(refusing(done)))
	mux.Handle("GET /again/open", form(done))
	mux.HandleFunc("GET /again/counted", counted)

	g := gin.New()
	g.GET("/again/folder", folder)
	mux.Handle("/again/folder", g)
}

// form reads the form, and goes on whatever comes of it.
func form(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			fails(w, http.StatusBadRequest, err)
		}
		next.ServeHTTP(w, r)
	})
}

func refusing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			fails(w, http.StatusUnauthorized, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func fails(w http.ResponseWriter, status int, err error) {
	answer(w, status, map[string]string{"error": err.Error()})
}

func answer(w http.ResponseWriter, status int, body any) {
	text, err := json.Marshal(body)
	if err != nil {
		fails(w, http.StatusInternalServerError, err)
		return
	}
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

// counted acts for everybody, but after more calls than are followed.
func counted(w http.ResponseWriter, r *http.Request) {
	if _, err := auth.Authenticate(r); err == nil {
		auth.Done(w, r)
		return
	}
	after(9, w, r)
}

func after(n int, w http.ResponseWriter, r *http.Request) {
	if n == 0 {
		behind.ServeHTTP(w, r)
		return
	}
	after(n-1, w, r)
}

var behind http.Handler = done

// folder gives a service its context, which is no more than a context there.
func folder(c *gin.Context) {
	if err := made(c, c.Query("path")); err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	doneGin(c)
}

// made makes a folder, and first those that it is in.
func made(ctx context.Context, name string) error {
	if dir := path.Dir(name); dir != name {
		if err := made(ctx, dir); err != nil {
			return err
		}
	}
	for _, d := range drivers {
		if err := d.Make(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

type driver interface {
	Make(ctx context.Context, name string) error
}

var drivers = map[string]driver{}
