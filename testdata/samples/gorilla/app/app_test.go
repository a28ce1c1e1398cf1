package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/gorilla/...",
		New:      handler,
		Routes:   routes(t, New(Defaults()...).Router),
		Path:     paths,
		Login:    served.Login,
	})
}

func TestServed(t *testing.T) { served.CheckServed(t, "./samples/gorilla/...") }

// paths are what to ask for where a parameter has to name something.
var paths = map[string]string{
	"/static/": "/static/site.css",
	"/feed":    "/feed?format=atom",
}

func handler() http.Handler { return New(Defaults()...).Handler() }

// opaque are the routes behind handlers that mux cannot look into, by the path
// of the handler.
var opaque = map[string]served.Route{
	"/ops":    {Method: "GET", Pattern: "/ops/metrics"},
	"/hooks/": {Method: "POST", Pattern: "/hooks/payment"},
}

// routes are the routes that mux walks, and the handlers for what none matches.
func routes(t *testing.T, r *mux.Router) []served.Route {
	list := []served.Route{{Method: "*", Pattern: "/"}, {Method: "*", Pattern: "/reader"}}
	err := r.Walk(func(route *mux.Route, _ *mux.Router, _ []*mux.Route) error {
		h := route.GetHandler()
		if _, mounted := h.(*mux.Router); mounted || h == nil {
			return nil // what is below comes next
		}
		path, err := route.GetPathTemplate()
		if err != nil {
			return err
		}
		if below, ok := opaque[path]; ok {
			list = append(list, below)
			return nil
		}
		// Routes without a host or methods give an error and nothing else.
		host, _ := route.GetHostTemplate()
		methods, err := route.GetMethods()
		if err != nil {
			methods = []string{"*"}
		}
		for _, method := range methods {
			list = append(list, served.Route{Method: method, Host: host, Pattern: path})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// answer is the status of a request: negative if the handler acted although the
// request was answered otherwise. The target may begin with a host.
func answer(h http.Handler, method, target, who string) int {
	if !strings.HasPrefix(target, "/") {
		target = "http://" + target
	}
	req := httptest.NewRequest(method, target, nil)
	if who != "" {
		served.Login(req, who)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	if w.Code >= 300 && w.Header().Get(served.Acted) != "" {
		return -w.Code
	}
	return w.Code
}
