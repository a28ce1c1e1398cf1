package app

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gorilla/mux"
	"github.com/justinas/alice"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// missing attaches guards where they do not reach, and leaves doors open beside them.
func missing(m *http.ServeMux) {
	g := gin.New()
	api := g.Group("/missing/gin")
	open := api.Group("/open")
	api.Use(requireGin)                 // the group that is there already has its own list
	open.GET("/books", doneGin)         // want lateguard
	api.GET("/books", doneGin)          // fine lateguard
	api.Group("/shelves", requireGin)   // want lateguard
	api.Group("/kept").GET("", doneGin) // fine lateguard
	late := g.Group("/missing/late")
	late.POST("/first", doneGin) // want lateguard
	late.Use(requireGin)
	late.POST("/second", doneGin) // fine lateguard
	m.Handle("/missing/gin/", g)
	m.Handle("/missing/late/", g)

	sorted := g.Group("/public/rest") // what is public comes first here
	sorted.POST("/login", logInGin)   // fine lateguard
	sorted.POST("/sent", doneGin)
	sorted.GET("/said", doneGin)
	sorted.Use(requireGin)       // want lateguard
	sorted.GET("/mine", doneGin) // fine lateguard
	m.Handle("/public/rest/", g)

	hidden := g.Group("/missing/hidden", rights, mayRead)
	hidden.GET("/books", doneGin)
	hidden.POST("/books", requireGin, doneGin)
	m.Handle("/missing/hidden/", g)

	e := echo.New()
	books := e.Group("/missing/echo/books")
	books.GET("/all", doneEcho) // want lateguard
	books.Use(requireEcho)
	books.GET("/mine", doneEcho) // fine lateguard
	m.Handle("/missing/echo/", e)

	f := fiber2.New()
	f.Get("/missing/fiber/open", doneFiber2)    // want unguarded
	f.Delete("/missing/fiber/desk", doneFiber2) // want lateguard
	f.Use("/missing/fiber/desk", basicauth.New(basicauth.Config{Users: map[string]string{"admin": "quite secret"}}))
	f.Get("/missing/fiber/desk/mine", doneFiber2) // fine lateguard
	m.Handle("/missing/fiber/", adaptor.FiberApp(f))

	r := mux.NewRouter()
	r.HandleFunc("/missing/gorilla/before", auth.Done).Methods("GET") // fine lateguard
	r.Use(auth.Require)                                               // it reaches all, also those before
	r.HandleFunc("/missing/gorilla/after", auth.Done).Methods("GET")
	m.Handle("/missing/gorilla/", r)

	c := chi.NewRouter()
	c.Group(func(c chi.Router) {
		c.Use(auth.Require)
		c.Get("/missing/chi/mine", listed) // fine lateguard
		c.Delete("/missing/chi/mine", removed)
	})
	c.Get("/missing/chi/all", auth.Done)                 // want unguarded
	c.Post("/missing/chi/clusters", otherEdition)        // fine unguarded
	c.Post("/missing/chi/quota", overQuota)              // want unguarded
	c.Delete("/missing/chi/old", removed)                // want bypass
	c.With(auth.Require).Get("/missing/chi/too", listed) // fine lateguard
	m.Handle("/missing/chi/", c)

	logged := alice.New(same)
	logged.Append(auth.Require)
	m.Handle("GET /missing/alice/open", logged.Then(done)) // want unguarded
	m.Handle("GET /missing/alice/known", logged.Append(auth.Require).Then(done))

	inner := http.NewServeMux()
	inner.HandleFunc("GET /missing/inner/a", first)  // want bypass
	inner.HandleFunc("GET /missing/inner/b", second) // want bypass
	m.Handle("/missing/inner/", auth.Require(inner))
	m.Handle("/missing/bare/", http.StripPrefix("/missing/bare", inner))
	m.HandleFunc("GET /missing/again", second) // want bypass
}

// A right is what the request may do with the shelf.
type right struct{ read, write bool }

// rights finds out what the request may do, and leaves that in the context.
func rights(c *gin.Context) {
	may := &right{read: private[c.Query("shelf")] == ""}
	if u := user(c.Request); u != nil {
		may.read, may.write = true, u.Has("admin")
	}
	c.Set("right", may)
}

// private is what nobody sees without logging in.
var private = map[string]string{"": "private"}

// mayRead hides what there is from who may not read it.
func mayRead(c *gin.Context) {
	if !c.MustGet("right").(*right).read {
		c.AbortWithStatus(http.StatusNotFound)
	}
}

func same(next http.Handler) http.Handler { return next }

func listed(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func removed(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func first(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func second(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

func logInGin(c *gin.Context) { doneGin(c) }

// otherEdition tells everybody that this is not part of what they have.
func otherEdition(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "in the other edition only", http.StatusForbidden)
}

var quota = 1000

// overQuota refuses when there is no more.
func overQuota(w http.ResponseWriter, r *http.Request) {
	if quota--; quota < 0 {
		http.Error(w, "no more today", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}
