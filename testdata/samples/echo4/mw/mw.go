// Package mw holds what every request passes, whoever sent it.
package mw

import (
	"log"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
)

// Logger writes a line for each request to l.
func Logger(l *log.Logger) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			start := time.Now()
			err := next(c)
			if err != nil {
				// Answers now, for the status to be known.
				c.Error(err)
			}
			l.Printf("%s %s %d %s", c.Request().Method, c.Path(), c.Response().Status, time.Since(start))
			return nil
		}
	}
}

// CSRF refuses what other sites' pages make a browser send.
func CSRF(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		if r.Method != http.MethodGet && r.Header.Get("Sec-Fetch-Site") == "cross-site" {
			return echo.NewHTTPError(http.StatusForbidden, "from another site")
		}
		return next(c)
	}
}

// NoStore keeps answers out of caches. It is net/http's kind of middleware.
func NoStore(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// Below applies a middleware to the routes below a prefix only. It is for Use:
// in Pre the route is not known yet.
func Below(prefix string, m echo.MiddlewareFunc) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		wrapped := m(next)
		return func(c echo.Context) error {
			if strings.HasPrefix(c.Path(), prefix) {
				return wrapped(c)
			}
			return next(c)
		}
	}
}

// Under is Below by the request's path, for Pre.
func Under(prefix string, m echo.MiddlewareFunc) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		wrapped := m(next)
		return func(c echo.Context) error {
			if strings.HasPrefix(c.Request().URL.Path, prefix) {
				return wrapped(c)
			}
			return next(c)
		}
	}
}

// A Limiter counts requests by address.
type Limiter struct {
	Max  int
	mu   sync.Mutex
	seen map[string]int
}

// Limit refuses addresses that ask too often.
func (l *Limiter) Limit(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !l.allow(c.RealIP()) {
			return echo.ErrTooManyRequests
		}
		return next(c)
	}
}

func (l *Limiter) allow(addr string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seen == nil {
		l.seen = map[string]int{}
	}
	l.seen[addr]++
	return l.seen[addr] <= l.Max
}
