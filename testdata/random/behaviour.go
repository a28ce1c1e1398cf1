package random

import (
	"fmt"
	"strconv"
	"strings"
)

// A check finds out who sent the request: statements, and the condition under
// which the request is to be refused.
type check struct{ before, refused string }

var checks = []check{
	{"", `kit.Token($r) != "user" && kit.Token($r) != "admin"`},
	{"", `!kit.Known($r)`},
	{"", `kit.Check($r) != nil`},
	{"_, ok := kit.Lookup($r)", `!ok`},
	{"u := kit.Find($r)", `u == nil`},
	{"_, err := kit.Verify($r)", `err != nil`},
	{"", `$credential != "Bearer user" && $credential != "Bearer admin"`},
}

// Behaviours of middleware. $refuse(status) answers and ends, $say(status) answers
// without ending, $pass goes on, $with puts the user u into the context, $user is
// the user found there.
var middleware = map[string]string{
	"pass":     "$pass",
	"stop":     "$before\nif $refused {\n$refuse($status)\n}\n$pass",
	"else":     "$before\nif $refused {\n$refuse($status)\n} else {\n$pass\n}",
	"early":    "$before\nif !($refused) {\n$pass\n}\n$refuse($status)",
	"forget":   "$before\nif $refused {\n$say($status)\n}\n$pass",
	"open":     "u, err := kit.Verify($r)\nif err == nil && u == nil {\n$refuse($status)\n}\n$pass",
	"verify":   "if u := kit.Find($r); u != nil {\n$with\n}\n$pass",
	"context":  "if $user == nil {\n$refuse($status)\n}\n$pass",
	"reads":    "if $r.Method == \"GET\" {\n$pass\n}\n$before\nif $refused {\n$refuse($status)\n}\n$pass",
	"flood":    "if $r.Header.Get(\"X-Flood\") != \"\" {\n$refuse(429)\n}\n$pass",
	"header":   "$header\n$pass",
	"role":     "if !kit.Has($r, $role) {\n$refuse($status)\n}\n$pass",
	"both":     "u := kit.Find($r)\nif u == nil {\n$refuse(401)\n}\nif !u.Can($role) {\n$refuse(403)\n}\n$pass",
	"error":    "if err := kit.Authorize($r, $role); err == kit.ErrNobody {\n$refuse(401)\n} else if err != nil {\n$refuse(403)\n}\n$pass",
	"opaque":   "if !kit.Opaque($r) {\n$refuse($status)\n}\n$pass",
	"constant": "const strict = true\nif strict && !kit.Known($r) {\n$refuse($status)\n}\n$pass",
}

// unread are the behaviours that ask a function that cannot be read: of what they
// do, guardvet may say that it is unknown.
var unread = []string{"opaque"}

// Behaviours of handlers. $act notes that the handler acted, $done answers 200.
var handlers = map[string]string{
	"plain":     "$act\n$done",
	"stop":      "$before\nif $refused {\n$refuse($status)\n}\n$act\n$done",
	"forget":    "$before\nif $refused {\n$say($status)\n}\n$act\n$done",
	"role":      "if !kit.Has($r, $role) {\n$refuse($status)\n}\n$act\n$done",
	"both":      "u, err := kit.Verify($r)\nif err != nil {\n$refuse(401)\n}\nif !u.Can($role) {\n$refuse(403)\n}\n$act\n$done",
	"error":     "if err := kit.Authorize($r, $role); err != nil {\n$refuse($status)\n}\n$act\n$done",
	"context":   "u := $user\nif u == nil {\n$refuse($status)\n}\n$act\n$done",
	"opaque":    "if !kit.Opaque($r) {\n$refuse($status)\n}\n$act\n$done",
	"helper":    "if !requireUser($given) {\n$leave\n}\n$act\n$done",
	"principal": "u, ok := principal($given)\nif !ok {\n$leave\n}\n_ = u.Name\n$act\n$done",
}

// A Shape is how the handlers and middleware of a framework are written.
type Shape struct {
	// MiddlewareType and HandlerType are types.
	MiddlewareType, HandlerType string
	// Middleware and Handler are function literals with $body; FuncMiddleware and
	// FuncHandler declarations of functions called $name, with $recv for a receiver.
	Middleware, Handler         string
	FuncMiddleware, FuncHandler string
	// HandlerOf makes a handler of an expression of the type of FuncHandler.
	HandlerOf string
	// Words are what the words of behaviours that begin with $ mean.
	Words map[string]string
	// Refuse and Say answer with $status.
	Refuse, Say string
	// Helpers are declarations of requireUser and principal.
	Helpers string
	// Handlers is how handlers are written where that differs in more than the form.
	Handlers *Shape
}

// body spells a behaviour.
func (s *Shape) body(f Func, behaviours map[string]string) string {
	text, ok := behaviours[f.Behaviour]
	if !ok {
		panic("no behaviour " + f.Behaviour)
	}
	c := checks[f.Check]
	text = strings.NewReplacer("$before", c.before, "$refused", c.refused, "$status", strconv.Itoa(f.Status)).Replace(text)
	text = s.answers(text, "$refuse(", s.Refuse)
	text = s.answers(text, "$say(", s.Say)
	role := "role"
	if f.Form != "constructor" {
		role = strconv.Quote(f.Role)
	}
	text = fmt.Sprintf("kit.Mark($r, %q)\n%s", f.Name, strings.ReplaceAll(text, "$role", role))
	for range 2 { // words are made of words
		for word, means := range s.Words {
			text = strings.ReplaceAll(text, word, means)
		}
	}
	return text
}

// answers replaces each call of a word by the answer with the status given.
func (s *Shape) answers(text, word, answer string) string {
	for {
		before, rest, found := strings.Cut(text, word)
		if !found {
			return text
		}
		status, after, _ := strings.Cut(rest, ")")
		text = before + strings.ReplaceAll(answer, "$status", status) + after
	}
}

// declare declares a function; the result is also how to use it outside of its package.
func (s *Shape) declare(f Func, isHandler bool) (text, use string) {
	if isHandler && s.Handlers != nil {
		s = s.Handlers
	}
	behaviours, literal, decl, typ := middleware, s.Middleware, s.FuncMiddleware, s.MiddlewareType
	if isHandler {
		behaviours, literal, decl, typ = handlers, s.Handler, s.FuncHandler, s.HandlerType
	}
	body := s.body(f, behaviours)
	fill := func(text, recv string) string {
		return strings.NewReplacer("$body", body, "$name", f.Name, "$recv", recv).Replace(text)
	}
	of := func(use string) string {
		if isHandler {
			return strings.ReplaceAll(s.HandlerOf, "$f", use)
		}
		return use
	}
	switch f.Form {
	case "func":
		return fill(decl, ""), of("mw." + f.Name)
	case "constructor":
		return fmt.Sprintf("func %s(role string) %s {\nreturn %s\n}", f.Name, typ, fill(literal, "")),
			fmt.Sprintf("mw.%s(%q)", f.Name, f.Role)
	case "method":
		return fmt.Sprintf("type %sT struct{ on bool }\n%s", f.Name, fill(decl, "(t *"+f.Name+"T) ")),
			of(fmt.Sprintf("(&mw.%sT{}).%s", f.Name, f.Name))
	case "var":
		return fmt.Sprintf("var %s %s = %s", f.Name, typ, fill(literal, "")), "mw." + f.Name
	}
	panic("no form " + f.Form)
}
