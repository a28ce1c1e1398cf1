package app

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	if err := os.WriteFile(filepath.Join(dir, "catalogue.txt"), []byte("Go\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var routes []served.Route
	for _, r := range [][2]string{
		{"GET", "/books"}, {"POST", "/books"}, {"GET", "/books/{id}"}, {"DELETE", "/books/{id}"},
		{"PUT", "/books/{id}/loan"}, {"DELETE", "/books/{id}/loan"}, {"GET", "/books/catalogue.txt"},
		{"GET", "/archive"}, {"DELETE", "/archive"}, {"GET", "/stats"},
		{"GET", "/cellar/archive"}, {"DELETE", "/cellar/archive"},
	} {
		routes = append(routes, served.Route{Method: r[0], Pattern: r[1]})
	}
	served.Check(t, served.Sample{Packages: "./samples/goa/...", New: func() http.Handler { return New() }, Routes: routes})
}

func TestContract(t *testing.T) {
	served.CheckRule(t, "./samples/goa/...", "contract",
		"contract: DELETE /archive declares jwt, and (app.vault).JWTAuth does not look at the scopes that it is handed: librarian",
		"contract: DELETE /cellar/archive declares jwt, and is served without a guard")
}
