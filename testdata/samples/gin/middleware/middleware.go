// Package middleware holds what every request passes, whoever sent it.
package middleware

import (
	"crypto/rand"
	"log"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
)

// RequestID numbers requests.
func RequestID(c *gin.Context) {
	id := c.GetHeader("X-Request-Id")
	if id == "" {
		id = rand.Text()
	}
	c.Header("X-Request-Id", id)
}

// Logger writes a line for each request to l.
func Logger(l *log.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		start := time.Now()
		c.Next()
		l.Printf("%s %s %d %s", c.Request.Method, c.FullPath(), c.Writer.Status(), time.Since(start))
	}
}

// CORS answers preflight requests of the origins, and lets other origins' pages
// see nothing; the requests themselves it lets through.
func CORS(origins ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		origin := c.GetHeader("Origin")
		if origin == "" || !slices.Contains(origins, origin) {
			c.Next()
			return
		}
		c.Header("Access-Control-Allow-Origin", origin)
		if c.Request.Method == http.MethodOptions {
			c.AbortWithStatus(http.StatusNoContent)
		}
	}
}

// CSRF refuses what other sites' pages make a browser send.
func CSRF(c *gin.Context) {
	if c.Request.Method == http.MethodGet || c.GetHeader("Sec-Fetch-Site") != "cross-site" {
		return
	}
	c.AbortWithStatus(http.StatusForbidden)
}

// A Limiter counts requests by address.
type Limiter struct {
	Max  int
	mu   sync.Mutex
	seen map[string]int
}

// Limit refuses addresses that ask too often.
func (l *Limiter) Limit(c *gin.Context) {
	if !l.allow(c.ClientIP()) {
		c.AbortWithStatusJSON(http.StatusTooManyRequests, gin.H{"error": "slow down"})
		return
	}
	c.Next()
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
