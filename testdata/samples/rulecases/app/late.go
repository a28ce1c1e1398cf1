package app

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A shelf is shared by all requests.
type shelf struct {
	mu    sync.Mutex
	books map[string]string
	order []string
	count int
}

var (
	books  = &shelf{books: map[string]string{}}
	orders = make(chan string, 1000)
)

// late checks when all is done.
func late(m *http.ServeMux) {
	m.HandleFunc("DELETE /late/books", func(w http.ResponseWriter, r *http.Request) {
		books.mu.Lock()
		delete(books.books, r.FormValue("id"))
		books.mu.Unlock()
		w.Header().Set("X-Acted", "yes")
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized) // want latecheck
			return
		}
		auth.Done(w, r)
	})
	m.HandleFunc("DELETE /late/early", func(w http.ResponseWriter, r *http.Request) { // fine latecheck
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		books.mu.Lock()
		delete(books.books, r.FormValue("id"))
		books.mu.Unlock()
		auth.Done(w, r)
	})
	m.HandleFunc("POST /late/looked", func(w http.ResponseWriter, r *http.Request) { // fine latecheck
		books.mu.Lock()
		_, there := books.books[r.FormValue("id")]
		books.mu.Unlock()
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if there {
			auth.Done(w, r)
			return
		}
		auth.Done(w, r)
	})
	m.HandleFunc("POST /late/read", func(w http.ResponseWriter, r *http.Request) { // fine latecheck
		if !readers.knows(r.Header.Get("Authorization")) {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	m.Handle("POST /late/behind", auth.Require(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // fine latecheck
		books.mu.Lock()
		books.count++ // for everybody who is known
		books.mu.Unlock()
		w.Header().Set("X-Acted", "yes")
		if !user(r).Has("admin") {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})))

	g := gin.New()
	g.POST("/late/gin/order", func(c *gin.Context) {
		orders <- c.Query("id")
		c.Header("X-Acted", "yes")
		if user(c.Request) == nil {
			c.AbortWithStatus(http.StatusUnauthorized) // want latecheck
			return
		}
		doneGin(c)
	})
	g.POST("/late/gin/early", func(c *gin.Context) { // fine latecheck
		if user(c.Request) == nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		orders <- c.Query("id")
		doneGin(c)
	})
	m.Handle("/late/gin/", g)

	e := echo.New()
	e.PUT("/late/echo/books", func(c echo.Context) error {
		books.mu.Lock()
		books.books[c.QueryParam("id")] = c.QueryParam("text")
		books.mu.Unlock()
		c.Response().Header().Set("X-Acted", "yes")
		if user(c.Request()) == nil {
			return c.NoContent(http.StatusUnauthorized) // want latecheck
		}
		return doneEcho(c)
	})
	e.PUT("/late/echo/guarded", func(c echo.Context) error { // fine latecheck
		books.mu.Lock()
		books.books[c.QueryParam("id")] = c.QueryParam("text")
		books.mu.Unlock()
		return doneEcho(c)
	}, requireEcho)
	m.Handle("/late/echo/", e)

	c := chi.NewRouter()
	c.Post("/late/chi/append", func(w http.ResponseWriter, r *http.Request) {
		books.mu.Lock()
		books.order = append(books.order, r.FormValue("id"))
		books.mu.Unlock()
		w.Header().Set("X-Acted", "yes")
		if _, err := auth.Authenticate(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized) // want latecheck
			return
		}
		auth.Done(w, r)
	})
	c.Post("/late/chi/after", func(w http.ResponseWriter, r *http.Request) { // fine latecheck
		if _, err := auth.Authenticate(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		books.mu.Lock()
		books.order = append(books.order, r.FormValue("id"))
		books.mu.Unlock()
		auth.Done(w, r)
	})
	m.Handle("/late/chi/", c)

	r := mux.NewRouter()
	r.HandleFunc("/late/gorilla/count", func(w http.ResponseWriter, r *http.Request) {
		books.mu.Lock()
		books.count++
		books.mu.Unlock()
		w.Header().Set("X-Acted", "yes")
		if user(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized) // want latecheck
			return
		}
		auth.Done(w, r)
	}).Methods("POST")
	m.Handle("/late/gorilla/", r)
}

// A register of users is read anew when it is old. That is part of the check, and nothing
// that whoever is refused has asked for.
type register struct {
	mu    sync.Mutex
	users map[string]string
	read  time.Time
}

var readers = &register{}

func (d *register) knows(token string) bool {
	d.refresh()
	return d.users[token] != ""
}

func (d *register) refresh() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if time.Since(d.read) < time.Minute {
		return
	}
	d.users, d.read = loadUsers(), time.Now()
}

func loadUsers() map[string]string {
	users := map[string]string{}
	_ = json.Unmarshal([]byte(`{"Bearer user": "user", "Bearer admin": "admin"}`), &users)
	return users
}
