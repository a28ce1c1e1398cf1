// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/ghttp"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application. Servers are known by their names.
func New(name string) *ghttp.Server {
	s := g.Server(name)
	s.BindHandler("/healthz", done)
	s.Group("/api", func(group *ghttp.RouterGroup) {
		group.GET("/news", done)
		group.GET("/products/{id}", done) // before the middleware of its group
		group.Middleware(requireUser)
		group.POST("/products", done)
		group.PUT("/products/{id}", own)
		group.Group("/admin", func(group *ghttp.RouterGroup) {
			group.Middleware(requireRole("admin"))
			group.GET("/users", done)
			group.DELETE("/users/{id}", done)
		})
	})
	group := s.Group("/v2")
	early := group.Group("/early")
	group.Middleware(requireUser)
	early.GET("/orders", done) // planted fault: the group was made before
	group.GET("/orders", done)
	group.Group("/late").ALL("/orders", done)
	forms := s.Group("/forms")
	forms.Group("/soft").Middleware(soft).GET("/drafts", done) // planted fault: it goes on
	forms.Group("/exit").Middleware(exits).GET("/drafts", done)
	forms.Group("/json").Middleware(exitsJSON).GET("/drafts", done)
	forms.Group("/all").Middleware(exitsAll).GET("/drafts", done)
	forms.Group("/silent").Middleware(silent).GET("/drafts", done)
	forms.GET("/context", fromContext)
	forms.GET("/", fromContext)
	bound := s.Group("/bound")
	bound.Bind(&News{}, hello) // planted fault: before the middleware of its group
	bound.Middleware(requireUser)
	bound.Bind(&Orders{})
	s.Use(identify)
	return s
}

// identify refuses nobody.
func identify(r *ghttp.Request) {
	if u, err := auth.Authenticate(r.Request); err == nil {
		r.SetCtxVar("user", u)
	}
	r.Middleware.Next()
}

func requireUser(r *ghttp.Request) {
	if _, err := auth.Find(r.GetHeader("Authorization")); err != nil {
		r.Response.WriteStatus(http.StatusUnauthorized, "log in first")
		return
	}
	r.Middleware.Next()
}

func requireRole(role string) ghttp.HandlerFunc {
	return func(r *ghttp.Request) {
		u, err := auth.Authenticate(r.Request)
		if err != nil {
			r.Response.WriteHeader(http.StatusUnauthorized)
			return
		}
		if !u.Has(role) {
			r.Response.WriteStatusExit(http.StatusForbidden, "not for you")
		}
		r.Middleware.Next()
	}
}

func soft(r *ghttp.Request) {
	if _, err := auth.Authenticate(r.Request); err != nil {
		r.Response.WriteStatus(http.StatusUnauthorized)
	}
	r.Middleware.Next()
}

func exits(r *ghttp.Request) {
	if _, err := auth.Authenticate(r.Request); err != nil {
		r.Response.WriteHeader(http.StatusUnauthorized)
		r.Exit()
	}
	r.Middleware.Next()
}

func exitsJSON(r *ghttp.Request) {
	if _, err := auth.Authenticate(r.Request); err != nil {
		r.Response.WriteHeader(http.StatusUnauthorized)
		r.Response.WriteJsonExit(g.Map{"error": "log in first"})
	}
	r.Middleware.Next()
}

func exitsAll(r *ghttp.Request) {
	if _, err := auth.Authenticate(r.Request); err != nil {
		r.Response.WriteStatus(http.StatusUnauthorized)
		r.ExitAll()
	}
	r.Middleware.Next()
}

// silent answers nothing to who is not known.
func silent(r *ghttp.Request) {
	if _, err := auth.Authenticate(r.Request); err == nil {
		r.Middleware.Next()
	} else {
		r.Response.RedirectTo("/login")
	}
}

// fromContext asks for what identify has found.
func fromContext(r *ghttp.Request) {
	if r.GetCtxVar("user").IsNil() {
		r.Response.WriteStatusExit(http.StatusUnauthorized)
	}
	done(r)
}

// own asks for more.
func own(r *ghttp.Request) {
	if u, err := auth.Authenticate(r.Request); err != nil || !u.Has("admin") {
		r.Response.WriteStatus(http.StatusForbidden)
		return
	}
	done(r)
}

func done(r *ghttp.Request) {
	r.Response.Header().Set("X-Acted", "yes")
	r.Response.WriteJson(g.Map{"done": true})
}
