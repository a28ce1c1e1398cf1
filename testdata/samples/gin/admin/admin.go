// Package admin is the shop's administration.
package admin

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
)

// An Admin is the administration below a group.
type Admin struct {
	group *gin.RouterGroup
	gate  auth.Gate
}

// New makes the administration below a group.
func New(group *gin.RouterGroup) *Admin {
	return &Admin{group: group, gate: auth.Gate{Role: "admin"}}
}

// Register registers the administration's routes.
func (a *Admin) Register() {
	// Planted faults: a route keeps what its group had when it was registered,
	// and a group what its parent had when it was made. Neither sees the gate.
	a.group.GET("/stats", stats)
	jobs := a.group.Group("/jobs")

	a.group.Use(a.gate.Check)
	a.table()
	a.jobs(jobs)
	a.group.Any("/search/*path", gin.WrapH(http.StripPrefix("/admin/search", index())))
}

type route struct {
	method, path string
	handler      gin.HandlerFunc
	before       []gin.HandlerFunc
}

func (a *Admin) table() {
	for _, r := range []route{
		{method: http.MethodGet, path: "/users", handler: listUsers},
		{method: http.MethodDelete, path: "/users/:id", handler: a.deleteUser, before: []gin.HandlerFunc{note("delete")}},
	} {
		a.group.Handle(r.method, r.path, append(r.before, r.handler)...)
	}
}

// jobs gets the group that was made too early.
func (a *Admin) jobs(g *gin.RouterGroup) {
	g.GET("", listJobs)
	// Planted fault: complain refuses in words only.
	g.POST("", complain, runJob)
	g.DELETE("/:id", a.gate.Check, cancelJob)
}

// complain answers 401 without aborting: gin goes on to the handler.
func complain(c *gin.Context) {
	if _, ok := auth.Current(c); !ok {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
		return
	}
	c.Next()
}

// note writes down what is done to users.
func note(what string) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Header("X-Noted", what)
		c.Next()
	}
}

func index() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest.Acted(w)
		_, _ = w.Write([]byte(r.URL.Path))
	})
}
