package app

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gofiber/fiber/v2/middleware/keyauth"
	fiber3 "github.com/gofiber/fiber/v3"
	adaptor3 "github.com/gofiber/fiber/v3/middleware/adaptor"
	basicauth3 "github.com/gofiber/fiber/v3/middleware/basicauth"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/guardvet/guardvet/testdata/served"
)

// claims believes who somebody claims to be: by a name whose password nobody looks at, or by a cookie that anybody can write.
func claims(m *http.ServeMux) {
	m.Handle("POST /claimed/cookie", byCookie(done))
	m.Handle("POST /claimed/signed", bySignedCookie(done))

	g := gin.New()
	g.POST("/claimed/gin/role", roleSaid, doneGin)
	g.POST("/claimed/gin/both", requireGin, roleSaid, doneGin) // fine failopen
	m.Handle("/claimed/gin/", g)

	e := echo.New()
	e.POST("/claimed/echo/name", doneEcho, middleware.BasicAuth(onlyName))        // want failopen
	e.POST("/claimed/echo/both", doneEcho, middleware.BasicAuth(nameAndPassword)) // fine failopen
	m.Handle("/claimed/echo/", e)

	f := fiber2.New()
	f.Post("/claimed/fiber/name", basicauth.New(basicauth.Config{Authorizer: func(name, _ string) bool { return name == "admin" }}), doneFiber2)                          // want failopen
	f.Post("/claimed/fiber/both", basicauth.New(basicauth.Config{Users: map[string]string{"admin": "quite secret"}}), doneFiber2)                                         // fine failopen
	f.Post("/claimed/fiber/later", basicauth.New(basicauth.Config{Authorizer: func(name, _ string) bool { return name == "admin" }}), asksPassword)                       // fine failopen
	f.Post("/claimed/fiber/any", keyauth.New(keyauth.Config{Validator: func(*fiber2.Ctx, string) (bool, error) { return true, nil }}), doneFiber2)                        // want failopen
	f.Post("/claimed/fiber/key", keyauth.New(keyauth.Config{Validator: func(_ *fiber2.Ctx, key string) (bool, error) { return key == "quite secret", nil }}), doneFiber2) // fine failopen
	m.Handle("/claimed/fiber/", adaptor.FiberApp(f))

	f3 := fiber3.New()
	f3.Post("/claimed/fiber3/name", basicauth3.New(basicauth3.Config{Authorizer: func(name, _ string, _ fiber3.Ctx) bool { return name == "admin" }}), doneFiber3) // want failopen
	f3.Post("/claimed/fiber3/both", basicauth3.New(basicauth3.Config{Authorizer: isAdmin}), doneFiber3)                                                            // fine failopen
	m.Handle("/claimed/fiber3/", adaptor3.FiberApp(f3))
}

func isAdmin(name, password string, _ fiber3.Ctx) bool {
	return name == "admin" && password == "quite secret"
}

func byCookie(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("is_admin")
		if err != nil || c.Value != "true" { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// bySignedCookie has a cookie say who somebody is, and be signed.
func bySignedCookie(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("role")
		if err != nil { // fine failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		role, signature, _ := strings.Cut(c.Value, ":")
		mac := hmac.New(sha256.New, []byte(hookSecret))
		mac.Write([]byte(role))
		if !hmac.Equal([]byte(signature), []byte(hex.EncodeToString(mac.Sum(nil)))) || role != "admin" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func roleSaid(c *gin.Context) {
	if role, _ := c.Cookie("role"); role != "admin" { // want failopen
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func onlyName(name, _ string, _ echo.Context) (bool, error) { return name == "admin", nil }

func nameAndPassword(name, password string, _ echo.Context) (bool, error) {
	return name == "admin" && subtle.ConstantTimeCompare([]byte(password), []byte("quite secret")) == 1, nil
}

// asksPassword looks at what the middleware has left in the context.
func asksPassword(c *fiber2.Ctx) error {
	if c.Locals("password") != "quite secret" {
		return fiber2.ErrUnauthorized
	}
	return doneFiber2(c)
}

func doneFiber2(c *fiber2.Ctx) error {
	c.Set(served.Acted, "yes")
	return nil
}

func doneFiber3(c fiber3.Ctx) error {
	c.Set(served.Acted, "yes")
	return nil
}
