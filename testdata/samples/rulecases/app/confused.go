package app

import (
	"context"
	"net/http"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// confused takes who somebody is for what they may.
func confused(m *http.ServeMux) {
	g := gin.New()
	g.GET("/confused/gin/nobody", func(c *gin.Context) {
		if user(c.Request) == nil {
			c.AbortWithStatus(http.StatusForbidden) // want status401403
			return
		}
		doneGin(c)
	})
	g.GET("/confused/gin/behind", fromElsewhere, func(c *gin.Context) { // fine status401403
		if user(c.Request) == nil {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		doneGin(c)
	})
	g.GET("/confused/gin/sealed", func(c *gin.Context) { // fine status401403
		token := c.GetHeader("Authorization")
		if token == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if _, err := forHere(token); err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		doneGin(c)
	})
	g.GET("/confused/gin/told", func(c *gin.Context) {
		token := c.GetHeader("Authorization")
		if token == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		u, err := auth.Find(token)
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if u.Has("guest") {
			c.AbortWithStatus(http.StatusUnauthorized) // want status401403
			return
		}
		doneGin(c)
	})
	g.GET("/confused/gin/known", requireGin, func(c *gin.Context) { // fine status401403
		if !user(c.Request).Has("admin") {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		doneGin(c)
	})
	g.GET("/confused/gin/word", requireGin, func(c *gin.Context) {
		if !user(c.Request).Has("admin") {
			c.String(http.StatusForbidden, "Unauthorized") // want status401403
			return
		}
		doneGin(c)
	})
	g.GET("/confused/gin/policy", func(c *gin.Context) {
		u := user(c.Request)
		if u == nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if ok, err := policy.Enforce(u.Name); err != nil || !ok {
			c.AbortWithStatus(http.StatusUnauthorized) // want status401403
			return
		}
		doneGin(c)
	})
	kept := g.Group("/confused/gin", keepGin)
	kept.GET("/owner/:name", func(c *gin.Context) {
		if c.Param("name") != c.MustGet("user").(*auth.User).Name {
			c.AbortWithStatus(http.StatusUnauthorized) // want status401403
			return
		}
		doneGin(c)
	})
	kept.GET("/code/:code", func(c *gin.Context) { // fine status401403
		if c.Param("code") != c.MustGet("user").(*auth.User).Name {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		doneGin(c)
	})
	m.Handle("/confused/gin/", g)

	c := chi.NewRouter()
	c.With(auth.Require).Get("/confused/chi/known", func(w http.ResponseWriter, r *http.Request) {
		if !auth.Current(r.Context()).Has("admin") {
			http.Error(w, "log in", http.StatusUnauthorized) // want status401403
			return
		}
		auth.Done(w, r)
	})
	c.Get("/confused/chi/apart", func(w http.ResponseWriter, r *http.Request) { // fine status401403
		u := user(r)
		if u == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if !u.Has("admin") {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	c.With(auth.Require).Get("/confused/chi/masked", func(w http.ResponseWriter, r *http.Request) { // fine status401403
		if !auth.Current(r.Context()).Has("admin") {
			http.NotFound(w, r) // what is not for you is not there
			return
		}
		auth.Done(w, r)
	})
	c.With(visited).Get("/confused/chi/hidden", func(w http.ResponseWriter, r *http.Request) {
		v, _ := r.Context().Value(visitorKey{}).(*visitor)
		if v == nil || !v.Admin { // fine status401403
			http.NotFound(w, r) // nor for whom nobody knows
			return
		}
		auth.Done(w, r)
	})
	m.Handle("/confused/chi/", c)

	e := echo.New()
	e.GET("/confused/echo/both", func(c echo.Context) error {
		if u := user(c.Request()); u == nil || !u.Has("admin") {
			return echo.NewHTTPError(http.StatusForbidden) // want status401403
		}
		return doneEcho(c)
	})
	e.GET("/confused/echo/known", doneEcho, requireEcho, func(next echo.HandlerFunc) echo.HandlerFunc { // fine status401403
		return func(c echo.Context) error {
			if !user(c.Request()).Has("admin") {
				return echo.ErrForbidden
			}
			return next(c)
		}
	})
	e.GET("/confused/echo/word", func(c echo.Context) error {
		if user(c.Request()) == nil {
			return c.String(http.StatusUnauthorized, "403 forbidden") // want status401403
		}
		return doneEcho(c)
	})
	m.Handle("/confused/echo/", e)

	r := mux.NewRouter()
	r.HandleFunc("/confused/gorilla/token", func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden) // want status401403
			return
		}
		auth.Done(w, r)
	}).Methods("GET")
	r.HandleFunc("/confused/gorilla/right", func(w http.ResponseWriter, r *http.Request) { // fine status401403
		if _, err := auth.Authenticate(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	}).Methods("GET")
	r.HandleFunc("/confused/gorilla/word", func(w http.ResponseWriter, r *http.Request) { // fine status401403
		if _, err := auth.Authenticate(r); err != nil {
			http.Error(w, "unauthorized: this is forbidden to nobody", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	}).Methods("GET")
	m.Handle("/confused/gorilla/", r)
}

// forHere finds whose token it is. That it is one for guests is an error as any other, so that there is nobody.
func forHere(token string) (*auth.User, error) {
	u, err := auth.Find(token)
	if err != nil {
		return nil, err
	}
	if u.Has("guest") {
		return nil, auth.ErrNobody
	}
	return u, nil
}

// fromElsewhere asks who is there, unless it is the machine itself.
func fromElsewhere(c *gin.Context) {
	if c.RemoteIP() != "127.0.0.1" && user(c.Request) == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// policy lets the administrator do everything.
var policy = func() *casbin.Enforcer {
	m, err := model.NewModelFromString(`
[request_definition]
r = sub
[policy_definition]
p = sub
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub
`)
	if err != nil {
		panic(err)
	}
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		panic(err)
	}
	if _, err := e.AddPolicy("admin"); err != nil {
		panic(err)
	}
	return e
}()

type visitor struct{ Admin bool }

type visitorKey struct{}

// visited leaves in the context who asks, and refuses nobody.
func visited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u := user(r); u != nil {
			r = r.WithContext(context.WithValue(r.Context(), visitorKey{}, &visitor{Admin: u.Has("admin")}))
		}
		next.ServeHTTP(w, r)
	})
}

// keepGin keeps who asks for what comes next.
func keepGin(c *gin.Context) {
	u := user(c.Request)
	if u == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user", u)
}
