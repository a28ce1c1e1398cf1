package inbrowser

import (
	"fmt"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

func at(line int) routes.Position { return routes.Position{File: "main.go", Line: line, Column: 6} }

// shop has a route of every verdict.
func shop() *routes.Table {
	user := routes.Guard{Name: "example.com/shop/auth.RequireUser", Kind: routes.Authn, Demands: []string{}, Denies: []int{401}, Via: "return", Position: at(12), Attached: at(20)}
	admin := routes.Guard{Name: "(*example.com/shop/auth.Auth).RequireRole", Kind: routes.Authz, Demands: []string{"admin", "owner"}, Denies: []int{403}, Via: "abort", Position: at(31), Attached: at(21)}
	route := func(method, pattern, handler string, line int, v routes.Verdict, guards ...routes.Guard) *routes.Route {
		r := &routes.Route{
			Method: method, Pattern: pattern, Handler: "example.com/shop/" + handler, Position: at(line), Closed: at(40), Framework: "net/http",
			App: "example.com/shop.main", Verdict: v, Level: routes.NoLevel, Guards: guards, HandlerPosition: at(line + 40),
		}
		for _, g := range guards {
			r.Level = g.Kind
		}
		return r
	}
	debug := route("*", "/debug/", "api.debug", 26, routes.Unknown)
	debug.Reason, debug.Shadowed = "api.debug: it may refuse, but not certainly", true
	health := route("GET", "/healthz", "api.health", 24, routes.Public)
	health.Reason = "health check"
	list := route("GET", "/orders", "api.list", 22, routes.Guarded, user)
	remove := route("DELETE", "/orders/{id}", "api.remove", 23, routes.Guarded, user, user, admin)
	remove.Chain = []routes.Step{
		{Name: "example.com/shop/log.Requests", Role: "logging", Position: at(5), Attached: at(19)},
		{Name: user.Name + "$1", Role: "guard", Position: user.Position, Attached: at(20), Exits: []routes.Exit{
			{Status: 401, Via: "return", Condition: `r.Header.Get("Authorization") == ""`, Auth: true, Kind: routes.Authn, Position: at(14)},
		}},
		{Name: admin.Name, Role: "guard", Position: admin.Position, Attached: at(21), Condition: "cfg.Roles", Notes: []string{"looks at roles"}, Exits: []routes.Exit{
			{Status: 403, Via: "abort", Condition: "!slices.Contains(roles, u.Role)", Auth: true, Kind: routes.Authz, Position: at(33)},
			{Status: 500, Via: "panic", Condition: "u == nil"},
		}},
		{Name: remove.Handler, Role: "handler", Position: remove.HandlerPosition, Attached: at(23), Exits: []routes.Exit{{Status: 204, Via: "return"}}},
	}
	hook := route("POST", "/import", "hooks.importAll$1", 25, routes.Unguarded)
	hook.Host, hook.Condition = "hooks.example.com", `os.Getenv("IMPORT") != ""`
	hook.Declared = &routes.Declaration{Position: at(24), Security: []string{"Token", "Key"}}
	return &routes.Table{
		Package: "example.com/shop", Command: true, Routes: []*routes.Route{debug, health, list, remove, hook},
		Incomplete: []routes.Incomplete{{Position: at(30), Reason: "the pattern is not known"}},
	}
}

// many has n routes, four of each path, in groups; every seventh path is open.
func many(n int) *routes.Table {
	t := &routes.Table{Package: "example.com/many", Command: true}
	for i := range n {
		method, part := []string{"DELETE", "GET", "POST", "PUT"}[i%4], i/4
		r := &routes.Route{
			Method: method, Pattern: fmt.Sprintf("/group%02d/part%d", part/20, part), Handler: fmt.Sprintf("example.com/many/group%d.serve", part/20),
			Position: at(i + 1), App: "example.com/many.main", Verdict: routes.Unguarded, Level: routes.NoLevel,
		}
		if part%7 != 0 {
			g := routes.Guard{Name: "example.com/many.Require", Kind: routes.Authz, Demands: []string{fmt.Sprintf("role%02d", part%40)}}
			r.Verdict, r.Level, r.Guards = routes.Guarded, routes.Authz, []routes.Guard{g}
		}
		r.Chain = []routes.Step{{Name: r.Handler, Role: "handler", Position: at(i + 1), Attached: at(i + 1)}}
		t.Routes = append(t.Routes, r)
	}
	return t
}
