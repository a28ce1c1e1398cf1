package app

import (
	"log"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/adaptor"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// skipping guards all but some, by what their paths are.
func skipping(m *http.ServeMux) {
	v1 := http.NewServeMux()
	v1.Handle("GET /skips/v1/flag", done) // want unguarded
	v1.Handle("POST /skips/v1/flags", done)
	v1.Handle("DELETE /skips/v1/users", done)
	m.Handle("/skips/v1/", unless(func(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/skips/v1/flag") }, v1))

	e := echo.New()
	e.Use(keyEcho(func(c echo.Context) bool { return strings.HasPrefix(c.Path(), "/skips/echo/open/") })) // want failopen
	e.POST("/skips/echo/open/a", doneEcho)
	e.GET("/skips/echo/closed", doneEcho)
	m.Handle("/skips/echo/", e)

	r := mux.NewRouter()
	r.Use(exceptText)
	r.HandleFunc("/skips/gorilla/a.txt", auth.Done).Methods("GET")
	r.HandleFunc("/skips/gorilla/b", auth.Done).Methods("GET")
	m.Handle("/skips/gorilla/", r)

	c := chi.NewRouter()
	c.Use(middleware.CleanPath)
	c.Get("/skips/chi/admin/a", auth.Done)
	c.With(auth.Require).Get("/skips/chi/admin/b", auth.Done)
	m.Handle("/skips/chi/", adminOnly("/skips/chi/admin/", c)) // this mux takes clean paths only

	g := gin.New()
	g.RemoveExtraSlash = true
	g.Use(adminGin)
	g.GET("/skips/gin/admin/a", doneGin)
	m.Handle("/skips/gin/", g)

	m.Handle("/skips/fiber/", adaptor.FiberApp(fiberApp("/skips/fiber/"))) // and this path as it is written
}

// unless lets pass what is open.
func unless(open func(*http.Request) bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !open(r) && user(r) == nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func exceptText(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".txt") { // want failopen
			next.ServeHTTP(w, r)
			return
		}
		auth.Require(next).ServeHTTP(w, r)
	})
}

// adminOnly asks below a path only.
func adminOnly(path string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, path) && user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func adminGin(c *gin.Context) {
	if strings.HasPrefix(c.Request.URL.Path, "/skips/gin/admin/") && user(c.Request) == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// Cleaned is a program whose guard sees what the router does not: //admin/a, and /x/../admin/a.
func Cleaned() { log.Fatal(http.ListenAndServe("localhost:8080", cleaned())) }

func cleaned() http.Handler {
	c := chi.NewRouter()
	c.Use(middleware.CleanPath)
	c.Get("/admin/a", done)
	c.With(auth.Require).Get("/admin/b", auth.Done)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/admin/") && user(r) == nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		c.ServeHTTP(w, r)
	})
}

// Slashes is one whose router overlooks slashes.
func Slashes() { log.Fatal(slashes(true).Run("localhost:8080")) }

// Single is the same, and does not.
func Single() { log.Fatal(slashes(false).Run("localhost:8080")) }

func slashes(overlooked bool) *gin.Engine {
	g := gin.New()
	g.RemoveExtraSlash = overlooked
	g.Use(func(c *gin.Context) {
		if strings.HasPrefix(c.Request.URL.Path, "/admin/") && user(c.Request) == nil { // want failopen
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	})
	g.GET("/admin/a", doneGin)
	return g
}

// Capitals is one whose router finds /ADMIN/A.
func Capitals() { log.Fatal(capitals().Listen("localhost:8080")) }

func capitals() *fiber.App {
	f := fiber.New()
	f.Use(func(c fiber.Ctx) error {
		if strings.HasPrefix(c.Path(), "/admin/") { // want failopen
			return guardFiber(c)
		}
		return c.Next()
	})
	f.Get("/admin/a", doneFiber)
	f.Get("/admin/b", guardFiber, doneFiber)
	return f
}

// Written is one whose router does not.
func Written() { log.Fatal(fiberApp("/admin/").Listen("localhost:8080")) }

func fiberApp(path string) *fiber.App {
	f := fiber.New(fiber.Config{CaseSensitive: true})
	f.Use(func(c fiber.Ctx) error {
		if strings.HasPrefix(c.Path(), path) {
			return guardFiber(c)
		}
		return c.Next()
	})
	f.Get(path+"a", doneFiber)
	return f
}

func guardFiber(c fiber.Ctx) error {
	if _, err := auth.Find(c.Get("Authorization")); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func doneFiber(c fiber.Ctx) error {
	c.Set("X-Acted", "yes")
	return c.SendString("done")
}
