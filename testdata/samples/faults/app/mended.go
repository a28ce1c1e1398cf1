package app

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// mended are mistakes in other ways of writing, all of which have a fix.
func mended() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /mended/plain/a", requirePlain(page))
	mux.HandleFunc("DELETE /mended/plain/b", page) // want unguarded
	mux.Handle("GET /mended/objects/a", requireOf(page))
	mux.HandleFunc("DELETE /mended/objects/b", page)            // want unguarded
	mux.Handle("PUT /mended/objects/c", http.HandlerFunc(page)) // want unguarded
	mux.HandleFunc("POST /mended/told", told)
	mux.HandleFunc("POST /mended/removed", requirePlain(removed))
	mux.HandleFunc("GET /mended/both", both)
	mux.HandleFunc("GET /mended/number", number)
	mux.Handle("/mended/gin/", mendedGin())
	mux.Handle("/mended/echo/", mendedEcho())
	mux.Handle("/mended/chi/", mendedChi())
	return mux
}

func requirePlain(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func requireOf(next http.HandlerFunc) http.Handler { return requirePlain(next) }

// told writes more of the answer, and forgets to return.
func told(w http.ResponseWriter, r *http.Request) {
	if user(r) == nil {
		w.WriteHeader(http.StatusUnauthorized) // want continues
		json.NewEncoder(w).Encode(map[string]string{"error": "log in"})
	}
	auth.Done(w, r)
}

// removed answers that there is no such page, and removes it.
func removed(w http.ResponseWriter, r *http.Request) {
	if !pages[r.FormValue("name")] {
		http.Error(w, "no such page", http.StatusNotFound) // want continues
	}
	removePage(r.FormValue("name"))
	auth.Done(w, r)
}

var pages = map[string]bool{}

func removePage(name string) { delete(pages, name) }

// both has one answer for two mistakes, and nothing else in the condition.
func both(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil || sessions[c.Value].Name != "admin" {
		http.Error(w, "Unauthorized", http.StatusUnauthorized) // want status401403
		return
	}
	auth.Done(w, r)
}

func number(w http.ResponseWriter, r *http.Request) {
	switch u := user(r); {
	case u == nil:
		w.WriteHeader(403) // want status401403
	default:
		auth.Done(w, r)
	}
}

func mendedGin() http.Handler {
	r := gin.New()
	g := r.Group("/mended/gin")
	g.GET("/files", aborts, actGin)
	g.DELETE("/files/:id", actGin) // want unguarded
	g.POST("/text", plainText, actGin)
	g.GET("/json", saysForbidden, actGin)
	g.POST("/left", answersLeft, leaves, actGin)
	return r
}

// plainText has no form that aborts.
func plainText(c *gin.Context) {
	if user(c.Request) == nil {
		c.String(http.StatusUnauthorized, "log in") // want continues
	}
}

// answersLeft answers for the errors that others have left, if nobody has answered.
func answersLeft(c *gin.Context) {
	c.Next()
	if c.Errors.Last() != nil && !c.Writer.Written() {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// leaves leaves an error, and goes on.
func leaves(c *gin.Context) {
	if user(c.Request) == nil {
		_ = c.Error(errors.New("log in")) // want continues
		return
	}
	c.Next()
}

func saysForbidden(c *gin.Context) {
	if user(c.Request) == nil {
		c.AbortWithStatusJSON(403, gin.H{"error": "Forbidden"}) // want status401403
	}
}

func mendedEcho() http.Handler {
	e := echo.New()
	g := e.Group("/mended/echo")
	g.GET("/files", actEcho, returns)
	g.DELETE("/files/:id", actEcho) // want unguarded
	g.POST("/writes", actEcho, writes)
	g.GET("/error", actEcho, isError)
	g.GET("/made", actEcho, makesError)
	return e
}

// writes with net/http, and goes on.
func writes(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if user(c.Request()) == nil {
			http.Error(c.Response(), "log in", http.StatusUnauthorized) // want continues
		}
		return next(c)
	}
}

func isError(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if user(c.Request()) == nil {
			return echo.ErrForbidden // want status401403
		}
		return next(c)
	}
}

func makesError(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := auth.Authenticate(c.Request()); errors.Is(err, auth.ErrNobody) {
			return echo.NewHTTPError(http.StatusForbidden, "who are you?") // want status401403
		}
		return next(c)
	}
}

func mendedChi() http.Handler {
	r := chi.NewRouter()
	r.Get("/mended/chi/files", requirePlain(page))
	r.Delete("/mended/chi/files/{id}", page) // want unguarded
	r.Group(func(r chi.Router) {
		r.Use(auth.Require)
		r.Get("/mended/chi/notes", page)
	})
	r.Post("/mended/chi/notes", page) // want unguarded
	return r
}
