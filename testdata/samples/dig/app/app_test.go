package app

import (
	"net/http"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/served"
)

func engine() (out *gin.Engine) {
	must(Container().Invoke(func(e *gin.Engine) { out = e }))
	return out
}

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range engine().Routes() {
		list = append(list, served.Route{Method: r.Method, Pattern: r.Path})
	}
	served.Check(t, served.Sample{
		Packages: "./samples/dig/...",
		New:      func() http.Handler { return engine() },
		Routes:   list,
		Login: func(r *http.Request, who string) {
			served.Login(r, who)
			r.Header.Set("X-Api-Key", "key")
		},
	})
}
