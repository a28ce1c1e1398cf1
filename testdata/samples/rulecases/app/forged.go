package app

import (
	"errors"
	"log"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// forged asks whether anybody has signed a token, and goes by what it says all the same.
func forged(m *http.ServeMux) {
	m.Handle("POST /forged/logged", logsForged(done))
	m.Handle("POST /forged/valid", asksValid(done)) // fine failopen

	c := chi.NewRouter()
	c.With(ofItsType).Post("/forged/chi/type", auth.Done)
	c.With(orKey).Post("/forged/chi/key", auth.Done)                  // fine failopen
	c.With(asksValid, namesWho).Post("/forged/chi/behind", auth.Done) // fine failopen
	m.Handle("/forged/chi/", c)

	g := gin.New()
	g.POST("/forged/gin/role", claimsRole, doneGin)
	g.POST("/forged/gin/refresh", orExpired, doneGin) // fine failopen
	m.Handle("/forged/gin/", g)

	e := echo.New()
	e.Use(keepsForged)
	e.POST("/forged/echo/mine", mineEcho)
	m.Handle("/forged/echo/", e)
}

func isUser(name string) bool { return name == "user" }

func logsForged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := &jwt.RegisteredClaims{}
		_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), claims, theKey)
		if err != nil { // want failopen
			log.Println(err)
		}
		if !isUser(claims.Subject) {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// asksValid logs the error, and asks the token.
func asksValid(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := &jwt.RegisteredClaims{}
		token, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), claims, theKey)
		if err != nil {
			log.Println(err)
		}
		if token == nil || !token.Valid || !isUser(claims.Subject) {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// namesWho stands behind a guard, which has asked.
func namesWho(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := &jwt.RegisteredClaims{}
		_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), claims, theKey)
		if err != nil { // fine failopen
			log.Println(err)
		}
		if !isUser(claims.Subject) {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ofItsType looks for a token that is too old, and forgets what else may be wrong.
func ofItsType(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := &jwt4.RegisteredClaims{}
		_, err := jwt4.ParseWithClaims(r.Header.Get("Authorization"), claims, func(*jwt4.Token) (any, error) { return []byte("rather secret"), nil })
		if !slices.Contains(claims.Audience, "here") {
			http.Error(w, "not for us", http.StatusUnauthorized)
			return
		}
		if err != nil { // want failopen
			var wrong *jwt4.ValidationError
			if !errors.As(err, &wrong) {
				http.Error(w, "log in", http.StatusUnauthorized)
				return
			}
			if wrong.Errors == jwt4.ValidationErrorExpired {
				w.Header().Set("X-Refresh", "soon")
			}
		}
		if !isUser(claims.Subject) {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var programs = map[string]string{"k1": "backup"}

// orKey takes the key of a program where there is no token.
func orKey(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text := r.Header.Get("Authorization")
		claims := &jwt.RegisteredClaims{}
		if _, err := jwt.ParseWithClaims(text, claims, theKey); err != nil {
			if programs[text] == "" {
				http.Error(w, "log in", http.StatusUnauthorized)
				return
			}
		} else if !isUser(claims.Subject) {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func claimsRole(c *gin.Context) {
	token, err := jwt.Parse(c.GetHeader("Authorization"), theKey)
	if token == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if err != nil { // want failopen
		c.Header("X-Error", err.Error())
	}
	if name, err := token.Claims.GetSubject(); err != nil || !isUser(name) {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

// orExpired takes a token that is too old, if it is signed.
func orExpired(c *gin.Context) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(c.GetHeader("Authorization"), claims, theKey); err != nil && !errors.Is(err, jwt.ErrTokenExpired) {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if !isUser(claims.Subject) {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// keepsForged leaves for the handlers whom a token names.
func keepsForged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := &jwt.RegisteredClaims{}
		_, err := jwt.ParseWithClaims(c.Request().Header.Get("Authorization"), claims, theKey)
		if err != nil { // want failopen
			c.Logger().Debug(err)
		}
		if !isUser(claims.Subject) {
			return echo.ErrUnauthorized
		}
		c.Set("name", claims.Subject)
		return next(c)
	}
}

func mineEcho(c echo.Context) error {
	if _, ok := c.Get("name").(string); !ok {
		return echo.ErrUnauthorized
	}
	return doneEcho(c)
}
