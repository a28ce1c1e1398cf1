// Package ruletest tests rules by tables of routes that are written as text.
package ruletest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Check requires the findings of a rule for a table: "line confidence message", a line
// each; messages without the rule's name, which they begin with.
func Check(t *testing.T, r *rule.Rule, o rule.Options, table, want string) {
	t.Helper()
	CheckTable(t, r, o, Table(t, table), want)
}

// CheckTable is Check for a table that has been read.
func CheckTable(t *testing.T, r *rule.Rule, o rule.Options, table *routes.Table, want string) {
	t.Helper()
	var got []string
	for _, f := range r.Check(table, o) {
		message, ok := strings.CutPrefix(f.Message, r.Name+": ")
		if !ok {
			t.Errorf("the message does not begin with the rule's name: %q", f.Message)
		}
		if f.Subject == "" {
			t.Errorf("the finding does not say what it is about: %q", f.Message)
		}
		got = append(got, fmt.Sprintf("%d %s %s", f.Position.Line, f.Confidence, message))
	}
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got:\n%s\nwant:\n%s", s, want)
	}
}

// A table is written as lines of "METHOD PATTERN VERDICT [key=value ...]"; the
// number of the line is where the route is registered.
// Table reads a table.
func Table(t *testing.T, text string) *routes.Table {
	t.Helper()
	out := &routes.Table{Package: "example.com/x"}
	line := 0
	for s := range strings.Lines(text) {
		f := strings.Fields(s)
		if len(f) == 0 {
			continue
		}
		line++
		r := &routes.Route{
			Method: f[0], Pattern: f[1], Verdict: routes.Verdict(f[2]), Level: routes.NoLevel, App: "example.com/x.main",
			Handler: "x.handler" + strconv.Itoa(line), Position: routes.Position{File: "/src/x/main.go", Line: line, Column: 2},
			Closed: routes.Position{File: "/src/x/main.go", Line: 99, Column: 2}, Chain: []routes.Step{{Name: "example.com/x.handler", Role: "handler"}},
		}
		if r.Verdict == routes.Guarded {
			r.Level = routes.Authn
			r.Guards = []routes.Guard{{
				Name: "example.com/x/auth.RequireUser", Kind: routes.Authn, Denies: []int{401},
				Position: routes.Position{File: "/src/x/auth/auth.go", Line: 7, Column: 6}, Attached: r.Position,
			}}
			r.Chain = append([]routes.Step{{Role: "guard", Position: r.Guards[0].Position}}, r.Chain...)
		}
		for _, option := range f[3:] {
			if words, ok := strings.CutPrefix(option, "misspelt="); ok {
				out.Misspelt = append(out.Misspelt, misspelling(words))
				continue
			}
			if line, ok := strings.CutPrefix(option, "idle="); ok {
				out.Idle = append(out.Idle, missing(line))
				continue
			}
			set(t, r, option)
		}
		out.Routes = append(out.Routes, r)
	}
	return out
}

func set(t *testing.T, r *routes.Route, option string) {
	key, value, _ := strings.Cut(option, "=")
	switch key {
	case "app":
		r.App = value
	case "host":
		r.Host = value
	case "handler":
		r.Handler = value
	case "generated":
		r.Generated, r.HandlerPosition = true, routes.Position{File: "/src/x/handlers.go", Line: 5, Column: 6}
	case "elsewhere":
		r.Elsewhere = true
	case "at":
		r.Position.Line, _ = strconv.Atoi(value)
		for i := range r.Guards {
			r.Guards[i].Attached = r.Position
		}
	case "role":
		r.Level = routes.Authz
		r.Guards = append(r.Guards, routes.Guard{
			Name: "(*example.com/x/auth.Auth).RequireRole", Kind: routes.Authz, Demands: strings.Split(value, "+"), Denies: []int{403},
			Position: routes.Position{File: "/src/x/auth/auth.go", Line: 31, Column: 6},
		})
	case "signed":
		r.Chain[0].Role = "signature"
	case "handlerguard":
		r.Guards[0].InHandler = true
	case "step": // that is no guard, before all others
		r.Chain = append([]routes.Step{{Name: value}}, r.Chain...)
	case "from": // a step before all others that asks where a request comes from
		r.Chain = append([]routes.Step{{Name: value, Role: routes.AddressList}}, r.Chain...)
	case "perhaps": // a step before all others that refuses some, and of which it is not known whom it lets pass
		exit := routes.Exit{Status: 401, Via: "abort", Condition: "user == nil", Auth: true, Kind: routes.Authn}
		r.Chain = append([]routes.Step{{Name: value, Exits: []routes.Exit{exit}}}, r.Chain...)
	case "framework":
		r.Framework = value
	case "file":
		r.Position.File, r.Guards[0].Attached.File = value, value
	case "guard": // by another name
		r.Guards[0].Name = value
	case "denies":
		r.Guards[0].Denies = nil
		for _, n := range strings.Split(value, "+") {
			status, _ := strconv.Atoi(n)
			r.Guards[0].Denies = append(r.Guards[0].Denies, status)
		}
	case "fault": // kind:detail:status:line, of a middleware; a fifth is the line of another condition, or a condition
		r.Chain = append([]routes.Step{step(value)}, r.Chain...)
	case "handlerfault":
		r.Chain[len(r.Chain)-1].Faults = step(value).Faults
	case "challenges":
		r.Chain[len(r.Chain)-1].Challenges = true
	case "missed":
		r.Missed = []routes.Guard{missing(value)}
	case "asks": // the handler asks once more
		r.Guards = append(r.Guards, routes.Guard{
			Name: "example.com/x." + value, Kind: routes.Authn, Denies: []int{401}, InHandler: true,
			Position: routes.Position{File: "/src/x/handlers.go", Line: 12, Column: 6},
		})
	case "fails": // instead of asking
		r.Guards = append(r.Guards, routes.Guard{Name: "example.com/x." + value, Kind: routes.Authn, Denies: []int{500}, InHandler: true})
	case "same": // the guard stands there twice
		r.Chain[len(r.Chain)-1].Position = r.Chain[0].Position
	case "bare": // the handler itself is the guard
		r.Chain, r.Guards[0].InHandler = r.Chain[1:], true
	case "conditional": // the configuration decides whether the guard is there
		r.Verdict, r.Level, r.Reason = routes.Unknown, routes.Conditional, "guarded only if "+value
	case "open":
		r.Open = true
	case "local":
		r.Local = true
	case "shadowed":
		r.Shadowed = true
	case "if":
		r.Condition = value
	case "fallback":
		r.Fallback = true
	case "passesnobody":
		r.Reason = "auth.Check: " + routes.PassesNobody
	case "reason":
		r.Reason = value
	case "refuses": // for something that is not understood
		status, _ := strconv.Atoi(value)
		r.Chain[0].Exits = []routes.Exit{{Status: status}}
	case "comment":
		r.Public = &routes.Annotation{Position: r.Position, Reason: value}
	case "declares": // line:scheme+scheme
		line, schemes, _ := strings.Cut(value, ":")
		n, _ := strconv.Atoi(line)
		r.Declared = &routes.Declaration{Position: routes.Position{File: "/src/x/handlers.go", Line: n, Column: 1}}
		if schemes != "" {
			r.Declared.Security = strings.Split(schemes, "+")
		}
	case "optional": // as far as the code tells
		r.Declared.Optional = true
	case "accepts": // by the function that is to hold what is declared
		r.Declared.Holder, r.Declared.Accepts = "(example.com/x."+value+").JWTAuth", true
	case "unread": // scopes
		r.Declared.Holder, r.Declared.Unread, r.Declared.Scopes = "(example.com/x.lax).JWTAuth", true, strings.Split(value, "+")
	default:
		t.Fatalf("unknown option %q", option)
	}
}

// step is a middleware with a fault.
func step(value string) routes.Step {
	f := strings.Split(value, ":")
	status, _ := strconv.Atoi(f[2])
	line, _ := strconv.Atoi(f[3])
	at := routes.Position{File: "/src/x/auth/auth.go", Line: line, Column: 3}
	condition, asked, also := "user == nil", at, routes.Position{}
	asked.Line--
	if len(f) > 4 {
		if line, err := strconv.Atoi(f[4]); err == nil {
			also = at
			also.Line = line
		} else {
			condition = f[4]
		}
	}
	return routes.Step{
		Name: "example.com/x/auth.Check$1", Position: routes.Position{File: "/src/x/auth/auth.go", Line: 5, Column: 6},
		Attached: routes.Position{File: "/src/x/main.go", Line: 50, Column: 4},
		Faults: []routes.Fault{{
			Kind: routes.FaultKind(strings.ReplaceAll(f[0], "_", " ")), Detail: strings.NewReplacer("_", " ", ";", ":").Replace(f[1]), Status: status,
			Condition: condition, Position: at, Asked: asked, Also: also,
		}},
	}
}

// misspelling reads "demand:near:line".
func misspelling(words string) routes.Misspelling {
	f := strings.Split(words, ":")
	line, _ := strconv.Atoi(f[2])
	return routes.Misspelling{
		Demand: f[0], Near: f[1], Position: routes.Position{File: "/src/x/main.go", Line: line, Column: 9},
		NearAt: routes.Position{File: "/src/x/auth/auth.go", Line: 40, Column: 9},
	}
}

// missing is a guard that is attached at a line.
func missing(line string) routes.Guard {
	n, _ := strconv.Atoi(line)
	return routes.Guard{
		Name: "example.com/x/auth.Require$1", Position: routes.Position{File: "/src/x/auth/auth.go", Line: 5, Column: 6},
		Attached: routes.Position{File: "/src/x/main.go", Line: n, Column: 4},
	}
}
