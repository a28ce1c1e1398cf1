package driver

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// modules has one program, whose package api lies in the same module, in a module of the
// workspace, in one that a replace directive names, and in vendor.
// What each arrangement adds is a section of its own; the program is in all.
const modules = `
-- main.go --
package main

import (
	"net/http"

	"example.com/app/api"
)

func main() {
	mux := http.NewServeMux()
	api.Routes(mux)
	http.ListenAndServe(":1", mux)
}
-- api/api.go --
// Package api registers a route that is guarded and one that is not.
package api

import "net/http"

// Auth demands the token.
func Auth(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer s3cret" {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func act(w http.ResponseWriter, r *http.Request) { w.WriteHeader(204) }

// Routes registers.
func Routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /a", Auth(act))
	mux.HandleFunc("POST /b", act)
}
`

var arrangements = []struct{ name, api, files string }{
	{"one module", "api/", `
-- go.mod --
module example.com/app

go 1.26.0
`},
	{"replaced", "api/", `
-- go.mod --
module example.com/app

go 1.26.0

require example.com/app/api v1.2.3

replace example.com/app/api => ./api
-- api/go.mod --
module example.com/app/api

go 1.26.0
`},
	{"workspace", "api/", `
-- go.work --
go 1.26.0

use (
	.
	./api
)
-- go.mod --
module example.com/app

go 1.26.0

require example.com/app/api v1.2.3
-- api/go.mod --
module example.com/app/api

go 1.26.0
`},
	{"vendored", "vendor/example.com/app/api/", `
-- go.mod --
module example.com/app

go 1.26.0

require example.com/app/api v1.2.3
-- vendor/modules.txt --
# example.com/app/api v1.2.3
## explicit; go 1.26.0
example.com/app/api
`},
}

// TestModules lists the same routes however the packages come to lie in modules, in
// whatever order they are named, and on one processor.
func TestModules(t *testing.T) {
	const want = `METHOD  PATTERN  VERDICT    LEVEL  GUARDS    HANDLER  POSITION
POST    /a       guarded    authn  api.Auth  api.act  api/api.go:21:6
POST    /b       unguarded  none   -         api.act  api/api.go:22:6

routes 2: guarded 1, public 0, unguarded 1, unknown 0; incomplete 0
`
	for _, arrangement := range arrangements {
		t.Run(arrangement.name, func(t *testing.T) {
			archive := txtar.Parse([]byte(modules + arrangement.files))
			for i, f := range archive.Files {
				if rest, ok := strings.CutPrefix(f.Name, "api/"); ok {
					archive.Files[i].Name = arrangement.api + rest
				}
			}
			unpack(t, archive)
			t.Setenv("GOWORK", "")
			t.Setenv("GOMAXPROCS", "1") // of the go command and the tools that it starts
			const app, api = "example.com/app", "example.com/app/api"
			for _, args := range [][]string{{"."}, {"./..."}, {app, api}, {api, app}} {
				var stdout, stderr bytes.Buffer
				if code := Main(append([]string{"routes"}, args...), &stdout, &stderr); code != exitClean {
					t.Errorf("exit %d:\n%s", code, &stderr)
				}
				if got := strings.ReplaceAll(stdout.String(), arrangement.api, "api/"); got != want {
					t.Errorf("%s: got:\n%s\nwant:\n%s", args, got, want)
				}
			}
		})
	}
}
