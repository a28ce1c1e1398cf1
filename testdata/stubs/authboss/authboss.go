// Package authboss has the form of github.com/aarondl/authboss/v3 v3.5.2, as far as the sample
// and the table need it, and refuses as that does: the module proxy refuses the module. It was
// written for these tests; none of it is authboss's.
package authboss

import (
	"context"
	"errors"
	"net/http"
	"path"
	"time"
)

// The names under which state is kept.
const (
	SessionKey         = "uid"
	SessionHalfAuthKey = "halfauth"
	SessionLastAction  = "last_action"
	Session2FA         = "twofactor"
	CookieRemember     = "rm"
)

// ErrUserNotFound is the error of who is nobody.
var ErrUserNotFound = errors.New("user not found")

// Authboss has a configuration.
type Authboss struct {
	Config
	loaded map[string]bool
}

// Config says where things are kept and what answers.
type Config struct {
	Paths struct {
		Mount, RootURL, ConfirmNotOK, LockNotOK, LogoutOK string
	}
	Modules struct {
		LogoutMethod string
		ExpireAfter  time.Duration
	}
	Storage struct {
		Server       ServerStorer
		SessionState ClientStateReadWriter
		CookieState  ClientStateReadWriter
	}
	Core struct {
		Logger       Logger
		Router       Router
		Redirector   HTTPRedirector
		ErrorHandler ErrorHandler
	}
}

// What the configuration names.
type (
	User interface {
		GetPID() string
		PutPID(string)
	}
	ConfirmableUser interface {
		User
		GetConfirmed() bool
	}
	LockableUser interface {
		User
		GetLocked() time.Time
	}
	ServerStorer interface {
		Load(ctx context.Context, key string) (User, error)
		Save(ctx context.Context, user User) error
	}
	ClientState           interface{ Get(string) (string, bool) }
	ClientStateReadWriter interface {
		ReadState(*http.Request) (ClientState, error)
		WriteState(http.ResponseWriter, ClientState, []ClientStateEvent) error
	}
	ClientStateEvent struct{ Key, Value string }
	Logger           interface{ Info(string) }
	Router           interface {
		http.Handler
		Get(path string, handler http.Handler)
		Post(path string, handler http.Handler)
		Delete(path string, handler http.Handler)
	}
	HTTPRedirector interface {
		Redirect(http.ResponseWriter, *http.Request, RedirectOptions) error
	}
	ErrorHandler interface {
		Wrap(func(http.ResponseWriter, *http.Request) error) http.Handler
	}
	RedirectOptions struct {
		Success, Failure, RedirectPath string
		Code                           int
	}
	Moduler interface{ Init(*Authboss) error }
)

var modules = map[string]Moduler{}

func RegisterModule(name string, m Moduler) { modules[name] = m }

func New() *Authboss { return &Authboss{loaded: map[string]bool{}} }

func (a *Authboss) Init(names ...string) error {
	for _, name := range names {
		if err := modules[name].Init(a); err != nil {
			return err
		}
		a.loaded[name] = true
	}
	return nil
}

// What is asked of a user, and what answers those who do not have it.
type (
	MWRequirements     int
	MWRespondOnFailure int
)

const (
	RequireNone     MWRequirements = 0
	RequireFullAuth MWRequirements = 1
	Require2FA      MWRequirements = 2
)

const (
	RespondNotFound MWRespondOnFailure = iota
	RespondRedirect
	RespondUnauthorized
)

func Middleware(ab *Authboss, redirectToLogin, forceFullAuth, force2fa bool) func(http.Handler) http.Handler {
	need, answer := RequireNone, RespondNotFound
	if redirectToLogin {
		answer = RespondRedirect
	}
	if forceFullAuth {
		need |= RequireFullAuth
	}
	if force2fa {
		need |= Require2FA
	}
	return Middleware2(ab, need, answer)
}

func Middleware2(ab *Authboss, need MWRequirements, answer MWRespondOnFailure) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if need&RequireFullAuth != 0 && !IsFullyAuthed(r) || need&Require2FA != 0 && !IsTwoFactored(r) {
				ab.refuse(w, r, answer)
				return
			}
			switch _, err := ab.LoadCurrentUser(&r); err {
			case nil:
				next.ServeHTTP(w, r)
			case ErrUserNotFound:
				ab.refuse(w, r, answer)
			default:
				w.WriteHeader(http.StatusInternalServerError)
			}
		})
	}
}

func (a *Authboss) refuse(w http.ResponseWriter, r *http.Request, answer MWRespondOnFailure) {
	switch answer {
	case RespondNotFound:
		w.WriteHeader(http.StatusNotFound)
	case RespondUnauthorized:
		w.WriteHeader(http.StatusUnauthorized)
	default:
		a.Core.Redirector.Redirect(w, r, RedirectOptions{
			Code: http.StatusTemporaryRedirect, Failure: "log in", RedirectPath: path.Join(a.Paths.Mount, "/login"),
		})
	}
}

type key string

// What is kept in the context.
const (
	keyPID     key = "pid"
	keyUser    key = "user"
	keySession key = "session"
	keyCookie  key = "cookie"
)

func (a *Authboss) LoadClientStateMiddleware(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r, err := a.LoadClientState(w, r)
		if err != nil {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		h.ServeHTTP(w, r)
	})
}

func (a *Authboss) LoadClientState(w http.ResponseWriter, r *http.Request) (*http.Request, error) {
	ctx := r.Context()
	for k, from := range map[key]ClientStateReadWriter{keySession: a.Storage.SessionState, keyCookie: a.Storage.CookieState} {
		if from == nil {
			continue
		}
		s, err := from.ReadState(r)
		if err != nil {
			return nil, err
		}
		ctx = context.WithValue(ctx, k, s)
	}
	return r.WithContext(ctx), nil
}

func get(r *http.Request, where key, name string) (string, bool) {
	s, ok := r.Context().Value(where).(ClientState)
	if !ok {
		return "", false
	}
	return s.Get(name)
}

func GetSession(r *http.Request, name string) (string, bool) { return get(r, keySession, name) }
func GetCookie(r *http.Request, name string) (string, bool)  { return get(r, keyCookie, name) }
func PutSession(http.ResponseWriter, string, string)         {}
func DelSession(http.ResponseWriter, string)                 {}

func IsFullyAuthed(r *http.Request) bool { _, half := GetSession(r, SessionHalfAuthKey); return !half }
func IsTwoFactored(r *http.Request) bool { _, two := GetSession(r, Session2FA); return two }

func (a *Authboss) CurrentUserID(r *http.Request) (string, error) {
	if id, ok := r.Context().Value(keyPID).(string); ok {
		return id, nil
	}
	id, _ := GetSession(r, SessionKey)
	return id, nil
}

func (a *Authboss) CurrentUser(r *http.Request) (User, error) {
	if u, ok := r.Context().Value(keyUser).(User); ok {
		return u, nil
	}
	id, err := a.CurrentUserID(r)
	if err != nil || id == "" {
		return nil, ErrUserNotFound
	}
	return a.Storage.Server.Load(r.Context(), id)
}

func (a *Authboss) CurrentUserP(r *http.Request) User { return found(a.CurrentUser(r)) }

func (a *Authboss) LoadCurrentUser(r **http.Request) (User, error) {
	u, err := a.CurrentUser(*r)
	if err == nil {
		*r = (*r).WithContext(context.WithValue((*r).Context(), keyUser, u))
	}
	return u, err
}

func (a *Authboss) LoadCurrentUserP(r **http.Request) User { return found(a.LoadCurrentUser(r)) }

func found(u User, err error) User {
	if err != nil {
		panic(err)
	}
	return u
}
