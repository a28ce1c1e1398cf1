package app

import (
	"context"
	"net/http"
	"os"
	"strconv"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A hook is called before every handler, and after it.
type hook interface {
	before(c *hooked) error
	after(c *hooked) error
}

// A hooked is a request on its way through the hooks.
type hooked struct {
	w http.ResponseWriter
	r *http.Request
}

type asker struct{}

type accountKey struct{}

func (c *hooked) account() any { return c.r.Context().Value(accountKey{}) }

func (c *hooked) set(key, v any) {
	c.r = c.r.WithContext(context.WithValue(c.r.Context(), key, v))
}

// byToken finds out who sends a token; who sends none, or a wrong one, is nobody.
type byToken struct{ asker }

func (byToken) before(c *hooked) error {
	if c.account() != nil {
		return nil
	}
	if u, err := auth.Authenticate(c.r); err == nil {
		c.set(accountKey{}, u.Name)
	}
	return nil
}

// byHeader believes a proxy that says who asks, where the program is set so.
type byHeader struct{ asker }

func (byHeader) before(c *hooked) error {
	if os.Getenv("PROXY") == "" {
		return nil
	}
	if name := c.r.Header.Get("X-Forwarded-User"); name != "" {
		c.set(accountKey{}, name)
	}
	return nil
}

// numbering gives a request a number.
type numbering struct{ asker }

type numberKey struct{}

func (numbering) before(c *hooked) error {
	if c.r.Context().Value(numberKey{}) == nil {
		c.set(numberKey{}, len(c.r.URL.Path))
	}
	return nil
}

// recorded keeps the answer, and writes it anew when the handler has returned, unless it is to
// be as it is.
type recorded struct{}

// A record is a response that is kept.
type record struct {
	http.ResponseWriter
	status int
	body   []byte
}

func (r *record) WriteHeader(status int) { r.status = status }

func (r *record) Write(b []byte) (int, error) {
	r.body = append(r.body, b...)
	return len(b), nil
}

func (recorded) before(c *hooked) error {
	if c.r.Header.Get("X-As-It-Is") == "" {
		c.w = &record{ResponseWriter: c.w, status: http.StatusOK}
	}
	return nil
}

func (recorded) after(c *hooked) error {
	if c.r.Header.Get("X-As-It-Is") != "" {
		return nil
	}
	kept, ok := c.w.(*record)
	if !ok {
		return nil
	}
	kept.ResponseWriter.WriteHeader(kept.status)
	_, err := kept.ResponseWriter.Write(kept.body)
	return err
}

func (asker) after(*hooked) error { return nil }

// through calls hooks around a handler.
func through(h func(*hooked), hooks ...hook) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := &hooked{w, r}
		for _, k := range hooks {
			if err := k.before(c); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
		}
		h(c)
		for i := len(hooks) - 1; i >= 0; i-- {
			if err := hooks[i].after(c); err != nil {
				return
			}
		}
	}
}

// mustBeKnown refuses who is nobody.
func (c *hooked) mustBeKnown() bool {
	if c.account() == nil {
		http.Error(c.w, "who are you?", http.StatusUnauthorized)
		return false
	}
	return true
}

// hooks are in lists to which settings add some.
func hooks(mux *http.ServeMux) {
	some := []hook{}
	if os.Getenv("NUMBERS") != "" {
		some = append(some, numbering{})
	}
	some = append(some, recorded{}, byToken{})
	if os.Getenv("MORE") != "" {
		some = append(some, numbering{})
	}
	page := func(c *hooked) {
		if c.mustBeKnown() {
			auth.Done(c.w, c.r)
		}
	}
	mux.HandleFunc("GET /hooks/known", through(page, some...))
	mux.HandleFunc("GET /hooks/open", through(func(c *hooked) { auth.Done(c.w, c.r) }, some...)) // planted fault: the handler does not ask
	mux.HandleFunc("GET /hooks/header", through(page, append([]hook{byHeader{}}, some...)...))

	mux.Handle("GET /hooks/answered", answered(os.Getenv("CLOSED") != "", done))
}

// answered answers in the place of a handler, with a status that the program is told, unless it
// knows who asks or is open.
func answered(closed bool, next http.Handler) http.Handler {
	status, _ := strconv.Atoi(os.Getenv("STATUS"))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !somebody(r) && closed {
			w.WriteHeader(status)
			return
		}
		next.ServeHTTP(w, r)
	})
}
