package app

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

const editor = "editor"

// roles are those that somebody can have.
var roles = map[string][]string{"anna": {editor, "reviewer"}, "bert": {"reviewer", "billing:write"}, "cora": {"billing:write", "publisher"}, "dora": {"publisher"}}

// passing demands roles that nobody has, for how they are written.
func passing(m *http.ServeMux) {
	m.Handle("GET /passing/editors", auth.Role(editor)(done))    // fine neverpasses
	m.Handle("GET /passing/capital", auth.Role("Editor")(done))  // want neverpasses
	m.Handle("GET /passing/auditor", auth.Role("auditor")(done)) // fine neverpasses: the provider of identities knows it
	//guardvet:public it shows roles, not who has them
	m.HandleFunc("GET /passing/who", func(w http.ResponseWriter, r *http.Request) {
		for _, role := range roles[r.FormValue("who")] {
			w.Header().Add("X-Role", role)
		}
		auth.Done(w, r)
	})

	g := gin.New()
	g.GET("/passing/gin/reviews", roleGin("reviwer"), doneGin) // want neverpasses
	g.GET("/passing/gin/right", roleGin("reviewer"), doneGin)  // fine neverpasses
	m.Handle("/passing/gin/", g)

	e := echo.New()
	e.GET("/passing/echo/bills", doneEcho, roleEcho("billing:wirte")) // want neverpasses
	e.GET("/passing/echo/right", doneEcho, roleEcho("billing:write")) // fine neverpasses
	m.Handle("/passing/echo/", e)

	c := chi.NewRouter()
	c.With(auth.Role("publishers")).Get("/passing/chi/publishers", auth.Done) // want neverpasses
	c.With(auth.Role("publisher")).Get("/passing/chi/right", auth.Done)       // fine neverpasses
	c.With(auth.Role("tier2")).Get("/passing/chi/tier2", auth.Done)           // fine neverpasses
	c.With(auth.Role("tier3")).Get("/passing/chi/tier3", auth.Done)
	m.Handle("/passing/chi/", c)

	r := mux.NewRouter()
	r.Use(auth.Role("adnin")) // want neverpasses
	r.HandleFunc("/passing/gorilla/admins", auth.Done).Methods("GET")
	m.Handle("/passing/gorilla/", r)
	m.Handle("GET /passing/admins", auth.Role("admin")(done))
}
