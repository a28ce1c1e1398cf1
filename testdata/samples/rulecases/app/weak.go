package app

import (
	"net"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// ifAsked is a guard that a setting may leave out.
func ifAsked(asked bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if asked && user(r) == nil {
				http.Error(w, "log in", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// weak demands less on one route than on all others below a prefix.
func weak(m *http.ServeMux) {
	u := gin.New()
	here := u.Group("/weak/here", unlessHere)
	for _, name := range []string{"/accounts", "/books", "/clubs", "/discs"} {
		here.POST(name, roleGin("admin"), doneGin) // fine weakguard
	}
	here.PUT("/accounts", roleGin("admin"), doneGin)
	here.DELETE("/accounts", roleGin("admin"), doneGin)
	here.PATCH("/accounts", roleGin("admin"), doneGin)
	here.PUT("/books", doneGin) // want weakguard
	here.GET("/books", doneGin) // fine weakguard
	m.Handle("/weak/here/", u)

	g := gin.New()
	accounts := g.Group("/weak/gin/accounts")
	accounts.GET("", roleGin("admin"), doneGin)
	accounts.POST("", roleGin("admin"), doneGin)
	accounts.PUT("/:id", roleGin("admin"), doneGin)
	accounts.DELETE("/:id", requireGin, doneGin) // want weakguard
	mixed := g.Group("/weak/gin/mixed")
	mixed.GET("", requireGin, doneGin)  // fine weakguard
	mixed.POST("", requireGin, doneGin) // fine weakguard
	mixed.PUT("/:id", roleGin("admin"), doneGin)
	mixed.DELETE("/:id", roleGin("admin"), doneGin)
	calls := g.Group("/weak/gin/calls", requireGin) // everything is sent by POST
	calls.POST("/appendBlock", roleGin("admin"), doneGin)
	calls.POST("/moveBlock", roleGin("admin"), doneGin)
	calls.POST("/setBlock", roleGin("admin"), doneGin)
	calls.POST("/updateBlock", roleGin("admin"), doneGin)
	calls.POST("/removeBlocks", doneGin) // want weakguard
	calls.POST("/getBlock", doneGin)     // fine weakguard
	calls.POST("/batchGetBlocks", doneGin)
	calls.POST("/searchBlocks", doneGin)
	calls.POST("/listBlocks", doneGin)
	calls.POST("/checkBlock", doneGin)
	m.Handle("/weak/gin/", g)

	e := echo.New()
	settings := e.Group("/weak/echo/settings", requireEcho)
	settings.GET("/a", doneEcho, roleEcho("admin"))
	settings.PUT("/a", doneEcho, roleEcho("admin"))
	settings.PUT("/b", doneEcho, roleEcho("admin"))
	settings.PUT("/c", doneEcho) // want weakguard
	profile := e.Group("/weak/echo/profile", requireEcho)
	profile.GET("", doneEcho)
	profile.PUT("", doneEcho) // fine weakguard
	m.Handle("/weak/echo/", e)

	c := chi.NewRouter()
	c.Route("/weak/chi/keys", func(c chi.Router) {
		c.Use(auth.Require)
		c.With(auth.Role("admin")).Get("/", auth.Done)
		c.With(auth.Role("admin")).Post("/", auth.Done)
		c.With(auth.Role("admin")).Put("/{id}", auth.Done)
		c.Delete("/{id}", auth.Done) // want weakguard
	})
	c.Route("/weak/chi/notes", func(c chi.Router) {
		c.Use(auth.Require)
		c.Get("/", auth.Done)
		c.Post("/", auth.Done)
		c.Put("/{id}", auth.Done)
		c.Delete("/{id}", auth.Done) // fine weakguard: nobody asks for more
	})
	c.Route("/weak/chi/set", func(c chi.Router) {
		c.Use(ifAsked(os.Getenv("SIGN_IN") != "off"))
		for _, name := range []string{"/a", "/b", "/c"} {
			c.With(auth.Role("admin")).Post(name, auth.Done) // fine weakguard
		}
		c.With(auth.Role("admin")).Put("/a", auth.Done)
		c.Delete("/a", auth.Done) // want weakguard
		c.Get("/a", auth.Done)    // fine weakguard
	})
	m.Handle("/weak/chi/", c)

	r := mux.NewRouter()
	s := r.PathPrefix("/weak/gorilla/logs").Subrouter()
	s.Handle("/a", auth.Role("admin")(done)).Methods("GET")
	s.Handle("/b", auth.Role("admin")(done)).Methods("GET")
	s.Handle("/c", auth.Role("admin")(done)).Methods("GET")
	s.Handle("/d", auth.Require(done)).Methods("DELETE") // want weakguard
	s = r.PathPrefix("/weak/gorilla/news").Subrouter()
	s.Handle("/a", auth.Role("admin")(done)).Methods("GET")
	s.Handle("/b", auth.Role("admin")(done)).Methods("GET")
	s.Handle("/c", auth.Require(done)).Methods("GET") // fine weakguard: two are not many
	m.Handle("/weak/gorilla/", r)

	m.Handle("GET /weak/jobs/a", auth.Role("admin")(done))
	m.Handle("POST /weak/jobs/a", auth.Role("admin")(done))
	m.Handle("POST /weak/jobs/b", auth.Role("admin")(done))
	m.Handle("GET /weak/tasks/a", auth.Role("admin")(done))
	m.Handle("GET /weak/tasks/b", auth.Role("admin")(done))
	m.Handle("GET /weak/tasks/c", auth.Role("admin")(done))
	//guardvet:ignore weakguard who has a task may say that it is done
	m.Handle("POST /weak/tasks/d", auth.Require(done))      // fine weakguard
	m.Handle("POST /weak/jobs/c", auth.Role("guest")(done)) // want weakguard
}

// unlessHere lets pass whoever is known, and whoever is on the machine itself.
func unlessHere(c *gin.Context) {
	if host, _, _ := net.SplitHostPort(c.Request.RemoteAddr); host == "127.0.0.1" {
		return
	}
	requireGin(c)
}
