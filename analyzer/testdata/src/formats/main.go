// Program formats has handlers of its own form: middleware that answers in one of two formats, which it
// asks before and after the handler; what was sent is the same both times.
package main

import (
	"net/http"

	"formats/web"
)

// A recorder keeps the status for later.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(b []byte) (int, error) { return len(b), nil }

type record struct{}

func (record) Before(c web.Ctx) error {
	if c.Request().Header.Get("X-Format") == "plain" {
		return nil
	}
	c.SetWriter(&recorder{c.Writer(), http.StatusOK})
	return nil
}

func (record) After(c web.Ctx) error {
	if c.Request().Header.Get("X-Format") == "plain" {
		return nil
	}
	rec, ok := c.Writer().(*recorder)
	if !ok {
		return nil
	}
	rec.ResponseWriter.WriteHeader(rec.status)
	return nil
}

// reset writes the header anew: what was sent says nothing of it.
type reset struct{ record }

func (reset) Before(c web.Ctx) error {
	err := record{}.Before(c)
	c.Request().Header.Set("X-Format", "plain")
	return err
}

type session struct{}

func (session) Before(c web.Ctx) error {
	token := c.Request().Header.Get("Authorization")
	if token == "" {
		token = fromCookie(c.Request())
	}
	if token == "" || token != secret {
		return nil
	}
	c.SetAccount(&web.Account{Name: "x"})
	return nil
}

func (session) After(c web.Ctx) error { return nil }

func fromCookie(r *http.Request) string {
	cookie, err := r.Cookie("token")
	if err != nil {
		return ""
	}
	return cookie.Value
}

var secret = "secret"

func demand(c web.Ctx) bool {
	if c.Account() == nil {
		c.Writer().WriteHeader(http.StatusUnauthorized)
		return false
	}
	return true
}

func mine(c web.Ctx) {
	if !demand(c) {
		return
	}
	c.Writer().Write([]byte("mine"))
}

func all(c web.Ctx) { c.Writer().Write([]byte("all")) }

func main() {
	list := []web.Middleware{record{}, session{}}
	http.HandleFunc("GET /mine", web.Wrap(mine, list...))                             // want `^GET /mine: guarded authn`
	http.HandleFunc("GET /all", web.Wrap(all, list...))                               // want `^GET /all: unguarded none$`
	http.HandleFunc("GET /reset", web.Wrap(mine, web.Middleware(reset{}), session{})) // want `^GET /reset: unguarded none$`
	http.ListenAndServe(":80", nil)
}
