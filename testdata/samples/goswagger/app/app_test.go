package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for pattern, methods := range map[string]string{
		"/health": "GET", "/books": "GET POST", "/books/new": "GET", "/books/{id}": "GET DELETE", "/books/{id}/loan": "PUT DELETE",
		"/pages": "GET", "/me/loans": "GET", "/fines": "GET DELETE", "/notes": "GET", "/shelf": "GET",
	} {
		for _, prefix := range []string{"", "/staff", "/guests"} {
			for method := range strings.FieldsSeq(methods) {
				routes = append(routes, served.Route{Method: method, Pattern: prefix + "/v1" + pattern})
			}
		}
	}
	h := New()
	served.Check(t, served.Sample{Packages: "./samples/goswagger/...", New: func() http.Handler { return h }, Routes: routes, Login: login, Unknown: map[string]string{
		"GET /v1/shelf": "another spelling of the path finds it, which the guard does not know: see TestClean",
	}})
}

// login gives every credential that a scheme of the document may ask for, but no ticket.
func login(r *http.Request, who string) {
	r.Header.Set("X-Reader", who)
	r.Header.Set("X-Guest-Token", who)
	if r.SetBasicAuth(who, "pass"); r.URL.Path == "/staff/v1/health" {
		r.Header.Set("Authorization", "Bearer "+who)
	}
	query := r.URL.Query()
	query.Set("access_token", who)
	r.URL.RawQuery = query.Encode()
}

// TestNothing shows what an authentication function does that returns neither somebody nor
// an error: it satisfies nothing.
func TestNothing(t *testing.T) {
	w := httptest.NewRecorder()
	New().ServeHTTP(w, httptest.NewRequest("GET", "/v1/pages?ticket=1", nil))
	if w.Code != http.StatusUnauthorized {
		t.Errorf("who has a ticket only is answered %d", w.Code)
	}
}

// TestClean shows that paths are cleaned to find their routes, and may end in a slash.
func TestClean(t *testing.T) {
	for path, status := range map[string]int{
		"/v1/shelf": http.StatusUnauthorized, "/v1/shelf/": http.StatusNoContent, "/v1//shelf": http.StatusNoContent,
	} {
		w := httptest.NewRecorder()
		readers().ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Code != status {
			t.Errorf("%s is answered %d, want %d", path, w.Code, status)
		}
	}
}
