package pattern

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

func TestOf(t *testing.T) {
	for pattern, want := range map[string]string{
		"/a/{id}": "/a/{}", "/a/:id/": "/a/{}", "/a/:id<int>": "/a/{}", "/a/{id:[0-9]{2}/x}": "/a/{}", "/{name}.json": "/{}.json",
		"/a/*path": "/a/*", "/a/{p...}": "/a/*", "/a/{$}": "/a", "/a/{p:*}": "/a/*", "{?base}/a": "/a", "/": "",
	} {
		if got := Of(&routes.Route{Pattern: pattern}).Canonical; got != want {
			t.Errorf("%s is %s, want %s", pattern, got, want)
		}
	}
}

// TestEnds: what a comment says of a path leaves the base path out. How routes fit is
// tested with the documents of package contract.
func TestEnds(t *testing.T) {
	for _, test := range []struct {
		pattern, path string
		want          bool
	}{
		{"/api/v1/users/:id", "/users/{id}", true},
		{"/users/:id", "/users/{id}", true},
		{"/api/users", "/users/", true},
		{"{?base}/users", "/users", true},
		{"/api/files/*path", "/files/{path}", true},
		{"/api/files/*path", "/files", false},
		{"/api/users", "/sers", false},
		{"/api/users/:id", "/users", false},
		{"/users", "/api/users", false},
		{"/users", "/", false},
		{"/{$}", "/", true},
		{"/api/{?x}/users", "/users", false},
	} {
		if got := Of(&routes.Route{Pattern: test.pattern}).Ends(Path("", test.path)); got != test.want {
			t.Errorf("%s ends in %s: %v", test.pattern, test.path, got)
		}
	}
}

func TestNames(t *testing.T) {
	for pattern, want := range map[string]string{
		"/shelves/{shelf}/{place:[0-9]{1,3}}": "shelf place", "/{$}": "", "/{rest...}": "rest", "/{name?}/{path:*}": "name path", "/:id": "", "/a": "",
	} {
		if got := strings.Join(Names(pattern), " "); got != want {
			t.Errorf("%s has %q, want %q", pattern, got, want)
		}
	}
}
