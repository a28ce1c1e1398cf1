package app

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// sentOnly asks whether a token is sent. Whether it is anybody's, nobody asks, or somebody else on the way.
func sentOnly(m *http.ServeMux) {
	m.Handle("POST /sent/header", sent(done))
	m.Handle("POST /sent/logged", logged(scheme(done)))
	m.Handle("POST /sent/asked", sent(auth.Require(done))) // fine failopen
	m.Handle("POST /sent/forwarded", sentFor(behind()))    // fine failopen
	m.Handle("POST /sent/handed", handsOn(inContext()))    // fine failopen
	m.Handle("POST /sent/kept", sentFor(kept{}))           // fine failopen
	m.Handle("POST /sent/mine", sentFor(mine(nil)))        // fine failopen
	m.Handle("POST /sent/decoded", decoded(done))
	m.Handle("POST /sent/mapped", mapped(done))
	m.Handle("POST /sent/noted", noted(done))
	m.Handle("POST /sent/noted/asked", notedFor(current(done))) // fine failopen
	m.Handle("POST /sent/noted/forwarded", notedFor(behind()))  // fine failopen
	m.Handle("POST /sent/measured", measured(done))
	m.Handle("POST /sent/spelled", spelled(done)) // fine failopen

	g := gin.New()
	g.POST("/sent/gin/cookie", cookieGin, doneGin)
	g.POST("/sent/gin/handler", cookieGin, ofCookieGin) // fine failopen
	g.POST("/sent/gin/kept", keepsGin, doneGin)
	g.POST("/sent/gin/read", keepsGin, readsGin)    // fine failopen
	g.POST("/sent/gin/later", keepsGin, readsLater) // fine failopen
	m.Handle("/sent/gin/", g)

	e := echo.New()
	e.POST("/sent/echo/handler", sentEcho)
	e.POST("/sent/echo/found", foundEcho)                          // fine failopen
	e.POST("/sent/echo/key", doneEcho, middleware.KeyAuth(anyKey)) // want failopen
	m.Handle("/sent/echo/", e)

	c := chi.NewRouter()
	c.With(apart).Post("/sent/chi/apart", auth.Done)
	c.With(apart, comparedWith("user")).Post("/sent/chi/compared", auth.Done) // fine failopen
	m.Handle("/sent/chi/", c)

	r := mux.NewRouter()
	r.HandleFunc("/sent/gorilla/length", long(auth.Done)).Methods("POST")
	r.HandleFunc("/sent/gorilla/written", long(written)).Methods("POST") // fine failopen
	m.Handle("/sent/gorilla/", r)
}

// keepsGin keeps the token for a handler, which may ask whose it is.
func keepsGin(c *gin.Context) {
	token := c.GetHeader("Authorization")
	if token == "" { // want failopen
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("token", token)
}

func readsGin(c *gin.Context) {
	if c.GetString("token") != "Bearer user" {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	doneGin(c)
}

// readsLater reads it elsewhere.
func readsLater(c *gin.Context) {
	asked := make(chan bool)
	go func() { asked <- c.GetString("token") == "Bearer user" }()
	if !<-asked {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	doneGin(c)
}

// measured makes the signature of the body, and looks only whether that which was sent is long enough.
func measured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, "body", http.StatusBadRequest)
			return
		}
		mac := hmac.New(sha256.New, []byte(r.Host))
		mac.Write(body)
		want := hex.EncodeToString(mac.Sum(nil)[:4])
		if got := r.Header.Get("Authorization"); len(got) < len(want) { // want failopen
			http.Error(w, "signature", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func anyKey(key string, _ echo.Context) (bool, error) { return key != "", nil }

// said is what a token says, in the middle, of who has it. Nobody has signed it.
func said(r *http.Request) (string, error) {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if token == "" { // want failopen
		return "", errors.New("no token")
	}
	if pieces := strings.Split(token, "."); len(pieces) == 3 {
		token = pieces[1]
	}
	text, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil {
		return "", err
	}
	return string(text), nil
}

func decoded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := said(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// spelled takes only who says the right word.
func spelled(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if text, err := base64.RawURLEncoding.DecodeString(token); err != nil || string(text) != theWord {
			http.Error(w, "wrong word", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// theWord is what the token of a user says.
var theWord = "\xba\xc7\xab"

func sent(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" { // want failopen
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sentFor does so for handlers that look at the token.
func sentFor(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// scheme asks by which scheme the client authenticates.
func scheme(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ") { // want failopen
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// logged counts requests by their paths.
func logged(next http.Handler) http.Handler {
	counts := make(chan string, 100)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		counts <- r.URL.Path
		next.ServeHTTP(w, r)
		<-counts
	})
}

// behind is a server that asks for the token by itself.
func behind() http.Handler {
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: "behind"})
	proxy.Transport = inProcess{}
	return proxy
}

// inProcess serves what is behind in the same process.
type inProcess struct{}

func (inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	w := answer{header: http.Header{}, status: http.StatusOK}
	auth.Require(done).ServeHTTP(&w, r)
	return &http.Response{StatusCode: w.status, Header: w.header, Body: http.NoBody, Request: r}, nil
}

type answer struct {
	bytes.Buffer
	header http.Header
	status int
}

func (a *answer) Header() http.Header    { return a.header }
func (a *answer) WriteHeader(status int) { a.status = status }

type tokenKey struct{}

// handsOn leaves the token for the handler.
func handsOn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("Authorization")
		if token == "" {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), tokenKey{}, token)))
	})
}

func inContext() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, _ := r.Context().Value(tokenKey{}).(string)
		if _, err := auth.Find(token); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
}

// kept has the request in a field.
type kept struct{ r *http.Request }

func (k kept) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	k.r = r
	k.answer(w)
}

func (k kept) answer(w http.ResponseWriter) {
	header := strings.Fields(k.r.Header.Get("Authorization"))
	if len(header) != 2 || !knownToken(header[1]) {
		http.Error(w, "no such token", http.StatusUnauthorized)
		return
	}
	auth.Done(w, k.r)
}

func knownToken(token string) bool {
	for _, name := range []string{"user", "admin"} {
		if name == token {
			return true
		}
	}
	return false
}

// mine counts for everybody who has a token: of others, there is nothing to be counted.
type mine map[string]int

func (m mine) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Mine", strconv.Itoa(m[r.Header.Get("Authorization")]))
	auth.Done(w, r)
}

func cookieGin(c *gin.Context) {
	if _, err := c.Cookie("session"); err != nil { // want failopen
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func ofCookieGin(c *gin.Context) {
	session, _ := c.Cookie("session")
	if !knownToken(session) {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	doneGin(c)
}

func sentEcho(c echo.Context) error {
	scheme, token, ok := strings.Cut(c.Request().Header.Get("Authorization"), " ")
	if !ok || !strings.EqualFold(scheme, "bearer") || token == "" { // want failopen
		return echo.ErrUnauthorized
	}
	return doneEcho(c)
}

func foundEcho(c echo.Context) error {
	header := c.Request().Header.Get("Authorization")
	if header == "" {
		return echo.ErrUnauthorized
	}
	who, err := auth.Find(header)
	if err != nil {
		return echo.ErrUnauthorized
	}
	c.Set("who", who)
	return doneEcho(c)
}

func apart(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(strings.Split(r.Header.Get("Authorization"), " ")) != 2 { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func comparedWith(token string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") != "Bearer "+token {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func long(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if key := r.Header.Get("Authorization"); len(key) < len("Bearer user") { // want failopen
			http.Error(w, "no key", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// written looks the key up in what is only there while serving.
func written(w http.ResponseWriter, r *http.Request) {
	valid := map[string]bool{"Bearer user": true, "Bearer admin": true}
	if !valid[r.Header.Get("Authorization")] {
		http.Error(w, "no such key", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// mapped asks the map of headers.
func mapped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := r.Header["Authorization"]; !ok { // want failopen
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// noted looks for who it is, writes the error into a log, and goes on.
func noted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := r.Header.Get("Authorization")
		if header == "" { // want failopen
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		user, err := auth.Find(header)
		if err != nil {
			log.Print(err)
		}
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), user)))
	})
}

// notedFor does so for handlers that ask who it is.
func notedFor(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := r.Header.Get("Authorization")
		if header == "" {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		user, err := auth.Find(header)
		if err != nil {
			log.Print(err)
		}
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), user)))
	})
}

func current(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if auth.Current(r.Context()) == nil {
			http.Error(w, "no such token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
