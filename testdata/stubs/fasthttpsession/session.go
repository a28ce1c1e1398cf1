// Package session has the form of github.com/fasthttp/session/v2 v2.4.16, as far as the sample and the table need it, and
// keeps sessions as that does: the module proxy refuses the module. It was written for these tests; none of it is the library's.
package session

import (
	"crypto/rand"
	"sync"

	"github.com/valyala/fasthttp"
)

const cookie = "sessionid"

// Session has the sessions of all.
type Session struct {
	mu   sync.Mutex
	kept map[string]map[string]any
}

// Config is not looked at.
type Config struct{}

// New makes one without any.
func New(Config) *Session { return &Session{kept: map[string]map[string]any{}} }

// Store is the session of one request.
type Store struct {
	id   string
	data map[string]any
}

// Get is the session of a request: a new one, if it has none.
func (s *Session) Get(ctx *fasthttp.RequestCtx) (*Store, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := string(ctx.Request.Header.Cookie(cookie))
	store := &Store{id: id, data: map[string]any{}}
	for key, value := range s.kept[id] {
		store.data[key] = value
	}
	return store, nil
}

// Save keeps a session.
func (s *Session) Save(ctx *fasthttp.RequestCtx, store *Store) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if store.id == "" {
		store.id = rand.Text()
	}
	s.kept[store.id] = store.data
	var c fasthttp.Cookie
	c.SetKey(cookie)
	c.SetValue(store.id)
	ctx.Response.Header.SetCookie(&c)
	return nil
}

// Get is what is kept under a key, nil if there is nothing.
func (s *Store) Get(key string) any { return s.data[key] }

// Set keeps something.
func (s *Store) Set(key string, value any) { s.data[key] = value }
