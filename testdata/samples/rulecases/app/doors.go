package app

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// doors lead to one thing, and one of two stands open.
func doors(m *http.ServeMux) {
	g := gin.New()
	g.DELETE("/doors/gin/users/:id", requireGin, removedGin)
	g.DELETE("/doors/gin/v0/users/:id", removedGin) // want bypass
	g.GET("/doors/gin/bills", requireGin, billsGin)
	g.GET("/doors/gin/old/bills", requireGin, billsGin) // fine bypass
	m.Handle("/doors/gin/", g)

	e := echo.New()
	e.POST("/doors/echo/orders", orderedEcho, requireEcho)
	e.POST("/doors/echo/Orders", orderedEcho) // want bypass
	e.GET("/doors/echo/tree", doneEcho, requireEcho)
	e.GET("/doors/echo/tree/", doneEcho) // want bypass
	e.GET("/doors/echo/prices", pricesEcho, requireEcho)
	//guardvet:public prices are advertised
	e.GET("/doors/echo/list", pricesEcho) // fine bypass
	m.Handle("/doors/echo/", e)

	r := mux.NewRouter()
	r.Handle("/doors/gorilla/keys", auth.Role("admin")(http.HandlerFunc(keys))).Methods("GET")
	r.HandleFunc("/doors/gorilla/all/keys", keys).Methods("GET") // want bypass
	r.Handle("/doors/gorilla/logs", auth.Role("admin")(http.HandlerFunc(logs))).Methods("GET")
	r.Handle("/doors/gorilla/all/logs", auth.Require(auth.Role("admin")(http.HandlerFunc(logs)))).Methods("GET") // fine bypass
	m.Handle("/doors/gorilla/", r)

	c := chi.NewRouter()
	c.With(auth.Require).Delete("/doors/chi/notes", notesOf)
	c.With(auth.Require).Get("/doors/chi/notes", notesOf) // fine bypass
	c.With(auth.Require).Put("/doors/chi/jobs", jobsOf)
	c.Handle("/doors/chi/jobs", http.HandlerFunc(jobsOf)) // want bypass
	m.Handle("/doors/chi/", c)

	for _, path := range []string{"/doors/a", "/doors/b", "/doors/c"} {
		m.Handle("GET "+path, auth.Require(http.HandlerFunc(shell)))
	}
	m.Handle("GET /doors/shell", auth.Require(http.HandlerFunc(shell))) // fine bypass
	m.Handle("GET /doors/slash", auth.Require(done))
	m.Handle("GET /doors/slash/{$}", auth.Require(done)) // fine bypass
}

func removedGin(c *gin.Context) { doneGin(c) }

func billsGin(c *gin.Context) { doneGin(c) }

func orderedEcho(c echo.Context) error { return doneEcho(c) }

func pricesEcho(c echo.Context) error { return doneEcho(c) }

func keys(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func logs(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func notesOf(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func jobsOf(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func shell(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }
