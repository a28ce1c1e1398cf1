package app

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/uptrace/bunrouter"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// An Output is what all operations answer with.
type Output struct {
	Acted string `header:"X-Acted"`
}

func show(ctx context.Context, in *struct{}) (*Output, error) { return &Output{Acted: "yes"}, nil }

func showOne(ctx context.Context, in *struct {
	ID string `path:"id"`
}) (*Output, error) {
	return &Output{Acted: "yes"}, nil
}

func requireUser(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if _, err := auth.Find(ctx.Header("Authorization")); err != nil {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "not logged in")
			return
		}
		next(ctx)
	}
}

func requireAdmin(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		u, err := auth.Find(ctx.Header("Authorization"))
		if err != nil {
			ctx.SetStatus(http.StatusUnauthorized)
			ctx.BodyWriter().Write([]byte("not logged in"))
			return
		}
		if !u.Has("admin") {
			huma.WriteErr(api, ctx, http.StatusForbidden, "not for you")
			return
		}
		next(ctx)
	}
}

func requireHTTP(next http.Handler) http.Handler { return auth.Require(next) }

func requireGin(c *gin.Context) {
	if _, err := auth.Find(c.GetHeader("Authorization")); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func requireAdminGin(c *gin.Context) {
	if u, err := auth.Find(c.GetHeader("Authorization")); err != nil || !u.Has("admin") {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

func requireEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := auth.Find(c.Request().Header.Get("Authorization")); err != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func requireFiber(c *fiber.Ctx) error {
	if _, err := auth.Find(c.Get("Authorization")); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func requireBun(next bunrouter.HandlerFunc) bunrouter.HandlerFunc {
	return func(w http.ResponseWriter, r bunrouter.Request) error {
		if _, err := auth.Find(r.Header.Get("Authorization")); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return nil
		}
		return next(w, r)
	}
}
