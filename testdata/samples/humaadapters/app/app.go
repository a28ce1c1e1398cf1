// Package app puts the sample together: the same operations, described on the routers of
// several frameworks, each of which has middleware of its own.
package app

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humabunrouter"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/danielgtaylor/huma/v2/adapters/humahttprouter"
	"github.com/danielgtaylor/huma/v2/adapters/humamux"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"
	"github.com/labstack/echo/v4"
	"github.com/uptrace/bunrouter"
)

// New makes the application.
func New() http.Handler {
	m := http.NewServeMux()
	m.Handle("/gin/", http.StripPrefix("/gin", onGin()))
	m.Handle("/echo/", http.StripPrefix("/echo", onEcho()))
	m.Handle("/fiber/", onFiber())
	m.Handle("/mux/", http.StripPrefix("/mux", onMux()))
	m.Handle("/httprouter/", http.StripPrefix("/httprouter", onHTTPRouter()))
	m.Handle("/bunrouter/", http.StripPrefix("/bunrouter", onBunrouter()))
	register(humago.NewWithPrefix(m, "/go", config()))
	inner := http.NewServeMux()
	register(huma.NewAPI(config(), humago.NewAdapter(inner, "/adapter")))
	m.Handle("/adapter/", requireHTTP(inner))
	return m
}

// config describes nothing.
func config() huma.Config {
	c := huma.DefaultConfig("Sample", "1.0.0")
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", ""
	return c
}

// register has one operation before the middleware of the API, two behind it.
func register(api huma.API) {
	huma.Get(api, "/first", show)
	api.UseMiddleware(requireUser(api))
	huma.Get(api, "/orders/{id}", showOne)
	admin := huma.NewGroup(api, "/admin")
	admin.UseMiddleware(requireAdmin(api))
	huma.Delete(admin, "/orders/{id}", showOne)
}

func onGin() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	register(humagin.New(r, config()))
	huma.Get(humagin.New(r, config()), "/early", show) // planted fault: the engine's middleware comes later
	r.Use(requireGin)
	huma.Get(humagin.New(r, config()), "/late", show)
	g := r.Group("/group")
	grouped := humagin.NewWithGroup(r, g, config())
	huma.Get(grouped, "/before", show)
	g.Use(requireAdminGin)
	huma.Delete(grouped, "/items/{id}", showOne)
	return r
}

func onEcho() http.Handler {
	e := echo.New()
	register(humaecho.New(e, config()))
	g := e.Group("/group", requireEcho)
	api := humaecho.NewWithGroup(e, g, config())
	huma.Get(api, "/items/{id}", showOne)
	return e
}

func onFiber() http.Handler {
	f := fiber.New()
	root := f.Group("/fiber")
	register(humafiber.NewWithGroup(f, root, config()))
	huma.Get(humafiber.NewWithGroup(f, root, config()), "/private/early", show) // planted fault: in a list, place decides
	f.Use("/fiber/private", requireFiber)
	huma.Get(humafiber.New(f, config()), "/fiber/private/late", show)
	api := humafiber.NewWithGroup(f, root.Group("/private/group"), config())
	api.UseMiddleware(requireAdmin(api))
	huma.Get(api, "/items/{id}", showOne)
	return adaptor.FiberApp(f)
}

func onMux() http.Handler {
	r := mux.NewRouter()
	register(humamux.New(r, config()))
	sub := r.PathPrefix("/sub").Subrouter()
	huma.Get(humamux.New(sub, config()), "/items/{id}", showOne)
	sub.Use(requireHTTP) // whenever it comes
	return r
}

func onHTTPRouter() http.Handler {
	r := httprouter.New()
	register(humahttprouter.New(r, config()))
	return r
}

func onBunrouter() http.Handler {
	r := bunrouter.New()
	register(humabunrouter.New(r, config()))
	guarded := bunrouter.New(bunrouter.Use(requireBun))
	huma.Get(humabunrouter.New(guarded, config()), "/guarded/{id}", showOne)
	outer := http.NewServeMux()
	outer.Handle("/guarded/", guarded)
	outer.Handle("/", r)
	return outer
}
