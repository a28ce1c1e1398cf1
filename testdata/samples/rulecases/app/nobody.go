package app

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/rulecases/lookup"
	"github.com/guardvet/guardvet/testdata/samples/rulecases/store"
)

// nobody asks whether looking for somebody failed, and not whether somebody was found.
func nobody(m *http.ServeMux) {
	m.Handle("POST /nobody/kept", known(stored, done))
	m.Handle("POST /nobody/asked", knownAndThere(done)) // fine failopen
	m.Handle("POST /nobody/refused", knownOrError(done))
	m.Handle("POST /nobody/store", looked(lookup.New(store.New()), done))
	m.Handle("POST /nobody/there", lookedAndThere(lookup.New(store.New()), done)) // fine failopen

	c := chi.NewRouter()
	c.With(bearer).Post("/nobody/chi/bearer", auth.Done)
	c.With(bearerOrName).Post("/nobody/chi/either", auth.Done)
	m.Handle("/nobody/chi/", c)

	g := gin.New()
	g.POST("/nobody/gin/session", sessionGin, doneGin)
	g.POST("/nobody/gin/needed", sessionGin, neededGin, doneGin) // fine failopen
	g.POST("/nobody/gin/store", lookedGin(lookup.New(store.New())), doneGin)
	m.Handle("/nobody/gin/", g)

	e := echo.New()
	e.POST("/nobody/echo/handler", func(c echo.Context) error {
		if _, err := stored(c.Request().Header.Get("Authorization")); err != nil { // want failopen
			return echo.ErrUnauthorized
		}
		return doneEcho(c)
	})
	e.POST("/nobody/echo/named", func(c echo.Context) error { // fine failopen
		u, err := stored(c.Request().Header.Get("Authorization"))
		if err != nil {
			return echo.ErrUnauthorized
		}
		c.Response().Header().Set("X-Who", u.Name) // it fails for nobody
		return doneEcho(c)
	})
	m.Handle("/nobody/echo/", e)

	r := mux.NewRouter()
	r.Use(auth.Require, prefers)
	r.HandleFunc("/nobody/gorilla/preferences", auth.Done).Methods("POST")
	m.Handle("/nobody/gorilla/", r)
}

var (
	owners  = map[string]*auth.User{"Bearer user": {Name: "user"}, "Bearer admin": {Name: "admin", Roles: []string{"admin"}}}
	errNone = errors.New("log in")
)

// stored is whose token it is; that of nobody is no error.
func stored(token string) (*auth.User, error) {
	if token == "" {
		return nil, errNone
	}
	u, ok := owners[token]
	if !ok {
		return nil, nil
	}
	return u, nil
}

// strict is whose token it is.
func strict(token string) (*auth.User, error) {
	u, ok := owners[token]
	if !ok {
		return nil, errNone
	}
	return u, nil
}

func known(find func(string) (*auth.User, error), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := find(r.Header.Get("Authorization")) // want failopen
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), u)))
	})
}

// looked asks a service, whose packages see nothing of HTTP.
func looked(in *lookup.Service, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := in.Whose(r.Context(), r.Header.Get("Authorization")); err != nil { // want failopen
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func lookedAndThere(in *lookup.Service, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, err := in.Whose(r.Context(), r.Header.Get("Authorization"))
		if err != nil || a == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func knownAndThere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := stored(r.Header.Get("Authorization"))
		if err != nil || u == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), u)))
	})
}

func knownOrError(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := strict(r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), u)))
	})
}

// A directory keeps who has which token.
type directory interface {
	Owner(ctx context.Context, token string) (u *auth.User, there bool, err error)
}

type inMemory struct{}

func (inMemory) Owner(_ context.Context, token string) (*auth.User, bool, error) {
	u, there := owners["Bearer "+token]
	return u, there, nil
}

type service struct{ directory }

var accounts = service{inMemory{}}

// byToken hands on what the directory knows.
func (s service) byToken(ctx context.Context, token string) (*auth.User, error) {
	u, there, err := s.Owner(ctx, token)
	if err != nil {
		return nil, err
	}
	if !there {
		return nil, nil
	}
	return u, nil
}

func (s service) who(r *http.Request) (*auth.User, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return nil, errNone
	}
	return s.byToken(r.Context(), token) // want failopen
}

func bearer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := accounts.who(r)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), u)))
	})
}

// bearerOrName asks for a password where the token is nobody's.
func bearerOrName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := stored(r.Header.Get("Authorization"))
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if u == nil {
			name, _, _ := r.BasicAuth()
			if u, err = strict("Bearer " + name); err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
		}
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), u)))
	})
}

// sessionGin looks the cookie up.
func sessionGin(c *gin.Context) {
	cookie, err := c.Cookie("session")
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	u, err := stored("Bearer " + cookie) // want failopen
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user", u)
}

// neededGin asks for whom the other one has found.
// lookedGin gives the service its own context, which the service sees as any other.
func lookedGin(in *lookup.Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		a, err := in.Whose(c, c.GetHeader("Authorization")) // want failopen
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if a != nil {
			c.Set("account", a)
		}
		c.Next()
	}
}

func neededGin(c *gin.Context) {
	if u, _ := c.Get("user"); u == (*auth.User)(nil) || u == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// preferences are not there for everybody.
func preferences(name string) (*http.Cookie, error) {
	switch name {
	case "":
		return nil, errNone
	case "user":
		return &http.Cookie{Name: "lang", Value: "eo"}, nil
	}
	return nil, nil
}

func prefers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := preferences(auth.Current(r.Context()).Name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		if c != nil {
			http.SetCookie(w, c)
		}
		next.ServeHTTP(w, r)
	})
}
