package app

import (
	"errors"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// failing lets pass who sends nothing, or who cannot be looked up.
func failing(m *http.ServeMux) {
	m.Handle("GET /fails/blocked", notBlocked(done))
	m.Handle("GET /fails/known", auth.Require(notBlocked(done))) // fine failopen
	m.Handle("POST /fails/ways", anyWay(configuredWays(), done)) // fine failopen

	m.Handle("POST /fails/loaded", loaded(done)) // want unguarded

	m.Handle("POST /fails/kind", unlessNobody(done)) // want failopen
	m.Handle("POST /fails/kinds", eachKind(done))    // fine failopen

	g := gin.New()
	g.GET("/fails/gin/empty", emptyGin, doneGin)
	g.GET("/fails/gin/checked", checkedGin, doneGin) // fine failopen
	m.Handle("/fails/gin/", g)

	e := echo.New()
	e.GET("/fails/echo/optional", doneEcho, optionalEcho)
	e.GET("/fails/echo/keyed", doneEcho, keyEcho(nil))                                                                      // fine failopen
	e.GET("/fails/echo/skipped", doneEcho, keyEcho(func(c echo.Context) bool { return c.Path() == "/fails/echo/skipped" })) // want unguarded
	m.Handle("/fails/echo/", e)

	c := chi.NewRouter()
	c.With(ifSent).Get("/fails/chi/sent", auth.Done)
	c.With(ifSent, auth.Require).Get("/fails/chi/both", auth.Done) // fine failopen
	m.Handle("/fails/chi/", c)

	r := mux.NewRouter()
	r.Use(cookieOnly)
	r.HandleFunc("/fails/gorilla/cookie", auth.Done).Methods("GET")
	m.Handle("/fails/gorilla/", r)
}

// notBlocked refuses those who are known to be blocked.
func notBlocked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // want failopen
		u, err := auth.Authenticate(r)
		if err == nil && u.Has("blocked") {
			http.Error(w, "blocked", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// loaded looks for the visitor of a session, if one is sent. That what is kept cannot be read is not about who asks.
func loaded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // fine failopen
		if c, err := r.Cookie("session"); err == nil {
			kept, err := visitorOf(c.Value)
			if err != nil {
				panic(err)
			}
			w.Header().Set("X-Greeting", "hello "+kept)
		}
		next.ServeHTTP(w, r)
	})
}

func visitorOf(id string) (string, error) {
	name, err := os.ReadFile("visitors/" + id)
	if os.IsNotExist(err) {
		return "", nil
	}
	return string(name), err
}

// unlessNobody refuses for errors that are not about who asks.
func unlessNobody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil && !errors.Is(err, auth.ErrNobody) {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// eachKind answers each error in its way.
func eachKind(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); errors.Is(err, auth.ErrNobody) {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		} else if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func emptyGin(c *gin.Context) {
	header := c.GetHeader("Authorization")
	if header == "" { // want failopen
		c.Next()
		return
	}
	if _, err := auth.Find(header); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func checkedGin(c *gin.Context) {
	header := c.GetHeader("Authorization")
	if header == "" {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if _, err := auth.Find(header); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func optionalEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		header := c.Request().Header.Get("Authorization")
		if header == "" { // want failopen
			return next(c)
		}
		if _, err := auth.Find(header); err != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func keyEcho(skip middleware.Skipper) echo.MiddlewareFunc {
	return middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{Skipper: skip, Validator: func(key string, c echo.Context) (bool, error) {
		_, err := auth.Find("Bearer " + key)
		return err == nil, nil
	}})
}

// ifSent looks at what is sent, if anything is.
func ifSent(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if header := r.Header.Get("Authorization"); header != "" { // want failopen
			if _, err := auth.Find(header); err != nil {
				http.Error(w, err.Error(), http.StatusUnauthorized)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// cookieOnly refuses cookies of nobody; who has none is let through.
func cookieOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("session")
		if err == nil { // want failopen
			if _, err := auth.Find("Bearer " + c.Value); err != nil {
				http.Error(w, err.Error(), http.StatusUnauthorized)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// A way is how to find out who sends a request.
type way int

const (
	byToken way = iota
	byCertificate
)

func configuredWays() (ways []way) {
	for _, name := range strings.Split(os.Getenv("WAYS_TO_ASK"), ",") {
		if name == "certificate" {
			ways = append(ways, byCertificate)
		} else {
			ways = append(ways, byToken)
		}
	}
	return ways
}

// An asking goes the ways that the configuration names.
type asking struct {
	*http.Request
	ways []way
}

// functions leaves out the one that looks at certificates where the server does not encrypt:
// that is for the server to choose, and not for who sends the request.
func (a asking) functions() []func() (string, error) {
	list := make([]func() (string, error), 0, len(a.ways)+1)
	for _, w := range a.ways {
		switch w {
		case byToken:
			list = append(list, func() (string, error) {
				token := strings.ReplaceAll(a.Header.Get("Authorization"), "Bearer ", "")
				if token == "" {
					return "", errors.New("no token")
				}
				if token != "user" && token != "admin" {
					return "", errors.New("the token of nobody")
				}
				return token, nil
			})
		case byCertificate:
			if a.TLS == nil {
				break
			}
			list = append(list, func() (string, error) {
				if len(a.TLS.PeerCertificates) == 0 {
					return "", errors.New("no certificate")
				}
				return a.TLS.PeerCertificates[0].Subject.CommonName, nil
			})
		}
	}
	return list
}

func (a asking) who() (name string, err error) {
	for _, ask := range a.functions() {
		if name, err = ask(); err == nil {
			break
		}
	}
	if err != nil {
		return "", err
	}
	return name, nil
}

// anyWay lets pass whom one of the ways finds.
func anyWay(ways []way, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := (asking{r, ways}).who(); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
