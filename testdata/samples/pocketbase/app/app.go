// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

const (
	requireID = "require"
	roleID    = "role"
)

// New makes the application.
func New() *router.Router[*router.Event] {
	r := router.NewRouter(func(w http.ResponseWriter, r *http.Request) (*router.Event, router.EventCleanupFunc) {
		return &router.Event{Response: w, Request: r}, nil
	})
	r.GET("/healthz", done)
	r.BindFunc(identify) // for the route before it, too
	r.GET("/me", done).Bind(require())
	r.PUT("/me/address", own)
	api := r.Group("/api")
	{
		api.GET("/products/{id}", done)
		api.POST("/products", done).BindFunc(requireUser)
		api.GET("/drafts", done).BindFunc(forgets) // planted fault: the error is only made
		api.GET("/written", done).BindFunc(writes) // planted fault: writes, and goes on
		api.GET("/silent", done).BindFunc(silent)  // answers nothing, but the handler does not run
		api.Any("/files/", done).BindFunc(requireUser)
	}
	orders := r.Group("/orders").Bind(require())
	{
		orders.GET("/{id}", done)
		orders.GET("/open", done).Unbind(requireID) // planted fault
		orders.Group("/later").GET("/x", done)
		orders.Route("DELETE", "/{id}", done).Bind(role("admin"))
		orders.GET("/weak", done).Bind(&hook.Handler[*router.Event]{Id: requireID, Func: identify}) // planted fault: it takes the place of the guard
	}
	admin := r.Group("/admin")
	admin.GET("/users", done)
	admin.Bind(role("admin")).Bind(require())
	admin.GET("/first", done).Bind(&hook.Handler[*router.Event]{Func: refuse, Priority: -1})
	gone := r.Group("/gone").Bind(require())
	gone.GET("/before", done) // planted fault, as all of the group
	gone.Unbind(requireID)
	gone.GET("/after", done)
	return r
}

func identify(e *router.Event) error {
	if u, err := auth.Authenticate(e.Request); err == nil {
		e.Set("user", u)
	}
	return e.Next()
}

func current(e *router.Event) *auth.User {
	u, _ := e.Get("user").(*auth.User)
	return u
}

func requireUser(e *router.Event) error {
	if current(e) == nil {
		return e.UnauthorizedError("log in first", nil)
	}
	return e.Next()
}

func require() *hook.Handler[*router.Event] {
	return &hook.Handler[*router.Event]{Id: requireID, Func: requireUser}
}

func role(name string) *hook.Handler[*router.Event] {
	return &hook.Handler[*router.Event]{
		Id: roleID,
		Func: func(e *router.Event) error {
			u := current(e)
			if u == nil {
				return router.NewUnauthorizedError("log in first", nil)
			}
			if !u.Has(name) {
				return e.ForbiddenError("not for you", nil)
			}
			return e.Next()
		},
		Priority: 5,
	}
}

// refuse runs before what finds the user.
func refuse(e *router.Event) error {
	if _, err := auth.Authenticate(e.Request); err != nil {
		return err // 400
	}
	return e.Next()
}

func forgets(e *router.Event) error {
	if current(e) == nil {
		e.UnauthorizedError("log in first", nil)
	}
	return e.Next()
}

func writes(e *router.Event) error {
	if current(e) == nil {
		e.JSON(http.StatusUnauthorized, "log in first")
	}
	return e.Next()
}

func silent(e *router.Event) error {
	if current(e) == nil {
		return e.NoContent(http.StatusForbidden)
	}
	return e.Next()
}

// own asks for itself.
func own(e *router.Event) error {
	if current(e) == nil {
		return e.Error(http.StatusUnauthorized, "log in first", nil)
	}
	return done(e)
}

func done(e *router.Event) error {
	e.Response.Header().Set("X-Acted", "yes")
	return e.String(http.StatusOK, "done")
}
