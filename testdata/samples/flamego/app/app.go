// Package app puts the sample together.
package app

import (
	"errors"
	"io"
	"net/http"

	"github.com/flamego/flamego"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() *flamego.Flame {
	f := flamego.NewWithLogger(io.Discard)
	f.Use(flamego.Renderer())
	f.Get("/healthz", done)
	f.Use(contexter) // for the route before it, too
	f.Get("/me", requireUser, done)
	f.Group("/api", func() {
		f.Get("/products/{id}", done)
		f.Post("/products", requireUser, done)
		f.Put("/products/{id}", own)
		f.Get("/drafts", returns, done)     // planted fault: nothing is written
		f.Get("/headers", setsHeader, done) // planted fault: a header is no answer
		f.Get("/moved", redirects, done)
		f.Combo("/orders", requireUser).Get(done).Post(done)
		f.Combo("/notes").Get(done).Delete(requireUser, done)
		f.Group("/admin", func() {
			f.Get("/users", done)
			f.Delete("/users/{id}", done)
		}, requireRole("admin"))
	})
	f.Group("/results", func() {
		f.Get("/status", returnsStatus, done)
		f.Get("/error", returnsError, done)
		f.Get("/both", returnsBoth, done)
		f.Get("/none", returnsNone, done)
		f.Get("/text", func() string { return "text" }) // planted fault
	})
	f.Get("/std", standardGuard, standard)
	f.Get("/session", requireSession, done)
	f.Get("/somebody", requireSomebody, done)
	f.Routes("/both", "GET,POST", requireUser, done)
	f.Route("PUT", "/both", []flamego.Handler{requireUser, done})
	f.Any("/any", requireUser, done)
	f.NotFound(done)
	return f
}

// A session is the application's own.
type session struct{ user *auth.User }

// contexter refuses nobody.
func contexter(c flamego.Context) {
	u, _ := auth.Authenticate(c.Request().Request)
	c.Map(&session{u})
	c.Map(u) // nobody is a nil pointer
}

func requireSomebody(c flamego.Context, u *auth.User) {
	if u == nil {
		c.ResponseWriter().WriteHeader(http.StatusUnauthorized)
	}
}

func requireSession(c flamego.Context, s *session) {
	if s.user == nil {
		c.ResponseWriter().WriteHeader(http.StatusUnauthorized)
	}
}

func requireUser(c flamego.Context, r flamego.Render) {
	if _, err := auth.Find(c.Request().Header.Get("Authorization")); err != nil {
		r.JSON(http.StatusUnauthorized, "log in first")
	}
}

func requireRole(role string) flamego.Handler {
	return func(c flamego.Context, req *http.Request) {
		u, err := auth.Authenticate(req)
		if err != nil {
			c.ResponseWriter().WriteHeader(http.StatusUnauthorized)
			return
		}
		if !u.Has(role) {
			http.Error(c.ResponseWriter(), "not for you", http.StatusForbidden)
			return
		}
		c.Next()
	}
}

func returns(r *http.Request) {
	if _, err := auth.Authenticate(r); err != nil {
		return
	}
}

func setsHeader(c flamego.Context) {
	if _, err := auth.Authenticate(c.Request().Request); err != nil {
		c.ResponseWriter().Header().Set("WWW-Authenticate", "Bearer")
	}
}

func redirects(c flamego.Context) {
	if _, err := auth.Authenticate(c.Request().Request); err != nil {
		c.Redirect("/login")
	}
}

func returnsStatus(r *http.Request) (int, string) {
	if _, err := auth.Authenticate(r); err != nil {
		return http.StatusUnauthorized, "log in first"
	}
	return http.StatusOK, "done"
}

func returnsError(r *http.Request) error {
	if _, err := auth.Authenticate(r); err != nil {
		return errors.New("log in first")
	}
	return nil
}

func returnsBoth(r *http.Request) (string, error) {
	if _, err := auth.Authenticate(r); err != nil {
		return "", errors.New("log in first")
	}
	return "done", nil
}

func returnsNone() error { return nil }

func standardGuard(w http.ResponseWriter, r *http.Request) { auth.Check(w, r, "admin") }

func standard(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

// own asks for itself.
func own(c flamego.Context, r flamego.Render) {
	if _, err := auth.Authenticate(c.Request().Request); err != nil {
		r.PlainText(http.StatusUnauthorized, "log in first")
		return
	}
	done(c)
}

func done(c flamego.Context) {
	c.ResponseWriter().Header().Set("X-Acted", "yes")
	c.ResponseWriter().WriteHeader(http.StatusOK)
}
