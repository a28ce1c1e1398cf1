package app

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/chi/...",
		New:      handler,
		Routes:   routes(t, New(Defaults()...)),
		Path:     paths,
		Unknown:  map[string]string{"GET /preview": "the environment decides whether it is public"},
		Login:    served.Login,
	})
}

// paths are what to ask for where a parameter has to name something.
var paths = map[string]string{
	"/static/*": "/static/site.css",
	"/":         "/some/page",
}

func handler() http.Handler { return New(Defaults()...) }

// opaque are the routes below what is no router of chi's, of which chi knows
// only where it is mounted, and the handler for what no route matches.
var opaque = map[string]served.Route{
	"/hooks/*":  {Method: "POST", Pattern: "/hooks/payment"},
	"/legacy/*": {Method: "GET", Pattern: "/legacy/tickets/{id}"},
	"/":         {Method: "*", Pattern: "/"},
}

// routes are the routes that chi walks. A pattern with all of chi's methods is
// one for any method.
func routes(t *testing.T, r chi.Routes) []served.Route {
	var list []served.Route
	methods := map[string][]string{}
	err := chi.Walk(r, func(method, pattern string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		methods[pattern] = append(methods[pattern], method)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, route := range opaque {
		list = append(list, route)
	}
	for pattern, all := range methods {
		if _, ok := opaque[pattern]; ok {
			continue
		}
		if len(all) == 10 {
			all = []string{"*"}
		}
		for _, method := range all {
			list = append(list, served.Route{Method: method, Pattern: pattern})
		}
	}
	return list
}

// answer is the status of a request: negative if the handler acted although the
// request was answered otherwise.
func answer(h http.Handler, method, path, who string) int {
	req := httptest.NewRequest(method, path, nil)
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
