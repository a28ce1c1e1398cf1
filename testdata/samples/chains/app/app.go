// Package app is a program of net/http whose chains are put together by packages.
package app

import (
	"io"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"
	"github.com/go-chi/jwtauth/v5"
	"github.com/gorilla/handlers"
	"github.com/julienschmidt/httprouter"
	"github.com/justinas/alice"
	"github.com/rs/cors"
	"github.com/urfave/negroni/v3"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// Tokens makes and verifies the tokens of the part that wants some.
var Tokens = jwtauth.New("HS256", []byte("secret"), nil)

// New makes the application.
func New() http.Handler {
	mux := http.NewServeMux()
	done := http.HandlerFunc(auth.Done)

	logged := alice.New(logging, auth.Identify)
	known := logged.Append(auth.Require)
	logged.Append(auth.Require) // planted fault: what Append returns is thrown away
	mux.Handle("GET /alice/open", logged.Then(done))
	mux.Handle("GET /alice/known", known.ThenFunc(auth.Done))
	mux.Handle("GET /alice/admin", known.Extend(alice.New(auth.Role("admin"))).Then(done))
	mux.Handle("GET /alice/made", alice.New(httprate.LimitByIP(1000, time.Minute)).Then(done))

	mux.Handle("GET /negroni/known", stack(check, done))
	mux.Handle("GET /negroni/open", stack(forgets, done))
	n := negroni.New(negroni.NewRecovery())
	n.UseHandler(auth.Require(http.HandlerFunc(nothing))) // planted fault: the next one runs all the same
	n.UseHandler(done)
	mux.Handle("GET /negroni/wrapped", n)
	late := negroni.New()
	late.UseHandler(done)
	late.UseFunc(check) // planted fault: it comes after the handler
	mux.Handle("GET /negroni/late", late)
	pages := httprouter.New()
	pages.GET("/pages/:id", page)
	front := negroni.New(negroni.NewRecovery(), negroni.HandlerFunc(check))
	front.UseHandler(pages)
	mux.Handle("/pages/", front)

	settings(mux, done)

	mux.Handle("GET /handlers/known", handlers.LoggingHandler(io.Discard, handlers.CompressHandler(auth.Require(done))))
	mux.Handle("GET /handlers/open", handlers.RecoveryHandler()(handlers.CORS()(done)))
	mux.Handle("/handlers/method", handlers.MethodHandler{"GET": done, "POST": auth.Require(done)})

	mux.Handle("GET /cors/open", cors.Default().Handler(done))
	mux.Handle("GET /cors/known", cors.New(cors.Options{AllowedOrigins: []string{"https://shop.example"}}).Handler(auth.Require(done)))

	tokens := chi.NewRouter()
	tokens.Use(jwtauth.Verifier(Tokens))
	tokens.Get("/jwt/verified", auth.Done) // planted fault: the verifier refuses nobody
	tokens.With(jwtauth.Authenticator(Tokens)).Get("/jwt/known", auth.Done)
	mux.Handle("/jwt/", tokens)
	return mux
}

func page(w http.ResponseWriter, r *http.Request, _ httprouter.Params) { auth.Done(w, r) }

func logging(next http.Handler) http.Handler {
	return handlers.CombinedLoggingHandler(io.Discard, next)
}

func stack(guard negroni.HandlerFunc, h http.Handler) http.Handler {
	return negroni.New(negroni.NewRecovery(), guard, negroni.Wrap(h))
}

func check(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if _, err := auth.Authenticate(r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	next(w, r)
}

// forgets to return.
func forgets(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if _, err := auth.Authenticate(r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
	}
	next(w, r)
}

func nothing(http.ResponseWriter, *http.Request) {}
