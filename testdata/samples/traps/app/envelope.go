package app

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A reply is what the envelopes have in them; their status is always 200.
type reply struct {
	Code    int    `json:"code"`
	Message string `json:"message,omitempty"`
	Data    any    `json:"data,omitempty"`
}

// envelopes answer 200, and say in the body what became of the request.
func envelopes(mux *http.ServeMux) {
	g := gin.New()
	g.GET("/envelope/open", enveloped)
	known := g.Group("/envelope", knownInBody)
	known.GET("/known", enveloped)
	known.PUT("/admin", adminInBody)
	known.POST("/forgets", forgetsInBody)
	g.GET("/envelope/mapped", mapped)
	mux.Handle("/envelope/", g)
	mux.HandleFunc("GET /envelope/encoded", encoded)
}

func enveloped(c *gin.Context) {
	c.Header("X-Acted", "1")
	c.JSON(http.StatusOK, reply{Data: "done"})
}

func fail(c *gin.Context, code int, message string) {
	c.JSON(http.StatusOK, &reply{Code: code, Message: message})
	c.Abort()
}

func knownInBody(c *gin.Context) {
	u, err := auth.Authenticate(c.Request)
	if err != nil {
		fail(c, http.StatusUnauthorized, err.Error())
		return
	}
	c.Set("user", u)
}

func adminInBody(c *gin.Context) {
	if u := c.MustGet("user").(*auth.User); !u.Has("admin") {
		fail(c, http.StatusForbidden, "administrators only")
		return
	}
	enveloped(c)
}

func forgetsInBody(c *gin.Context) {
	if u := c.MustGet("user").(*auth.User); !u.Has("admin") { // planted fault: it goes on
		fail(c, http.StatusForbidden, "administrators only")
	}
	c.Header("X-Acted", "1")
}

func mapped(c *gin.Context) {
	body := gin.H{"code": http.StatusOK, "message": "done"}
	if _, err := auth.Authenticate(c.Request); err != nil {
		body["code"] = http.StatusUnauthorized
		c.JSON(http.StatusOK, body)
		return
	}
	c.Header("X-Acted", "1")
	c.JSON(http.StatusOK, body)
}

func encoded(w http.ResponseWriter, r *http.Request) {
	if _, err := auth.Authenticate(r); err != nil {
		_ = json.NewEncoder(w).Encode(reply{Code: http.StatusUnauthorized, Message: err.Error()})
		return
	}
	w.Header().Set("X-Acted", "1")
	_ = json.NewEncoder(w).Encode(reply{Data: "done"})
}
