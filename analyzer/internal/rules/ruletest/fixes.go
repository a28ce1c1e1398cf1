package ruletest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Fixes requires the fixes of a rule's findings for a table: "line message; kind
// field=value ...", a line each, with places as file:line.
func Fixes(t *testing.T, r *rule.Rule, o rule.Options, table, want string) {
	t.Helper()
	var got []string
	for _, f := range r.Check(Table(t, table), o) {
		for _, x := range f.Fixes {
			got = append(got, fmt.Sprintf("%d %s; %s", f.Position.Line, x.Message, spell(x.Change)))
		}
	}
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got:\n%s\nwant:\n%s", s, want)
	}
}

// spell lists the fields of a change that are set.
func spell(c rule.Change) string {
	v := reflect.ValueOf(c)
	out := strings.ToLower(v.Type().Name())
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			continue
		}
		text := fmt.Sprint(v.Field(i))
		switch x := v.Field(i).Interface().(type) {
		case routes.Position:
			text = short(x)
		case []routes.Position:
			var list []string
			for _, p := range x {
				list = append(list, short(p))
			}
			text = strings.Join(list, ",")
		}
		out += " " + strings.ToLower(v.Type().Field(i).Name) + "=" + text
	}
	return out
}

func short(p routes.Position) string { return fmt.Sprintf("%s:%d", peers.Base(p.File), p.Line) }
