// Package app guards routes of fiber by a package for tokens, in each of its modes.
package app

import (
	"strings"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
	"github.com/golang-jwt/jwt/v5"
)

// Key is the key of the tokens.
var Key = []byte("secret")

// New makes the application.
func New() *fiber.App {
	app := fiber.New()
	key := jwtware.SigningKey{Key: Key}
	app.Get("/plain", jwtware.New(jwtware.Config{SigningKey: key}), done)
	app.Get("/skipped", jwtware.New(jwtware.Config{SigningKey: key, Filter: func(*fiber.Ctx) bool { return true }}), done) // planted fault
	app.Get("/ignored", jwtware.New(jwtware.Config{SigningKey: key, ErrorHandler: goOn}), done)                            // planted fault
	app.Get("/refused", jwtware.New(jwtware.Config{SigningKey: key, ErrorHandler: refuse}), done)
	app.Get("/admin", jwtware.New(jwtware.Config{SigningKey: key, SuccessHandler: onlyAdmin}), done)
	app.Get("/cookie", jwtware.New(jwtware.Config{SigningKey: key, TokenLookup: "cookie:token"}), done)
	api := app.Group("/api", jwtware.New(jwtware.Config{
		SigningKey: key,
		Filter:     func(c *fiber.Ctx) bool { return strings.HasPrefix(c.Path(), "/api/public/") },
	}))
	api.Get("/public/page", done)
	api.Get("/page", done)
	api.Get("/role", role, done)
	app.Get("/session/open", greet)
	app.Get("/session/known", known, done)
	app.Get("/session/admin", known, keeper, done)
	app.Get("/late", done) // planted fault: what follows comes too late for it
	app.Use(jwtware.New(jwtware.Config{SigningKey: key}))
	app.Get("/after", done)
	return app
}

func goOn(c *fiber.Ctx, _ error) error { return c.Next() }

func refuse(c *fiber.Ctx, _ error) error { return c.SendStatus(fiber.StatusUnauthorized) }

// onlyAdmin goes on for administrators.
func onlyAdmin(c *fiber.Ctx) error {
	if claims(c)["role"] != "admin" {
		return fiber.ErrForbidden
	}
	return c.Next()
}

// role is a middleware behind the one for tokens.
func role(c *fiber.Ctx) error { return onlyAdmin(c) }

func claims(c *fiber.Ctx) jwt.MapClaims {
	token, ok := c.Locals("user").(*jwt.Token)
	if !ok {
		return nil
	}
	claims, _ := token.Claims.(jwt.MapClaims)
	return claims
}

// Sessions are those of fiber. Everybody gets one.
var Sessions = session.New()

// greet asks who it is, and refuses nobody.
func greet(c *fiber.Ctx) error {
	s, err := Sessions.Get(c)
	if err != nil {
		return err
	}
	name, _ := s.Get("user").(string)
	c.Set("X-Greeting", "hello "+name)
	return done(c)
}

func known(c *fiber.Ctx) error {
	s, err := Sessions.Get(c)
	if err != nil {
		return err
	}
	if s.Get("user") == nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// keeper is for who is known.
func keeper(c *fiber.Ctx) error {
	s, err := Sessions.Get(c)
	if err != nil {
		return err
	}
	if s.Get("user") != "admin" {
		return fiber.ErrForbidden
	}
	return c.Next()
}

func done(c *fiber.Ctx) error {
	c.Set("X-Acted", "yes")
	return c.SendString("done")
}
