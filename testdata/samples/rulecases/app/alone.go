package app

import (
	"crypto/tls"
	"log"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
)

// The functions below serve a program each, for the commands beside this package. In none
// of them does a route demand anything; in the first ones that is told.

// Books is served for everybody.
func Books() { log.Fatal(http.ListenAndServe("localhost:8080", library())) } // want unguarded

func library() http.Handler {
	c := chi.NewRouter()
	c.Get("/books", done)
	c.Post("/books", done)
	c.Delete("/books/{id}", done)
	return c
}

// Notes has a login, and nothing asks who has logged in.
func Notes() { log.Fatal(notes().Run("localhost:8080")) } // want unguarded

func notes() *gin.Engine {
	g := gin.New()
	g.POST("/login", doneGin)
	g.GET("/notes", doneGin)
	g.POST("/notes", doneGin)
	g.PUT("/notes/:id", doneGin)
	return g
}

// Jobs is the interface of a scheduler.
func Jobs() { log.Fatal(jobs().Start("localhost:8080")) } // want unguarded

func jobs() *echo.Echo {
	e := echo.New()
	e.GET("/jobs", doneEcho)
	e.POST("/jobs/:id/start", doneEcho)
	e.POST("/jobs/:id/stop", doneEcho)
	return e
}

// Files keeps files for other programs.
func Files() {
	s := http.Server{Addr: "localhost:8080", Handler: files()}
	log.Fatal(s.ListenAndServe()) // want unguarded
}

func files() http.Handler {
	r := mux.NewRouter()
	r.Handle("/files/{id}", done).Methods("GET")
	r.Handle("/files/{id}", done).Methods("PUT")
	r.Handle("/files/{id}", done).Methods("DELETE")
	return r
}

// Rules are for machines that nobody knows either.
func Rules() {
	l, err := net.Listen("tcp", "localhost:8080")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, rules())) // want unguarded
}

func rules() http.Handler {
	m := http.NewServeMux()
	m.Handle("GET /rules", done)
	m.Handle("PATCH /rules/{id}", done)
	m.Handle("DELETE /rules/{id}", done)
	return m
}

// Contact is a page with a form.
func Contact() { log.Fatal(http.ListenAndServe("localhost:8080", contact())) } // fine unguarded

func contact() http.Handler {
	m := http.NewServeMux()
	m.Handle("GET /contact", done)
	m.Handle("POST /contact", done)
	m.Handle("POST /contact/preview", done)
	return m
}

// Hello answers every method, and who knows what to.
func Hello() { log.Fatal(http.ListenAndServe("localhost:8080", hello())) } // fine unguarded

func hello() http.Handler {
	m := http.NewServeMux()
	m.Handle("/hello", done)
	m.Handle("/bye", done)
	return m
}

// Votes says of its routes that they are for everybody.
func Votes() { log.Fatal(votes().Start("localhost:8080")) } // fine unguarded

func votes() *echo.Echo {
	e := echo.New()
	e.PUT("/votes/:id", doneEcho)    //guardvet:public everybody has a vote
	e.DELETE("/votes/:id", doneEcho) //guardvet:public and may take it back
	return e
}

// Plugin is called by a program on the same machine.
func Plugin() {
	l, err := net.Listen("unix", "/run/plugin.sock")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, plugin())) // fine unguarded
}

func plugin() http.Handler {
	c := chi.NewRouter()
	c.Put("/volumes/{id}", done)
	c.Delete("/volumes/{id}", done)
	return c
}

// Peers are known by their certificates before they say anything.
func Peers() {
	s := http.Server{Addr: "localhost:8443", Handler: peers(), TLSConfig: &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert}}
	log.Fatal(s.ListenAndServeTLS("cert.pem", "key.pem")) // fine unguarded
}

func peers() http.Handler {
	r := mux.NewRouter()
	r.Handle("/peers/{id}", done).Methods("PUT")
	r.Handle("/peers/{id}", done).Methods("DELETE")
	return r
}

// Inside refuses those who do not come from the right place.
func Inside() { log.Fatal(inside().Run("localhost:8080")) } // fine unguarded

func inside() *gin.Engine {
	g := gin.New()
	g.Use(func(c *gin.Context) {
		if host, _, _ := net.SplitHostPort(c.Request.RemoteAddr); host != "10.0.0.1" {
			c.AbortWithStatus(http.StatusForbidden)
		}
	})
	g.PUT("/settings/:id", doneGin)
	g.DELETE("/settings/:id", doneGin)
	return g
}
