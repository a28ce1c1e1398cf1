package web

import (
	"net/http"
	"strings"

	"github.com/beego/beego/v2/server/web/context"
)

// ControllerRegister has routes and filters.
type ControllerRegister struct {
	routes  []route
	filters [FinishRouter + 1][]filter
}

type route struct {
	method, pattern string
	handle          HandleFunc
}

type filter struct {
	pattern string
	run     FilterFunc
	ends    bool // the request, if it writes
}

func (p *ControllerRegister) Get(pattern string, h HandleFunc) { p.AddMethod("GET", pattern, h) }

func (p *ControllerRegister) AddMethod(method, pattern string, h HandleFunc) {
	p.routes = append(p.routes, route{method, pattern, h})
}

func (p *ControllerRegister) InsertFilter(pattern string, pos int, f FilterFunc, opts ...FilterOpt) error {
	o := &filterOpts{returnOnOutput: true}
	for _, opt := range opts {
		opt(o)
	}
	p.filters[pos] = append(p.filters[pos], filter{pattern, f, o.returnOnOutput})
	return nil
}

func (p *ControllerRegister) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx := context.New(w, r)
	if p.pass(ctx, BeforeStatic) || p.pass(ctx, BeforeRouter) {
		return
	}
	best, found := -1, HandleFunc(nil)
	for _, x := range p.routes {
		if n := fits(x.pattern, r.URL.Path); n > best && (x.method == "*" || x.method == r.Method) {
			best, found = n, x.handle
		}
	}
	if found == nil {
		http.NotFound(ctx.ResponseWriter, r)
		return
	}
	if p.pass(ctx, BeforeExec) {
		return
	}
	found(ctx)
	_ = p.pass(ctx, AfterExec) || p.pass(ctx, FinishRouter)
}

// pass runs the filters of a place, and reports whether one has ended the request.
func (p *ControllerRegister) pass(ctx *context.Context, pos int) bool {
	for _, f := range p.filters[pos] {
		if fits(f.pattern, ctx.Request.URL.Path) < 0 {
			continue
		}
		if f.run(ctx); f.ends && ctx.ResponseWriter.Started {
			return true
		}
	}
	return false
}

// fits is how many parts of a path a pattern spells out; -1 if it is not for the path.
func fits(pattern, path string) int {
	p, q := strings.Split(pattern, "/"), strings.Split(path, "/")
	n := 0
	for i := range p {
		switch {
		case p[i] == "*":
			return n
		case i >= len(q):
			return -1
		case strings.HasPrefix(p[i], ":"):
		case p[i] == q[i]:
			n++
		default:
			return -1
		}
	}
	if len(p) != len(q) {
		return -1
	}
	return n
}
