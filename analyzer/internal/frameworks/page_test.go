package frameworks

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the page of frameworks anew")

const page = "../../../docs/frameworks.md"

const head = `# Frameworks

This page is made from the tables: go test ./analyzer/internal/frameworks -update

What a table says is checked against the framework itself, by a sample application that is served and, for routers, by random programs
(see [truth.md](truth.md)). Middleware and packages of authentication need no table: they are judged by their own source. Those that are served
by a sample are: gin.BasicAuth and BasicAuthForProxy, appleboy/gin-jwt v2, gin-contrib/sessions; echo's BasicAuth and KeyAuth, labstack/echo-jwt v4; fiber's
basicauth and keyauth; go-chi/jwtauth v5, go-chi/httprate, rs/cors, justinas/alice, urfave/negroni v3, gorilla/handlers,
auth0/go-jwt-middleware v2, alexedwards/scs v2, clerk-sdk-go v2, markbates/goth's gothic; gofiber/contrib/jwt v1; labstack/echo-contrib's session and casbin.

A handler may tell requests apart by itself, whatever the framework: by a switch on the path or the method, by the start of the path, by maps and
lists of handlers that were made before serving began. Each case that it serves is a route; what it answers with an error to everybody is none.
It may take the start off the path, in a variable, in the request, or by http.StripPrefix. Not understood: a path that is cut into its segments, unless these
are counted from the end; regular expressions, lists of more than 24 entries. There the handler is one route.

Neither do servers that a generator writes: their code is read like any other. Those that are served by a sample are: oapi-codegen v2.8.2 for net/http, chi,
gin, echo v4 and fiber v3, plain and strict, and what stands below: goa v3, ogen, go-swagger, grpc-gateway, twirp.
`

// TestPageIsCurrent requires that docs/frameworks.md is what the tables say.
func TestPageIsCurrent(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for _, f := range makeAll() {
		b.WriteString(f.section())
	}
	if *update {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != b.String() {
		t.Error("docs/frameworks.md is not what the tables say; run this test with -update")
	}
}

// section is a framework's part of the page.
func (f *Framework) section() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n## %s\n\nChecked against %s.", f.Name, f.Versions)
	if len(f.Packages) > 0 {
		fmt.Fprintf(&b, " Import path `%s`.", strings.Join(f.Packages, "`, `"))
	}
	b.WriteString("\n\n")
	for _, line := range f.understood() {
		b.WriteString("- " + line + "\n")
	}
	for _, limit := range f.Limits {
		b.WriteString("- Not understood: " + limit + "\n")
	}
	return b.String()
}

// understood says what the tables know, by what is in them.
func (f *Framework) understood() []string {
	var out []string
	seen := map[Op]int{}
	for _, c := range f.Calls {
		seen[c.Op]++
	}
	for _, what := range []struct {
		ops  []Op
		text string
	}{
		{[]Op{OpRoute, OpRouteNew, OpRouteSet}, "registering routes"},
		{[]Op{OpGroup, OpSubrouter}, "groups"},
		{[]Op{OpMount}, "mounting"},
		{[]Op{OpUse}, "attaching middleware"},
		{[]Op{OpFallback}, "handlers for what no route matches"},
		{[]Op{OpServe}, "serving"},
		{[]Op{OpWrap, OpLeaf}, "making handlers of handlers"},
		{[]Op{OpInject}, "making values by their types"},
		{[]Op{OpRun}, "running what it is given"},
	} {
		n := 0
		for _, op := range what.ops {
			n += seen[op]
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("%s: %d functions", what.text, n))
		}
	}
	binds := map[string]bool{}
	for _, r := range f.Routers {
		if seen[OpUse]+seen[OpGroup] > 0 {
			binds[r.reach()] = true
		}
	}
	out = append(out, slices.Sorted(maps.Keys(binds))...)
	if n := len(f.Effects) + len(f.Fields); n > 0 || len(f.Routers) > 0 {
		out = append(out, fmt.Sprintf("while a request is served: %d functions and fields", n))
	}
	return out
}

// reach says which routes a router's middleware reaches.
func (r *Router) reach() string {
	switch r.Bind {
	case Live:
		return "middleware reaches every route of its router, also those registered before it"
	case Positional:
		return "middleware reaches what is registered after it below its prefix, on whatever group"
	}
	if r.Inherit == InheritCopy {
		return "middleware reaches the routes registered after it, and groups made after it"
	}
	return "middleware reaches the routes registered after it"
}
