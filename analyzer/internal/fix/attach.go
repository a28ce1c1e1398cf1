package fix

import (
	"cmp"
	"go/ast"
	"go/token"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// A registration is a call that registers a route, or gives middleware to what does.
type registration struct {
	call   *ast.CallExpr
	symbol string
	table  frameworks.Call
}

func (m *Maker) registration(f *file, at routes.Position) (r registration, ok bool) {
	call, _ := f.call(at)
	if call == nil || call.Ellipsis.IsValid() {
		return r, false
	}
	callee, _ := m.source.Called(at)
	table, ok := m.tables.Call(callee.Symbol)
	return registration{call, callee.Symbol, table}, ok
}

// arg is an argument of the call, or nil.
func (r registration) arg(n frameworks.Arg) ast.Expr {
	if n < 1 || int(n) > len(r.call.Args) {
		return nil
	}
	return r.call.Args[n-1]
}

// attach gives a route the guard of another one: what is wrapped around the handler there
// is wrapped around it here; what is an argument there, or of the group, becomes an
// argument, or that of a group for this route alone.
func (m *Maker) attach(f *file, c rule.Attach) []Edit {
	route, ok := m.registration(f, c.Route)
	if !ok || !literal(route) {
		return nil
	}
	from, ok := m.registration(f, c.Attached)
	if !ok {
		return nil
	}
	if c.Attached == c.Sibling && from.onlyHandler() {
		return m.wrap(f, route, from)
	}
	guard := m.given(from)
	if guard == nil || m.tables.Owner(from.symbol) != m.tables.Owner(route.symbol) || !f.visible(guard, from.call.Pos(), route.call.Pos()) {
		return nil
	}
	return m.give(f, route, f.text(guard))
}

// onlyHandler reports whether a registration is given a handler and no middleware: a guard
// can only be around the handler.
func (r registration) onlyHandler() bool {
	t := r.table
	return t.Handler > 0 && t.Handlers == 0 && (t.Middleware == 0 || len(r.call.Args) < int(t.Middleware))
}

// literal reports whether a registration is of one route: its pattern is written out.
func literal(r registration) bool {
	if r.table.Op != frameworks.OpRoute && r.table.Op != frameworks.OpRouteNew && r.table.Op != frameworks.OpRouteSet {
		return false
	}
	if r.table.Pattern == 0 {
		return r.table.Op == frameworks.OpRouteSet
	}
	lit, ok := r.arg(r.table.Pattern).(*ast.BasicLit)
	return ok && lit.Kind == token.STRING
}

// given is the one middleware that a call is given, or nil.
func (m *Maker) given(r registration) ast.Expr {
	var list []ast.Expr
	t := r.table
	switch {
	case t.Op == frameworks.OpRoute && t.Handlers > 0: // the last one is the handler
		first := t.Handlers
		if t.First > 0 {
			first = t.First
		}
		if n := len(r.call.Args) - 1; int(first)-1 < n {
			list = r.call.Args[first-1 : n]
		}
	case t.Middleware > 0 && int(t.Middleware) <= len(r.call.Args):
		list = r.call.Args[t.Middleware-1:]
	case t.Mixed == 1:
		list = r.call.Args
	}
	if len(list) != 1 {
		return nil
	}
	if lit, ok := list[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
		return nil // a prefix
	}
	return list[0]
}

// give adds a middleware to a registration.
func (m *Maker) give(f *file, r registration, guard string) []Edit {
	t := r.table
	n := len(r.call.Args)
	switch {
	case n == 0:
		return nil
	case t.Handlers > 0:
		return []Edit{f.insert(r.call.Args[n-1].Pos(), guard+", ")}
	case t.Middleware > 0 && t.Handler > 0 && n >= int(t.Handler):
		return []Edit{f.insert(r.call.Args[n-1].End(), ", "+guard)}
	}
	sel, ok := ast.Unparen(r.call.Fun).(*ast.SelectorExpr)
	if inline := m.tables.Inline(r.symbol); ok && inline != "" {
		return []Edit{f.insert(sel.Sel.Pos(), inline+"("+guard+").")}
	}
	return nil
}

// wrap puts around the handler of a route what is around that of another one. The types
// of both handlers must be known to be what the guard takes and the call accepts.
func (m *Maker) wrap(f *file, route, from registration) []Edit {
	guard, ok := ast.Unparen(from.arg(from.table.Handler)).(*ast.CallExpr)
	handler := route.arg(route.table.Handler)
	if !ok || handler == nil || len(guard.Args) != 1 || guard.Ellipsis.IsValid() || !f.visible(guard.Fun, guard.Pos(), route.call.Pos()) {
		return nil
	}
	callee, known := m.source.Called(f.at(named(guard)))
	if !known || len(callee.Params) != 1 {
		return nil
	}
	edits, ok := m.method(f, route, from)
	if !ok {
		return nil
	}
	inner, ok := m.convert(f, route, handler, callee.Params[0])
	if !ok {
		return nil
	}
	return append(edits, f.replace(handler, f.text(guard.Fun)+"("+inner+")"))
}

// A form is what a registration takes as a handler.
type form int

// The forms. Any: the framework has one. Uncertain: it has two, and the tables do not say.
const (
	uncertain form = iota
	anyForm
	function
	object
)

func (m *Maker) form(r registration) form {
	switch shape := m.shape(r); {
	case shape == nil || shape.Interface == "":
		return anyForm
	case r.table.Plain:
		return function
	case m.tables.TakesObjects(r.symbol):
		return object
	}
	return uncertain
}

// method makes the registration one that takes what the guard gives: its own method, or,
// for one that takes functions, the one that takes objects.
func (m *Maker) method(f *file, route, from registration) (edits []Edit, ok bool) {
	here, there := m.form(route), m.form(from)
	if m.shape(route) != m.shape(from) {
		return nil, false
	}
	if here == there {
		return nil, here != uncertain
	}
	sel, method := ast.Unparen(route.call.Fun).(*ast.SelectorExpr)
	if there != object || route.table.Instead == "" || !method {
		return nil, false
	}
	return []Edit{f.replace(sel.Sel, route.table.Instead)}, true
}

// convert makes the handler of a route one of the type that the guard takes.
func (m *Maker) convert(f *file, route registration, handler ast.Expr, param string) (text string, ok bool) {
	shape, is := m.shape(route), m.form(route)
	text = f.text(handler)
	switch {
	case is == anyForm:
		return text, true
	case param == shape.FuncType || strings.HasPrefix(param, "func("):
		if is == function {
			return text, true
		}
		conversion, ok := handler.(*ast.CallExpr)
		if !ok || len(conversion.Args) != 1 || f.text(conversion.Fun) != f.qualified(shape.FuncType) {
			return "", false
		}
		return f.text(conversion.Args[0]), true
	case param != shape.Interface:
		return "", false
	case is == object:
		return text, true
	}
	name := f.qualified(shape.FuncType)
	return name + "(" + text + ")", name != ""
}

// shape is that of the handlers which a call registers.
func (m *Maker) shape(r registration) *frameworks.Shape {
	if name := cmp.Or(r.table.HandlerShape, r.table.Shape); name != "" {
		return m.tables.Shape(name)
	}
	recv := strings.TrimLeft(r.symbol[:max(strings.LastIndexByte(r.symbol, '.'), 0)], "(*")
	kind, ok := m.tables.KindOf(strings.TrimSuffix(recv, ")"), m.tables.Owner(r.symbol))
	if !ok {
		return nil
	}
	return m.tables.Shape(m.tables.Router(kind).Shape)
}

// qualified is how the file calls something of another package, "" if it does not import it.
func (f *file) qualified(symbol string) string {
	dot := strings.LastIndexByte(symbol, '.')
	if dot < 0 {
		return ""
	}
	name := f.nameOf(symbol[:dot])
	if name == "" {
		return ""
	}
	return name + symbol[dot:]
}
