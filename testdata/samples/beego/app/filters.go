package app

import (
	"net/http"

	"github.com/beego/beego/context"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// identify refuses nobody.
func identify(ctx *context.Context) {
	if u, err := auth.Find(ctx.Input.Header("Authorization")); err == nil {
		ctx.Input.SetData("user", u)
	}
}

func requireUser(ctx *context.Context) {
	if _, err := auth.Authenticate(ctx.Request); err != nil {
		ctx.ResponseWriter.WriteHeader(http.StatusUnauthorized)
		ctx.WriteString("log in first")
	}
}

func requireRole(role string) func(*context.Context) {
	return func(ctx *context.Context) {
		u, err := auth.Authenticate(ctx.Request)
		if err != nil {
			http.Error(ctx.ResponseWriter, "log in first", http.StatusUnauthorized)
			return
		}
		if !u.Has(role) {
			ctx.Output.SetStatus(http.StatusForbidden)
			ctx.Output.Body([]byte("not for you"))
		}
	}
}

// pending sets a status, which is sent when the handler has written.
func pending(ctx *context.Context) {
	if _, err := auth.Authenticate(ctx.Request); err != nil {
		ctx.Output.SetStatus(http.StatusUnauthorized)
	}
}

func soft(ctx *context.Context) { requireUser(ctx) }

func aborts(ctx *context.Context) {
	if _, err := auth.Authenticate(ctx.Request); err != nil {
		ctx.Abort(http.StatusUnauthorized, "401")
	}
}

func redirects(ctx *context.Context) {
	if _, err := auth.Authenticate(ctx.Request); err != nil {
		ctx.Redirect(http.StatusFound, "/login")
	}
}

// fromContext asks for what identify has found.
func fromContext(ctx *context.Context) {
	if ctx.Input.GetData("user") == nil {
		ctx.Abort(http.StatusUnauthorized, "401")
	}
	done(ctx)
}

func done(ctx *context.Context) {
	ctx.Output.Header("X-Acted", "yes")
	ctx.WriteString("done")
}

func raw(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Acted", "yes")
	w.Write([]byte("done"))
}
