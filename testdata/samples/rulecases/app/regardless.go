package app

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A collection is what the routes of this file change.
type collection struct{ books map[string]string }

var errNoBook = errors.New("no such book")

func (s *collection) FindBook(name string) (string, error) {
	if _, ok := s.books[name]; !ok {
		return "", errNoBook
	}
	return s.books[name], nil
}

func (s *collection) RemoveBook(name string) error { delete(s.books, name); return nil }

func (s *collection) StoreBook(name, text string) { s.books[name] = text }

// StoreText refuses a text without a name.
func (s *collection) StoreText(name, text string) error {
	if name == "" {
		return errNoBook
	}
	s.books[name] = text
	return nil
}

// regardless answers that something is wrong with the request, and does what it asks for.
func regardless(outer *http.ServeMux, s *collection) {
	m := http.NewServeMux()
	outer.Handle("/regardless/", auth.Require(m))
	m.HandleFunc("DELETE /regardless/books", func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("shelf") != "own" {
			http.Error(w, "not of this shelf", http.StatusNotFound) // want continues
		}
		_ = s.RemoveBook(r.FormValue("name"))
		w.WriteHeader(http.StatusNoContent)
	})
	m.HandleFunc("DELETE /regardless/stopped", func(w http.ResponseWriter, r *http.Request) { // fine continues
		if r.FormValue("shelf") != "own" {
			http.Error(w, "not of this shelf", http.StatusNotFound)
			return
		}
		_ = s.RemoveBook(r.FormValue("name"))
		w.WriteHeader(http.StatusNoContent)
	})
	m.HandleFunc("DELETE /regardless/either", func(w http.ResponseWriter, r *http.Request) { // fine continues
		_, err := s.FindBook(r.FormValue("name"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
		}
		if err == nil {
			_ = s.RemoveBook(r.FormValue("name"))
		}
	})
	m.HandleFunc("DELETE /regardless/begun", func(w http.ResponseWriter, r *http.Request) { // fine continues
		if err := s.RemoveBook(r.FormValue("name")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
		s.StoreBook("last", r.FormValue("name"))
	})
	m.HandleFunc("GET /regardless/read", func(w http.ResponseWriter, r *http.Request) { // fine continues
		if r.FormValue("shelf") != "own" {
			http.Error(w, "not of this shelf", http.StatusNotFound)
		}
		s.StoreBook("read", r.FormValue("name"))
		w.WriteHeader(http.StatusNoContent)
	})

	g := gin.New()
	g.POST("/regardless/gin/books", func(c *gin.Context) {
		text, err := s.FindBook(c.Query("name"))
		if err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want continues
		}
		s.StoreBook(c.Query("to"), text)
		c.JSON(http.StatusOK, nil)
	})
	g.POST("/regardless/gin/texts", func(c *gin.Context) {
		text, err := s.FindBook(c.Query("name"))
		if err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want continues
		}
		if err := s.StoreText(c.Query("to"), text); err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
			return
		}
		c.JSON(http.StatusOK, nil)
	})
	g.POST("/regardless/gin/found", func(c *gin.Context) { // fine continues
		text, ok := s.books[c.Query("name")]
		if !ok {
			c.JSON(http.StatusNotFound, nil)
		}
		if ok {
			s.StoreBook(c.Query("to"), text)
			c.JSON(http.StatusOK, nil)
		}
	})
	g.POST("/regardless/gin/said", func(c *gin.Context) { // fine continues
		text, err := s.FindBook(c.Query("name"))
		if err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		}
		c.JSON(http.StatusOK, text)
	})
	m.Handle("/regardless/gin/", g)

	c := chi.NewRouter()
	c.Put("/regardless/chi/books/{name}", func(w http.ResponseWriter, r *http.Request) {
		if !hasText(w, r) { // want continues
			w.Header().Set("X-Shelf", "none")
		}
		s.StoreBook(chi.URLParam(r, "name"), r.FormValue("text"))
	})
	c.Put("/regardless/chi/named/{name}", func(w http.ResponseWriter, r *http.Request) { // fine continues
		if hasText(w, r) {
			s.StoreBook(chi.URLParam(r, "name"), r.FormValue("text"))
		}
	})
	m.Handle("/regardless/chi/", c)

	e := echo.New()
	e.DELETE("/regardless/echo/books/:name", func(c echo.Context) error {
		if _, err := s.FindBook(c.Param("name")); err != nil {
			c.String(http.StatusNotFound, err.Error()) // want continues
		}
		if err := s.RemoveBook(c.Param("name")); err != nil {
			return err
		}
		return c.NoContent(http.StatusNoContent)
	})
	m.Handle("/regardless/echo/", e)
}

// hasText answers if there is no text.
func hasText(w http.ResponseWriter, r *http.Request) bool {
	if r.FormValue("text") == "" {
		http.Error(w, "no text", http.StatusBadRequest)
		return false
	}
	return true
}
