package random

import (
	"fmt"
	"go/format"
	"regexp"
	"strconv"
	"strings"
)

// Source is a program as Go source: declarations for the package of the
// applications (app), of a second one that registers routes (sub), and of the
// middleware and handlers (mw).
type Source struct{ App, Sub, Mw string }

// An emitter writes a program.
type emitter struct {
	p        *Program
	f        *Framework
	use      map[string]string // how to use a middleware or handler
	app, sub *strings.Builder  // declarations
	inSub    bool              // what is written now is in sub
	n        int               // of names made
}

// Emit writes the program as Go source. Its application is made by the function
// New followed by prefix; the prefix begins all its names.
func Emit(p *Program, prefix string) Source {
	e := &emitter{p: p, f: Frameworks[p.Framework], use: map[string]string{}, app: &strings.Builder{}, sub: &strings.Builder{}}
	var mw strings.Builder
	for i, list := range [][]Func{p.Middleware, p.Handlers} {
		for _, f := range list {
			name := f.Name
			f.Name = prefix + name
			text, use := e.f.Shape.declare(f, i == 1)
			e.use[name] = use
			mw.WriteString(text + "\n\n")
		}
	}
	var body strings.Builder
	e.line(&body, strings.ReplaceAll(e.f.Root, "$v", "root"))
	e.nodes(&body, p.Body, "root", e.f.RootType, prefix)
	result := strings.ReplaceAll(e.f.Handler, "$r", "root")
	for i := len(p.Outer) - 1; i >= 0; i-- {
		result = fmt.Sprintf("%s(%s)", e.use[p.Outer[i]], result)
	}
	fmt.Fprintf(e.app, "// New%s makes the application.\nfunc New%s() http.Handler {\n%sreturn %s\n}\n\n", prefix, prefix, body.String(), result)
	return Source{e.app.String(), e.sub.String(), mw.String()}
}

func (e *emitter) line(w *strings.Builder, text string) { w.WriteString(text + "\n") }

// fresh makes a name.
func (e *emitter) fresh(name string) string {
	e.n++
	return name + strconv.Itoa(e.n)
}

// args spells middleware as the last arguments of a call.
func (e *emitter) args(a Args) string {
	var names []string
	for _, n := range a.Names {
		names = append(names, e.use[n])
	}
	list := strings.Join(names, ", ")
	switch {
	case a.Base == "":
		return list
	case list == "":
		return a.Base + "..."
	default:
		return "append(" + a.Base + ", " + list + ")..."
	}
}

func (a Args) none() bool { return a.Base == "" && len(a.Names) == 0 }

// nodes writes statements that act on the router recv, of the type given.
func (e *emitter) nodes(w *strings.Builder, nodes []*Node, recv, typ, prefix string) {
	e.line(w, "_ = "+recv)
	for _, n := range nodes {
		switch n.Kind {
		case Use:
			e.line(w, strings.NewReplacer("$r", recv, "$args", e.args(n.Args)).Replace(e.f.Use))
		case Route:
			e.route(w, n, recv, strconv.Quote(n.Method), strconv.Quote(n.Path), e.use[n.Handler])
		case Slice:
			e.slice(w, n)
		case Group:
			e.group(w, n, recv, strconv.Quote(n.Prefixes[0]), prefix)
		case Each:
			v := e.fresh("p")
			fmt.Fprintf(w, "for _, %s := range []string{%s} {\n", v, quoted(n.Prefixes))
			e.group(w, n, recv, v, prefix)
			e.line(w, "}")
		case Table:
			e.table(w, n, recv)
		case Block:
			e.block(w, n, recv, typ, prefix)
		}
	}
}

func quoted(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, strconv.Quote(s))
	}
	return strings.Join(out, ", ")
}

// route registers a route; method, path and handler are expressions.
func (e *emitter) route(w *strings.Builder, n *Node, recv, method, path, handler string) {
	ways := e.f.RoutesWith
	if n.Args.none() {
		ways = e.f.Routes
	}
	way, _ := strconv.Atoi(n.Form)
	e.line(w, strings.NewReplacer("$r", recv, "$method", method, "$path", path, "$h", handler, "$args", e.args(n.Args)).Replace(ways[way%len(ways)]))
}

func (e *emitter) slice(w *strings.Builder, n *Node) {
	typ := "[]" + e.f.Shape.MiddlewareType
	list := strings.TrimSuffix(e.args(Args{Names: n.Args.Names}), "...")
	switch {
	case n.Args.Base != "":
		fmt.Fprintf(w, "%s := append(%s, %s)\n", n.Name, n.Args.Base, list)
	case n.Spare > 0:
		fmt.Fprintf(w, "%s := make(%s, 0, %d)\n%s = append(%s, %s)\n", n.Name, typ, len(n.Args.Names)+n.Spare, n.Name, n.Name, list)
	default:
		fmt.Fprintf(w, "%s := %s{%s}\n", n.Name, typ, list)
	}
	e.line(w, "_ = "+n.Name)
}

// group makes a router below a prefix, which is an expression.
func (e *emitter) group(w *strings.Builder, n *Node, recv, below, prefix string) {
	form, v := e.f.Groups[n.Form], e.fresh("g")
	fill := strings.NewReplacer("$r", recv, "$v", v, "$prefix", below, "$args", e.args(n.Args))
	e.line(w, "{")
	if n.Args.none() {
		e.line(w, fill.Replace(form.Without))
	} else {
		e.line(w, fill.Replace(form.Open))
	}
	e.nodes(w, n.Body, v, form.Type, prefix)
	closing := form.Close
	if n.Args.none() {
		closing = strings.ReplaceAll(closing, ", $args", "")
	}
	e.line(w, fill.Replace(closing))
	e.line(w, "}")
}

// table registers routes in a loop.
func (e *emitter) table(w *strings.Builder, n *Node, recv string) {
	v := e.fresh("e")
	fmt.Fprintf(w, "for _, %s := range []struct{\nmethod, path string\nh %s\n}{\n", v, e.f.Shape.HandlerType)
	for _, r := range n.Body {
		fmt.Fprintf(w, "{%q, %q, %s},\n", r.Method, r.Path, e.use[r.Handler])
	}
	e.line(w, "} {")
	e.route(w, n, recv, v+".method", v+".path", v+".h")
	e.line(w, "}")
}

var version = regexp.MustCompile(`^v[0-9]+$`)

// source is a file with the imports, of those given, that it needs. One that has another
// name there than its path ends in stands behind that name and a space.
func source(pkg string, imports []string, body string) ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n", pkg)
	for _, path := range imports {
		named, path, ok := strings.Cut(path, " ")
		if !ok {
			path = named
		}
		name := path[strings.LastIndexByte(path, '/')+1:]
		if version.MatchString(name) { // a version: the name stands before it
			rest := strings.TrimSuffix(path, "/"+name)
			name = rest[strings.LastIndexByte(rest, '/')+1:]
		}
		if name = strings.TrimSuffix(name, ".io"); ok {
			name = named
		}
		if !regexp.MustCompile(`\b` + name + `\.`).MatchString(body) {
			continue
		}
		if ok {
			b.WriteString(name + " ")
		}
		fmt.Fprintf(&b, "%q\n", path)
	}
	fmt.Fprintf(&b, ")\n\n%s", body)
	out, err := format.Source([]byte(b.String()))
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, b.String())
	}
	return out, nil
}
