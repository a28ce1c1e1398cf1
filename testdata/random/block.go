package random

import (
	"fmt"
	"strings"
)

// blocks are the constructs of the language in which statements can stand, by
// name, and whether variables around them can be seen there.
var blocks = map[string]bool{
	"braces": true, "closure": true, "variable": true, "if": true, "else": true, "switch": true, "defer": true,
	"env": true, "unset": true, // routes of which nobody can know whether they are registered
	"function": false, "package": false, "method": false, "methodValue": false, "field": false,
	"generic": false, "interface": false, "modules": false, "recursive": false, "option": false, "embedded": false, "once": true,
}

// block writes statements in another construct.
func (e *emitter) block(w *strings.Builder, n *Node, recv, typ, prefix string) {
	if blocks[n.Form] {
		e.inner(w, n, recv, typ, prefix)
		return
	}
	e.outer(w, n, recv, typ, prefix)
}

// inner writes them where they are.
func (e *emitter) inner(w *strings.Builder, n *Node, recv, typ, prefix string) {
	v := e.fresh("r")
	open, name, closing := "", recv, ""
	switch n.Form {
	case "braces":
		open, closing = "{", "}"
	case "closure":
		open, name, closing = fmt.Sprintf("func(%s %s) {", v, typ), v, fmt.Sprintf("}(%s)", recv)
	case "variable":
		f := e.fresh("f")
		open, name, closing = fmt.Sprintf("%s := func(%s %s) {", f, v, typ), v, fmt.Sprintf("}\n%s(%s)", f, recv)
	case "if":
		open, closing = "const on"+v+" = true\nif on"+v+" {", "}"
	case "env":
		open, closing = "if os.Getenv(\"RANDOM_ROUTES\") == \"\" {", "}"
	case "unset":
		open, closing = "if os.Getenv(\"RANDOM_ROUTES\") != \"\" {", "}"
	case "else":
		open, closing = "if level := 2; level > 3 {\npanic(\"unreachable\")\n} else {", "}"
	case "switch":
		open, closing = "switch mode := \"full\"; mode {\ncase \"none\":\npanic(\"unreachable\")\ncase \"full\":", "}"
	case "defer":
		open, closing = "func() {\ndefer func() {", "}()\n}()"
	case "once":
		open, closing = "for i"+v+" := 0; i"+v+" < 1; i"+v+"++ {", "}"
	}
	e.line(w, open)
	e.nodes(w, n.Body, name, typ, prefix)
	e.line(w, closing)
}

// outer writes them as a declaration and uses that.
func (e *emitter) outer(w *strings.Builder, n *Node, recv, typ, prefix string) {
	wasSub := e.inSub
	e.inSub = e.inSub || n.Form == "package"
	name := prefix + e.fresh("F")
	param, ptyp := "r", typ
	switch {
	case n.Form == "field":
		param = "a.r"
	case n.Form == "embedded":
		param = "a." + typ[strings.LastIndexAny(typ, "*.")+1:]
	case n.Form == "interface" && e.f.Interface != "":
		ptyp = e.f.Interface
	}
	var body strings.Builder
	e.nodes(&body, n.Body, param, ptyp, prefix)
	decl, call := declaration(n.Form, name, ptyp, body.String())
	to := e.app
	if e.inSub {
		to = e.sub
	}
	to.WriteString(decl + "\n\n")
	e.inSub = wasSub
	if n.Form == "package" && !wasSub {
		call = strings.ReplaceAll(call, name, "sub."+name)
	}
	e.line(w, strings.NewReplacer("$r", recv).Replace(call))
}

// declaration declares statements that act on a router, and calls them.
func declaration(form, name, typ, body string) (decl, call string) {
	switch form {
	case "function", "package", "interface":
		return fmt.Sprintf("func %s(r %s) {\n%s}", name, typ, body), name + "($r)"
	case "method":
		return fmt.Sprintf("type %s struct{ on bool }\n\nfunc (a %s) routes(r %s) {\n%s}", name, name, typ, body), name + "{true}.routes($r)"
	case "methodValue":
		return fmt.Sprintf("type %s struct{ on bool }\n\nfunc (a *%s) routes(r %s) {\n%s}", name, name, typ, body),
			fmt.Sprintf("{\nf := (&%s{true}).routes\nf($r)\n}", name)
	case "field":
		return fmt.Sprintf("type %s struct{ r %s }\n\nfunc (a *%s) set(r %s) { a.r = r }\n\nfunc (a *%s) routes() {\n%s}", name, typ, name, typ, name, body),
			fmt.Sprintf("{\nmade := &%s{}\nmade.set($r)\nmade.routes()\n}", name)
	case "embedded":
		return fmt.Sprintf("type %s struct{ %s }\n\nfunc (a *%s) routes() {\n%s}", name, typ, name, body),
			fmt.Sprintf("(&%s{$r}).routes()", name)
	case "generic":
		return fmt.Sprintf("func %s[T any](r %s, v T, f func(T)) {\nf(v)\n%s}", name, typ, body), name + "($r, 1, func(int) {})"
	case "modules":
		return fmt.Sprintf("type %s struct{}\n\nfunc (%s) routes(r %s) {\n%s}", name, name, typ, body),
			fmt.Sprintf("for _, m := range []interface{ routes(%s) }{%s{}} {\nm.routes($r)\n}", typ, name)
	case "recursive":
		return fmt.Sprintf("func %s(r %s, n int) {\nif n > 0 {\n%s(r, n-1)\nreturn\n}\n%s}", name, typ, name, body), name + "($r, 2)"
	case "option":
		return fmt.Sprintf("func %s() func(%s) {\nreturn func(r %s) {\n%s}\n}", name, typ, typ, body),
			fmt.Sprintf("for _, o := range []func(%s){%s()} {\no($r)\n}", typ, name)
	}
	panic("no form " + form)
}
