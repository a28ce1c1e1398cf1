package app

import (
	"log"
	"net/http"
	"os"
	"path"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// Detours is a program whose guard lets pass what begins with a public path: /open/../admin/a does.
func Detours() { log.Fatal(detours().Run("localhost:8080")) }

func detours() *gin.Engine {
	g := gin.New()
	g.RemoveExtraSlash = true
	g.Use(func(c *gin.Context) {
		if !strings.HasPrefix(c.Request.URL.Path, "/open/") && user(c.Request) == nil { // want failopen
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	})
	g.POST("/admin/a", doneGin)
	return g
}

// Published is one whose public paths are a setting.
func Published() { log.Fatal(http.ListenAndServe("localhost:8080", published(os.Getenv("PUBLIC")))) }

func published(public string) http.Handler {
	return except(strings.Split(public, ","), cleaning())
}

func except(public []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, p := range public {
			if p != "" && strings.HasPrefix(r.URL.Path, p) { // want failopen
				next.ServeHTTP(w, r)
				return
			}
		}
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Cleanly cleans the path before it compares.
func Cleanly() { log.Fatal(http.ListenAndServe("localhost:8080", cleanly(os.Getenv("PUBLIC")))) }

func cleanly(public string) http.Handler {
	next := cleaning()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(path.Clean(r.URL.Path), public) && user(r) == nil { // fine failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Undotted takes no path with dots in it.
func Undotted() { log.Fatal(http.ListenAndServe("localhost:8080", undotted(os.Getenv("PUBLIC")))) }

func undotted(public string) http.Handler {
	next := cleaning()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "..") {
			http.Error(w, "no dots", http.StatusBadRequest)
			return
		}
		if !strings.HasPrefix(r.URL.Path, public) && user(r) == nil { // fine failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Verbatim has a router that takes paths as they are.
func Verbatim() {
	log.Fatal(http.ListenAndServe("localhost:8080", verbatim(os.Getenv("PUBLIC"))))
}

func verbatim(public string) http.Handler {
	c := chi.NewRouter()
	c.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasPrefix(r.URL.Path, public) && user(r) == nil { // fine failopen
				http.Error(w, "log in", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	})
	c.Post("/admin/a", done)
	return c
}

func cleaning() http.Handler {
	c := chi.NewRouter()
	c.Use(middleware.CleanPath)
	c.Post("/admin/a", done)
	return c
}
