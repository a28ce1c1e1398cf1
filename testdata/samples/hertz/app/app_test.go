package app

import (
	"io"
	"net/http"
	"testing"

	"github.com/cloudwego/hertz/pkg/common/hlog"
	"github.com/cloudwego/hertz/pkg/common/ut"

	"github.com/guardvet/guardvet/testdata/served"
)

func init() { hlog.SetOutput(io.Discard) }

func TestVerdicts(t *testing.T) {
	routes := []served.Route{{Method: "*", Pattern: "/"}} // what no route matches
	for _, r := range New().Routes() {
		routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
	}
	served.Check(t, served.Sample{
		Packages: "./samples/hertz/...",
		New:      handler,
		Routes:   routes,
		Path:     map[string]string{"/": "/some/page"},
		Login: func(r *http.Request, who string) {
			if r.URL.Path == "/basic" {
				r.SetBasicAuth(who, "pass")
				return
			}
			r.Header.Set("Authorization", "Bearer "+who)
		},
	})
}

// handler is the application as a handler of net/http.
func handler() http.Handler {
	h := New()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var headers []ut.Header
		for name := range r.Header {
			headers = append(headers, ut.Header{Key: name, Value: r.Header.Get(name)})
		}
		res := ut.PerformRequest(h.Engine, r.Method, r.URL.Path, nil, headers...)
		if acted := res.Header().Get(served.Acted); acted != "" {
			w.Header().Set(served.Acted, acted)
		}
		w.WriteHeader(res.Code)
	})
}
