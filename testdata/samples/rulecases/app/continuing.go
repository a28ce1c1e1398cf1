package app

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// continuing refuses, and goes on.
func continuing(m *http.ServeMux) {
	m.HandleFunc("POST /continues/role", func(w http.ResponseWriter, r *http.Request) {
		u := user(r)
		if u == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if !u.Has("admin") {
			http.Error(w, "not for you", http.StatusForbidden) // want continues
		}
		auth.Done(w, r)
	})
	m.Handle("POST /continues/wrong", orSession(func(a answered) bool { return a.err != nil }, done))
	m.Handle("POST /continues/heeded", orSession(func(a answered) bool { return a.refused }, done))
	m.Handle("POST /continues/several", several(os.Getenv("OPEN") == ""))
	m.Handle("POST /continues/again", auth.Require(http.HandlerFunc(again)))
	m.HandleFunc("POST /continues/logged", func(w http.ResponseWriter, r *http.Request) { // fine continues
		defer log.SetPrefix("")
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			log.SetPrefix("refused ")
			return
		}
		auth.Done(w, r)
	})
	m.HandleFunc("PATCH /continues/saved", func(w http.ResponseWriter, r *http.Request) {
		u := user(r)
		if u == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if r.FormValue("price") != "" && !u.Has("admin") {
			http.Error(w, "not for you", http.StatusForbidden) // want continues
		}
		if _, err := json.Marshal(u); err != nil { // what is asked after the answer is not what it is for
			http.Error(w, "not saved", http.StatusInternalServerError)
			return
		}
		auth.Done(w, r)
	})
	m.HandleFunc("POST /continues/told", func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			tell(w, http.StatusUnauthorized) // want continues
		}
		auth.Done(w, r)
	})
	m.HandleFunc("POST /continues/checked", func(w http.ResponseWriter, r *http.Request) {
		auth.Check(w, r, "admin") // want continues
		auth.Done(w, r)
	})
	m.HandleFunc("POST /continues/tells", func(w http.ResponseWriter, r *http.Request) { // fine continues
		if _, err := auth.Authenticate(r); err != nil {
			tell(w, http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	m.HandleFunc("POST /continues/else", func(w http.ResponseWriter, r *http.Request) { // fine continues
		if u := user(r); u != nil && u.Has("admin") {
			auth.Done(w, r)
		} else if u != nil {
			http.Error(w, "not for you", http.StatusForbidden)
		} else {
			http.Error(w, "log in", http.StatusUnauthorized)
		}
	})

	c := chi.NewRouter()
	c.With(toldChi).Post("/continues/chi/told", auth.Done)
	c.With(stoppedChi).Post("/continues/chi/stopped", auth.Done) // fine continues
	m.Handle("/continues/chi/", c)

	g := gin.New()
	g.POST("/continues/gin/sent", sentGin, doneGin)
	g.POST("/continues/gin/turned", turnedGin, doneGin) // fine continues
	g.POST("/continues/gin/handler", func(c *gin.Context) {
		if user(c.Request) == nil {
			c.JSON(http.StatusUnauthorized, nil) // want continues
		}
		doneGin(c)
	})
	left := g.Group("/continues/gin/left", answersLeft)
	left.POST("/role", requireGin, leavesRole, doneGin)
	left.POST("/stopped", leavesStopped, doneGin) // fine continues
	left.POST("/after", leavesAfter, doneGin)     // fine continues
	left.POST("/form", leavesForm, doneGin)       // fine continues
	m.Handle("/continues/gin/", g)

	e := echo.New()
	e.POST("/continues/echo/handler", func(c echo.Context) error {
		if user(c.Request()) == nil {
			c.NoContent(http.StatusUnauthorized) // want continues
		}
		return doneEcho(c)
	})
	e.POST("/continues/echo/returned", func(c echo.Context) error { // fine continues
		if user(c.Request()) == nil {
			return c.NoContent(http.StatusUnauthorized)
		}
		return doneEcho(c)
	})
	m.Handle("/continues/echo/", e)

	r := mux.NewRouter()
	r.Use(toldGorilla)
	r.HandleFunc("/continues/gorilla/told", auth.Done).Methods("POST")
	r.HandleFunc("/continues/gorilla/closed", func(w http.ResponseWriter, r *http.Request) { // fine continues
		if user(r) != nil {
			auth.Done(w, r)
			return
		}
		http.Error(w, "log in", http.StatusUnauthorized)
	}).Methods("PUT")
	m.Handle("/continues/gorilla/", r)
}

func toldChi(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			w.WriteHeader(http.StatusUnauthorized) // want continues
		}
		next.ServeHTTP(w, r)
	})
}

func stoppedChi(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
		} else {
			next.ServeHTTP(w, r)
		}
	})
}

// sentGin sends to the login, and does not abort.
func sentGin(c *gin.Context) {
	if user(c.Request) == nil {
		c.Redirect(http.StatusFound, "/login") // want continues
	}
}

var errRole = errors.New("not for you")

// answersLeft answers for the errors that others have left.
func answersLeft(c *gin.Context) {
	c.Next()
	if err := c.Errors.Last(); err != nil && !c.Writer.Written() {
		if errors.Is(err.Err, errRole) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// leavesRole leaves an error, and does not abort.
func leavesRole(c *gin.Context) {
	if !user(c.Request).Has("admin") {
		_ = c.Error(errRole) // want continues
		return
	}
	c.Next()
}

func leavesStopped(c *gin.Context) {
	if user(c.Request) == nil {
		_ = c.Error(errors.New("log in"))
		c.Abort()
		return
	}
	c.Next()
}

// leavesAfter only says how it was.
func leavesAfter(c *gin.Context) {
	requireGin(c)
	c.Next()
	if user(c.Request) != nil && !user(c.Request).Has("admin") {
		_ = c.Error(errRole)
	}
}

// leavesForm asks nothing of who sends the request.
func leavesForm(c *gin.Context) {
	if requireGin(c); c.Query("price") == "free" {
		_ = c.Error(errors.New("nothing is free"))
		return
	}
	c.Next()
}

func turnedGin(c *gin.Context) {
	if user(c.Request) == nil {
		c.Redirect(http.StatusFound, "/login")
		c.Abort()
	}
}

func toldGorilla(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized) // want continues
		}
		next.ServeHTTP(w, r)
	})
}

// several makes a handler that settings choose.
func several(asks bool) http.Handler {
	var h http.Handler = done
	if os.Getenv("DEBUG") != "" {
		h = timed(h)
	}
	if asks {
		h = forgets(h)
	}
	return h
}

func timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
		log.Println(r.URL.Path)
	})
}

func forgets(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized) // want continues
		}
		next.ServeHTTP(w, r)
	})
}

// again is behind a guard. If it were not, it would not end, and so it does not go on.
func again(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Who", whose(w, r))
	auth.Done(w, r)
}

func whose(w http.ResponseWriter, r *http.Request) string {
	u := user(r)
	if u == nil {
		w.WriteHeader(http.StatusUnauthorized) // fine continues
		return whose(w, r)
	}
	return u.Name
}

// tell answers with a status, for whoever asks it to.
func tell(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(status)
}

// An answered is what became of a token: whether one was sent, whether the sender was told that it is wrong, and whether that
// could not be written.
type answered struct {
	sent, refused bool
	err           error
}

// orSession goes on for whoever sends a token, unless it is to stop, and for whoever has a session.
func orSession(stop func(answered) bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := answersToken(w, r) // want continues
		if stop(a) {
			return
		}
		if c, err := r.Cookie("session"); a.sent || err == nil && c.Value == os.Getenv("SESSION") {
			next.ServeHTTP(w, r)
			return
		}
		http.Error(w, "log in", http.StatusUnauthorized)
	})
}

func answersToken(w http.ResponseWriter, r *http.Request) answered {
	if r.Header.Get("Authorization") == "" {
		return answered{}
	}
	if _, err := auth.Authenticate(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		_, err := w.Write([]byte("you are nobody"))
		return answered{sent: true, refused: true, err: err}
	}
	return answered{sent: true}
}
