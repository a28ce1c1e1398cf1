package app

import (
	"errors"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

type person struct{ Admin bool }

// shop is the context of the application's own: one step fills it, others ask for what is in it.
type shop struct {
	echo.Context
	Person *person
	Store  *store
}

type store struct{ people map[string]*person }

var errNobody = errors.New("nobody has this token")

func (s *store) find(token string) (*person, error) {
	if p := s.people[token]; p != nil {
		return p, nil
	}
	return nil, errNobody
}

// own guards routes by the application's own context.
func own(e *echo.Echo) {
	st := &store{people: map[string]*person{"user": {}, "admin": {Admin: true}}}
	g := e.Group("/own", func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error { return next(&shop{Context: c, Store: st}) }
	}, identify)
	g.GET("/open", done) // planted fault
	g.GET("/known", done, loggedIn)
	g.GET("/sent", done, sentAway)
	g.GET("/admin", done, loggedIn, administers)
	g.GET("/store", done, hasStore)                                          // planted fault: the store is there for everybody
	g.GET("/plain", plain(serve).echo())                                     // planted fault
	g.GET("/plain/known", plain(serve).behind(hasPerson).echo())             // handlers that are given the shop itself
	g.GET("/plain/sent", plain(serve).behind(hasPerson, knownOrAway).echo()) // two, one around the other
	g.GET("/plain/away", plain(serve).behind(knownOrAway).echo())
	made := e.Group("/own/made", func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			p, err := st.find(bearer(c))
			if err != nil {
				return next(&shop{Context: c})
			}
			return next(&shop{Context: c, Person: p})
		}
	})
	made.GET("/known", done, loggedIn)
}

func bearer(c echo.Context) string {
	return strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer ")
}

func identify(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		s := c.(*shop)
		if p, err := s.Store.find(bearer(s)); err == nil {
			s.Person = p
		}
		return next(s)
	}
}

func loggedIn(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.(*shop).Person == nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func sentAway(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.(*shop).Person == nil {
			return c.Redirect(http.StatusFound, "/own/open")
		}
		return next(c)
	}
}

func administers(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !c.(*shop).Person.Admin {
			return echo.ErrForbidden
		}
		return next(c)
	}
}

func hasStore(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.(*shop).Store == nil {
			return echo.ErrInternalServerError
		}
		return next(c)
	}
}

// A plain handler is given the shop; so are functions around it.
type plain func(*shop) error

func (h plain) echo() echo.HandlerFunc {
	return func(c echo.Context) error {
		if s, ok := c.(*shop); ok {
			return h(s)
		}
		return h(&shop{Context: c})
	}
}

func (h plain) behind(guards ...func(plain) plain) plain {
	for _, guard := range guards {
		h = guard(h)
	}
	return h
}

func hasPerson(next plain) plain {
	return func(s *shop) error {
		if s.Person == nil {
			return echo.ErrUnauthorized
		}
		return next(s)
	}
}

func knownOrAway(next plain) plain {
	return func(s *shop) error {
		if s.Person != nil {
			return next(s)
		}
		return s.Redirect(http.StatusFound, "/own/open")
	}
}

func serve(s *shop) error { return done(s) }
