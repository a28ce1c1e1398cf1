// Program longchain serves through a chain that is one handler: every step is given the next one as a function,
// and puts its own writer around the response, or does not. Of so many steps that is more than can be followed at once.
package main

import (
	"io"
	"net/http"
	"os"
	"strings"
)

type step interface {
	ServeHTTP(w http.ResponseWriter, r *http.Request, next http.HandlerFunc)
}

type chain struct {
	step step
	next *chain
}

func (c chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.step.ServeHTTP(w, r, c.next.ServeHTTP)
}

type last struct{ h http.Handler }

func (l last) ServeHTTP(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	l.h.ServeHTTP(w, r)
}

func link(h http.Handler, steps ...step) *chain {
	if len(steps) == 0 {
		return &chain{step: last{h}}
	}
	return &chain{step: steps[0], next: link(h, steps[1:]...)}
}

// zipped is a response of which the body is written elsewhere.
type zipped struct {
	http.ResponseWriter
	w      io.Writer
	status int
}

func (z *zipped) Write(b []byte) (int, error) {
	if z.status == 0 {
		z.WriteHeader(http.StatusOK)
	}
	return z.w.Write(b)
}

func (z *zipped) WriteHeader(status int) {
	z.status = status
	z.ResponseWriter.WriteHeader(status)
}

type zip struct{ encoding string }

func (z zip) ServeHTTP(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if !strings.Contains(r.Header.Get("Accept-Encoding"), z.encoding) {
		next(w, r)
		return
	}
	next(&zipped{ResponseWriter: w, w: w}, r)
}

// pages serves some pages itself.
type pages struct{}

func (pages) ServeHTTP(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if r.URL.Path == "/help" {
		io.WriteString(w, "help")
		return
	}
	next(w, r)
}

type auth struct{}

func (auth) ServeHTTP(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if r.URL.Path == "/login" {
		next(w, r)
		return
	}
	if r.Header.Get("Authorization") != "Bearer "+os.Getenv("TOKEN") {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func zips(before ...step) []step {
	for _, e := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l", "m", "n", "o"} {
		before = append(before, zip{e})
	}
	return before
}

func answer(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "answer") }

func main() {
	behind := http.NewServeMux()
	behind.HandleFunc("GET /secret", answer) // want `^GET /secret: guarded authn`
	behind.HandleFunc("GET /login", answer)  // want `^GET /login: public none`
	guarded := link(behind, append(zips(pages{}), append(zips(), auth{})...)...)
	go http.ListenAndServe(":80", guarded) // want `^. /help: unguarded none`

	before := http.NewServeMux()
	before.HandleFunc("GET /news", answer) // want `^GET /news: unguarded none`
	open := link(before, zips(zips()...)...)
	http.ListenAndServe(":81", open)
}
