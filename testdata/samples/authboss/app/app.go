// Package app puts the sample together.
package app

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/aarondl/authboss/v3"
	"github.com/aarondl/authboss/v3/confirm"
	"github.com/aarondl/authboss/v3/defaults"
	"github.com/aarondl/authboss/v3/expire"
	"github.com/aarondl/authboss/v3/lock"
	_ "github.com/aarondl/authboss/v3/logout"
	"github.com/aarondl/authboss/v3/remember"
)

// New makes the application.
func New() http.Handler {
	ab := authboss.New()
	ab.Config.Paths.Mount = "/auth"
	ab.Config.Paths.RootURL = "http://localhost:8080"
	ab.Config.Paths.ConfirmNotOK, ab.Config.Paths.LockNotOK = "/confirm", "/locked"
	ab.Config.Storage.Server = users{}
	ab.Config.Storage.SessionState = sessions{}
	ab.Config.Storage.CookieState = cookies{}
	ab.Config.Core.Logger = defaults.NewLogger(io.Discard)
	ab.Config.Core.Router = defaults.NewRouter()
	ab.Config.Core.Redirector = redirector{}
	ab.Config.Core.ErrorHandler = defaults.NewErrorHandler(ab.Config.Core.Logger)
	ab.Config.Modules.LogoutMethod = "GET"
	if err := ab.Init("lock", "logout", "remember"); err != nil {
		panic(err)
	}
	a := &app{ab}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", done)
	mux.HandleFunc("GET /books", done)
	user := authboss.Middleware2(ab, authboss.RequireNone, authboss.RespondUnauthorized)
	mux.Handle("POST /books", user(http.HandlerFunc(done)))
	hidden := authboss.Middleware2(ab, authboss.RequireFullAuth, authboss.RespondNotFound)
	mux.Handle("GET /hidden", hidden(http.HandlerFunc(done)))
	redirected := authboss.Middleware(ab, true, false, false)
	mux.Handle("GET /account", redirected(http.HandlerFunc(done)))
	mux.Handle("PUT /account", authboss.Middleware(ab, false, true, false)(http.HandlerFunc(done)))
	both := authboss.Middleware2(ab, authboss.RequireFullAuth|authboss.Require2FA, authboss.RespondUnauthorized)
	mux.Handle("DELETE /account", both(http.HandlerFunc(done)))
	mux.Handle("GET /confirmed", user(confirm.Middleware(ab)(http.HandlerFunc(done))))
	mux.Handle("GET /unlocked", user(lock.Middleware(ab)(http.HandlerFunc(done))))
	mux.Handle("GET /remembered", remember.Middleware(ab)(http.HandlerFunc(done))) // planted fault: it refuses nobody
	mux.Handle("GET /expired", expire.Middleware(ab)(http.HandlerFunc(done)))      // planted fault: nor does this
	mux.Handle("GET /admin", user(http.HandlerFunc(a.admin)))
	mux.HandleFunc("GET /me", a.me)
	mux.HandleFunc("GET /id", a.id)
	mux.HandleFunc("GET /whole", a.whole)
	mux.HandleFunc("GET /loaded", a.loaded)
	mux.HandleFunc("GET /panics", a.panics)
	mux.HandleFunc("GET /session", a.session)
	mux.HandleFunc("GET /half", a.half)         // planted fault: nobody is only half known
	mux.HandleFunc("GET /greeting", a.greeting) // planted fault: it tells users apart, and refuses nobody
	mux.Handle("/auth/", http.StripPrefix("/auth", ab.Config.Core.Router))
	return ab.LoadClientStateMiddleware(remember.Middleware(ab)(mux))
}

type app struct{ ab *authboss.Authboss }

func (a *app) me(w http.ResponseWriter, r *http.Request) {
	if _, err := a.ab.CurrentUser(r); err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func (a *app) id(w http.ResponseWriter, r *http.Request) {
	if id, err := a.ab.CurrentUserID(r); err != nil || id == "" {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func (a *app) whole(w http.ResponseWriter, r *http.Request) {
	if !authboss.IsFullyAuthed(r) {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	if u, err := a.ab.CurrentUser(r); err != nil || u.GetPID() != "admin" {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	done(w, r)
}

func (a *app) half(w http.ResponseWriter, r *http.Request) {
	if !authboss.IsFullyAuthed(r) {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func (a *app) loaded(w http.ResponseWriter, r *http.Request) {
	u, err := a.ab.LoadCurrentUser(&r)
	if errors.Is(err, authboss.ErrUserNotFound) || u == nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func (a *app) panics(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			http.Error(w, "log in first", http.StatusInternalServerError)
		}
	}()
	a.ab.CurrentUserP(r)
	done(w, r)
}

func (a *app) session(w http.ResponseWriter, r *http.Request) {
	if uid, ok := authboss.GetSession(r, authboss.SessionKey); !ok || uid == "" {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func (a *app) greeting(w http.ResponseWriter, r *http.Request) {
	if u, err := a.ab.CurrentUser(r); err == nil {
		w.Header().Set("X-Greeting", "hello "+u.GetPID())
	}
	done(w, r)
}

func (a *app) admin(w http.ResponseWriter, r *http.Request) {
	u := a.ab.CurrentUserP(r).(*User)
	if !u.Admin {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	done(w, r)
}

func done(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("X-Acted", "yes")
	w.Write([]byte("done"))
}

// A User is somebody known.
type User struct {
	Name  string
	Admin bool
}

// GetPID is the user's name.
func (u *User) GetPID() string { return u.Name }

// PutPID does nothing.
func (u *User) PutPID(string) {}

// What else a user says of itself. Everybody is confirmed, and nobody is locked.

func (u *User) GetEmail() string           { return u.Name + "@example.com" }
func (u *User) PutEmail(string)            {}
func (u *User) GetConfirmed() bool         { return true }
func (u *User) GetConfirmSelector() string { return "" }
func (u *User) GetConfirmVerifier() string { return "" }
func (u *User) PutConfirmed(bool)          {}
func (u *User) PutConfirmSelector(string)  {}
func (u *User) PutConfirmVerifier(string)  {}
func (u *User) GetAttemptCount() int       { return 0 }
func (u *User) GetLastAttempt() time.Time  { return time.Time{} }
func (u *User) GetLocked() time.Time       { return time.Time{} }
func (u *User) PutAttemptCount(int)        {}
func (u *User) PutLastAttempt(time.Time)   {}
func (u *User) PutLocked(time.Time)        {}

// A state is a session or the cookies of a request.
type state map[string]string

// Get reads a value.
func (s state) Get(key string) (string, bool) { v, ok := s[key]; return v, ok }

// sessions are told by a token, so that the tests need no cookies.
type sessions struct{}

// ReadState finds the session of a request.
func (sessions) ReadState(r *http.Request) (authboss.ClientState, error) {
	s := state{}
	if name, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		s[authboss.SessionKey], s[authboss.Session2FA] = name, "totp"
	}
	return s, nil
}

// WriteState keeps nothing.
func (sessions) WriteState(http.ResponseWriter, authboss.ClientState, []authboss.ClientStateEvent) error {
	return nil
}

type cookies struct{ sessions }

// ReadState finds none.
func (cookies) ReadState(*http.Request) (authboss.ClientState, error) { return state{}, nil }

type users struct{}

// Load finds a user by name.
func (users) Load(_ context.Context, key string) (authboss.User, error) {
	if key != "user" && key != "admin" {
		return nil, authboss.ErrUserNotFound
	}
	return &User{Name: key, Admin: key == "admin"}, nil
}

// Save keeps nothing.
func (users) Save(context.Context, authboss.User) error { return nil }

type redirector struct{}

// Redirect sends elsewhere, but for those who have done what they came for.
func (redirector) Redirect(w http.ResponseWriter, r *http.Request, ro authboss.RedirectOptions) error {
	if ro.Success != "" {
		done(w, r)
		return nil
	}
	http.Redirect(w, r, ro.RedirectPath, ro.Code)
	return nil
}
