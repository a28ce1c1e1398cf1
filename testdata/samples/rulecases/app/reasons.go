package app

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// reasons are given for what is public, or should be.
func reasons(m *http.ServeMux) {
	g := gin.New()
	//guardvet:public
	g.GET("/reasons/gin/bare", doneGin) // want:-1 publicreason
	//guardvet:public anybody may read the manual
	g.GET("/reasons/gin/manual", doneGin)           // fine publicreason
	g.GET("/reasons/gin/mine", requireGin, doneGin) // fine publicreason
	m.Handle("/reasons/gin/", g)

	e := echo.New()
	//guardvet:public everybody may look
	e.GET("/reasons/echo/guarded", doneEcho, requireEcho) // want:-1 publicreason
	//guardvet:public
	e.POST("/reasons/echo/form", doneEcho) // want:-1 publicreason
	//guardvet:public the form is on the front page
	e.POST("/reasons/echo/sent", doneEcho) // fine publicreason
	m.Handle("/reasons/echo/", e)

	c := chi.NewRouter()
	c.Group(func(c chi.Router) {
		c.Use(auth.Require)
		//guardvet:public it was, before there was a login
		c.Get("/reasons/chi/before", auth.Done) // want:-1 publicreason
	})
	c.Get("/reasons/chi/prices", prices) // fine publicreason
	m.Handle("/reasons/chi/", c)

	r := mux.NewRouter()
	//guardvet:pubic the letter is missing
	r.Handle("/reasons/gorilla/misspelt", auth.Require(done)).Methods("GET") // want:-1 publicreason
	//guardvet:public maps are for everybody
	r.HandleFunc("/reasons/gorilla/maps", auth.Done).Methods("GET") // fine publicreason
	m.Handle("/reasons/gorilla/", r)

	//guardvet:ignore bypass
	m.Handle("GET /reasons/ignored", auth.Require(done)) // want:-1 publicreason
	//guardvet:public so that a monitor can ask
	m.Handle("GET /reasons/monitor", done)           // fine publicreason
	m.Handle("GET /reasons/news", done)              //guardvet:public news are for everybody
	m.Handle("GET /reasons/own", auth.Require(done)) // fine publicreason
}

// prices are listed.
//
//guardvet:public prices are advertised
func prices(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }
