package app

import (
	"encoding/json"

	"github.com/fasthttp/session/v2"
	"github.com/valyala/fasthttp"
)

// Who has logged in, and how, is in the session, as a text. Handlers are given a request of the program's own.

type level int

const (
	nobody level = iota
	known
)

type visitor struct {
	Name  string
	Level level
}

type call struct{ *fasthttp.RequestCtx }

type step func(*call)

var sessions = session.New(session.Config{})

const visitorKey = "visitor"

func (c *call) visitor() (v visitor, err error) {
	store, err := sessions.Get(c.RequestCtx)
	if err != nil {
		return visitor{}, err
	}
	text, ok := store.Get(visitorKey).([]byte)
	if !ok {
		store.Set(visitorKey, visitor{Level: nobody})
		return visitor{Level: nobody}, nil
	}
	if err := json.Unmarshal(text, &v); err != nil {
		return visitor{}, err
	}
	return v, nil
}

func (c *call) refuse(status int) {
	c.Response.Reset()
	c.SetStatusCode(status)
	c.SetBodyString(fasthttp.StatusMessage(status))
}

func bridged(next step) fasthttp.RequestHandler {
	return func(c *fasthttp.RequestCtx) { next(&call{c}) }
}

func oneFactor(next step) step {
	return func(c *call) {
		if v, err := c.visitor(); err != nil || v.Level < known {
			c.refuse(fasthttp.StatusUnauthorized)
			return
		}
		next(c)
	}
}

func found(next step) step {
	return func(c *call) {
		v, err := c.visitor()
		if err != nil || v.Name == "" {
			c.refuse(fasthttp.StatusUnauthorized)
			return
		}
		next(c)
	}
}

// enter makes a session of a token.
func enter(c *fasthttp.RequestCtx) {
	u := authenticate(c)
	if u == nil {
		c.Error("who?", fasthttp.StatusUnauthorized)
		return
	}
	text, _ := json.Marshal(visitor{u.name, known})
	store, err := sessions.Get(c)
	if err != nil {
		c.Error(err.Error(), fasthttp.StatusInternalServerError)
		return
	}
	store.Set(visitorKey, text)
	if err := sessions.Save(c, store); err != nil {
		c.Error(err.Error(), fasthttp.StatusInternalServerError)
		return
	}
	done(c)
}

func doneCall(c *call) { done(c.RequestCtx) }
