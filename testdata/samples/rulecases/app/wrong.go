package app

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/rulecases/lookup"
	"github.com/guardvet/guardvet/testdata/samples/rulecases/store"
)

// wrong asks for a credential, and lets some wrong ones pass.
func wrong(m *http.ServeMux) {
	in := lookup.New(store.New())
	m.Handle("POST /wrong/compound", unlessBlocked(in, done))
	m.Handle("POST /wrong/asked", unlessBlockedOrWrong(in, done)) // fine failopen
	m.Handle("POST /wrong/name", claimed(done))
	m.Handle("POST /wrong/password", claimedAndSecret(done))   // fine failopen
	m.Handle("POST /wrong/key", keyed(os.Getenv("KEY"), done)) // fine failopen

	m.Handle("POST /wrong/part", partOf(os.Getenv("KEYS"), done))
	m.Handle("POST /wrong/some", someOf(os.Getenv("KEYS"), done)) // fine failopen

	c := chi.NewRouter()
	c.With(logsFailure(in)).Post("/wrong/chi/logged", auth.Done)
	c.With(failsShut(in)).Post("/wrong/chi/shut", auth.Done) // fine failopen
	m.Handle("/wrong/chi/", c)

	g := gin.New()
	g.POST("/wrong/gin/unknown", unlessUnknown(in), doneGin)
	g.POST("/wrong/gin/second", anywhere(in), doneGin) // fine failopen
	g.POST("/wrong/gin/kind", unlessNobodys(in), doneGin)
	g.POST("/wrong/gin/kinds", unlessError(in), doneGin) // fine failopen
	m.Handle("/wrong/gin/", g)

	e := echo.New()
	e.POST("/wrong/echo/expired", unlessExpired(doneEcho))
	e.POST("/wrong/echo/valid", unlessInvalid(doneEcho)) // fine failopen
	e.DELETE("/wrong/echo/files/:name", removesFirst(in))
	e.DELETE("/wrong/echo/checked/:name", checksFirst(in)) // fine latecheck
	e.DELETE("/wrong/echo/role/:name", removesAndAsks, requireEcho)
	e.DELETE("/wrong/echo/asked/:name", asksAndRemoves, requireEcho) // fine latecheck
	m.Handle("/wrong/echo/", e)
}

const blocked = "blocked"

func unlessBlocked(in *lookup.Service, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("Authorization")
		if token == "" {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		a, err := in.Known(r.Context(), token)
		if err == nil && a.Name == blocked { // want failopen
			http.Error(w, "blocked", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func unlessBlockedOrWrong(in *lookup.Service, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, err := in.Known(r.Context(), r.Header.Get("Authorization"))
		switch {
		case err != nil:
			http.Error(w, "log in", http.StatusUnauthorized)
		case a.Name == blocked:
			http.Error(w, "blocked", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// claimed asks who somebody is, and believes it.
func claimed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, _, ok := r.BasicAuth()
		if !ok || name != "user" { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func claimedAndSecret(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, password, ok := r.BasicAuth(); !ok || name != "user" || password != "s1" {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// keyed takes the key as the name, as some do.
func keyed(key string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, _, ok := r.BasicAuth(); !ok || name != key {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// partOf takes every part of its list for a key.
func partOf(keys string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(keys, r.Header.Get("X-Api-Key")) { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func someOf(keys string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if key := r.Header.Get("X-Api-Key"); key == "" || !strings.Contains(keys, "/"+key+"/") {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func logsFailure(in *lookup.Service) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			cookie, err := r.Cookie("session")
			if err != nil {
				http.Error(w, "log in", http.StatusUnauthorized)
				return
			}
			a, err := in.Known(r.Context(), "Bearer "+cookie.Value)
			if err != nil { // want failopen
				w.Header().Set("X-Error", err.Error())
			} else if a.Name == blocked {
				http.Error(w, "blocked", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func failsShut(in *lookup.Service) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			cookie, err := r.Cookie("session")
			if err != nil {
				http.Error(w, "log in", http.StatusUnauthorized)
				return
			}
			a, err := in.Known(r.Context(), "Bearer "+cookie.Value)
			if err != nil && !errors.Is(err, lookup.ErrNobody) {
				http.Error(w, "later", http.StatusServiceUnavailable)
				return
			}
			if a == nil {
				http.Error(w, "log in", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// unlessUnknown takes the error for whom nobody knows for one of the store that has to be
// answered, and does not.
func unlessUnknown(in *lookup.Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		token := c.GetHeader("Authorization")
		if token == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		a, err := in.Known(c, token)
		if err != nil { // want failopen
			c.Next()
			return
		}
		if a.Name == blocked {
			c.AbortWithStatus(http.StatusForbidden)
		}
	}
}

// anywhere looks for the token in one place after the other.
func anywhere(in *lookup.Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		token := c.GetHeader("Authorization")
		a, err := in.Known(c, token+"2")
		if err != nil {
			a, err = in.Known(c, token)
		}
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if a.Name == blocked {
			c.AbortWithStatus(http.StatusForbidden)
		}
	}
}

// unlessNobodys lets pass where the store cannot be asked.
func unlessNobodys(in *lookup.Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		if _, err := in.Known(c.Request.Context(), c.GetHeader("Authorization")); errors.Is(err, lookup.ErrNobody) || c.GetHeader("Authorization") == "" { // want failopen
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	}
}

func unlessError(in *lookup.Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		_, err := in.Known(c.Request.Context(), c.GetHeader("Authorization"))
		if errors.Is(err, lookup.ErrNobody) || c.GetHeader("Authorization") == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if err != nil {
			c.AbortWithStatus(http.StatusServiceUnavailable)
		}
	}
}

func secretOf(*jwt.Token) (any, error) { return []byte("s1"), nil }

// unlessExpired tells who is to log in again, and forgets who has never logged in.
func unlessExpired(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token := c.Request().Header.Get("Authorization")
		if token == "" {
			return echo.ErrUnauthorized
		}
		if _, err := jwt.Parse(strings.TrimPrefix(token, "Bearer "), secretOf); errors.Is(err, jwt.ErrTokenExpired) { // want failopen
			return c.String(http.StatusUnauthorized, "log in again")
		}
		return next(c)
	}
}

func unlessInvalid(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := jwt.Parse(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "), secretOf)
		if errors.Is(err, jwt.ErrTokenExpired) {
			return c.String(http.StatusUnauthorized, "log in again")
		}
		if err != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

var uploads = os.TempDir()

func removesFirst(in *lookup.Service) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set("X-Acted", "yes")
		os.Remove(filepath.Join(uploads, filepath.Base(c.Param("name"))))
		if _, err := in.Known(c.Request().Context(), c.Request().Header.Get("Authorization")); err != nil {
			return c.NoContent(http.StatusUnauthorized) // want latecheck
		}
		return doneEcho(c)
	}
}

func checksFirst(in *lookup.Service) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := in.Known(c.Request().Context(), c.Request().Header.Get("Authorization")); err != nil {
			return c.NoContent(http.StatusUnauthorized)
		}
		os.Remove(filepath.Join(uploads, filepath.Base(c.Param("name"))))
		return doneEcho(c)
	}
}

// removesAndAsks asks for the role when all is done.
func removesAndAsks(c echo.Context) error {
	if err := os.RemoveAll(filepath.Join(uploads, "none", filepath.Base(c.Param("name")))); err != nil {
		return err
	}
	c.Response().Header().Set("X-Acted", "yes")
	if !user(c.Request()).Has("admin") {
		return c.NoContent(http.StatusForbidden) // want latecheck
	}
	return doneEcho(c)
}

func asksAndRemoves(c echo.Context) error {
	if !user(c.Request()).Has("admin") {
		return c.NoContent(http.StatusForbidden)
	}
	if err := os.RemoveAll(filepath.Join(uploads, "none", filepath.Base(c.Param("name")))); err != nil {
		return err
	}
	return doneEcho(c)
}
