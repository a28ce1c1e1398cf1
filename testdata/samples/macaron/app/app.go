// Package app puts the sample together.
package app

import (
	"errors"
	"io"
	"net/http"

	"gopkg.in/macaron.v1"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() *macaron.Macaron {
	m := macaron.NewWithLogger(io.Discard)
	m.Use(macaron.Recovery())
	m.Use(macaron.Renderer())
	m.Get("/healthz", done)
	m.Use(contexter) // for the route before it, too
	m.Get("/me", requireUser, done)
	m.Group("/api", func() {
		m.Get("/products/:id", done)
		m.Post("/products", requireUser, done)
		m.Put("/products/:id", own)
		m.Get("/drafts", returns, done)     // planted fault: nothing is written
		m.Get("/headers", setsHeader, done) // planted fault: a header is no answer
		m.Get("/moved", redirects, done)
		m.Combo("/orders", requireUser).Get(done).Post(done)
		m.Combo("/notes").Get(done).Delete(requireUser, done)
		m.Group("/admin", func() {
			m.Get("/users", done)
			m.Delete("/users/:id", done)
		}, requireRole("admin"))
	})
	m.Group("/results", func() {
		m.Get("/status", returnsStatus, done)
		m.Get("/error", returnsError, done)
		m.Get("/none", returnsNone, done)
		m.Get("/text", func() string { return "text" }) // planted fault
	})
	m.Get("/std", standardGuard, standard)
	m.Get("/session", requireSession, done)
	m.Get("/somebody", requireSomebody, done)
	m.Route("/both", "GET,POST", requireUser, done)
	m.Any("/any", requireUser, done)
	m.Get("/twice", done) // planted fault: the first one serves
	m.Get("/twice", requireUser, done)
	m.NotFound(done)
	return m
}

// A session is the application's own context.
type session struct {
	*macaron.Context
	user *auth.User
}

// contexter refuses nobody.
func contexter(ctx *macaron.Context) {
	u, _ := auth.Authenticate(ctx.Req.Request)
	ctx.Data["User"] = u
	ctx.Map(&session{ctx, u})
	ctx.Map(u) // nobody is a nil pointer
}

func requireSomebody(ctx *macaron.Context, u *auth.User) {
	if u == nil {
		ctx.JSON(http.StatusUnauthorized, "log in first")
	}
}

func requireSession(s *session) {
	if s.user == nil {
		s.JSON(http.StatusUnauthorized, "log in first")
	}
}

func requireUser(ctx *macaron.Context) {
	if _, err := auth.Authenticate(ctx.Req.Request); err != nil {
		ctx.JSON(http.StatusUnauthorized, "log in first")
	}
}

func requireRole(role string) macaron.Handler {
	return func(ctx *macaron.Context, r *http.Request) {
		u, err := auth.Authenticate(r)
		if err != nil {
			ctx.Status(http.StatusUnauthorized)
			return
		}
		if !u.Has(role) {
			ctx.Error(http.StatusForbidden, "not for you")
			return
		}
		ctx.Next()
	}
}

func returns(r *http.Request) {
	if _, err := auth.Authenticate(r); err != nil {
		return
	}
}

func setsHeader(ctx *macaron.Context) {
	if _, err := auth.Authenticate(ctx.Req.Request); err != nil {
		ctx.Resp.Header().Set("WWW-Authenticate", "Bearer")
	}
}

func redirects(ctx *macaron.Context) {
	if _, err := auth.Authenticate(ctx.Req.Request); err != nil {
		ctx.Redirect("/login")
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

func returnsNone() error { return nil }

func standardGuard(w http.ResponseWriter, r *http.Request) { auth.Check(w, r, "admin") }

func standard(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

// own asks for itself.
func own(ctx *macaron.Context) {
	if _, err := auth.Authenticate(ctx.Req.Request); err != nil {
		ctx.PlainText(http.StatusUnauthorized, []byte("log in first"))
		return
	}
	done(ctx)
}

func done(ctx *macaron.Context) {
	ctx.Resp.Header().Set("X-Acted", "yes")
	ctx.JSON(http.StatusOK, "done")
}
