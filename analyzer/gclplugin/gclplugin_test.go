package gclplugin

import (
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
)

func TestSettings(t *testing.T) {
	type m = map[string]any
	for _, test := range []struct {
		settings any
		want     string // of the error; empty for none
	}{
		{nil, ""},
		{m{}, ""},
		{m{"unguarded": m{"strict": true}, "bypass": false}, ""},
		{m{"unguarded": m{"strict": false}, "bypass": true}, ""},
		{m{"challenge": true, "config": m{"public": []any{m{"route": "/a", "reason": "r"}}}}, ""},
		{m{"config": "public: []"}, ""},
		{m{"configname": "x"}, `no rule "configname"`},
		{m{"nosuch": false}, `no rule "nosuch"`},
		{m{"unguarded.strict": true}, `no rule "unguarded.strict"`},
		{m{"unguarded": m{"nosuch": 1}}, `no setting "unguarded.nosuch"`},
		{m{"unguarded": m{"strict": "perhaps"}}, "unguarded.strict: "},
		{m{"unguarded": []any{"strict"}}, "unguarded: "},
		{[]any{"unguarded"}, "settings: "},
	} {
		_, err := New(test.settings)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%v: %v", test.settings, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%v: error %v, want %q", test.settings, err, test.want)
		}
	}
}

func TestRegistered(t *testing.T) {
	newPlugin, err := register.GetPlugin(Name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(nil)
	if err != nil {
		t.Fatal(err)
	}
	list, err := p.BuildAnalyzers()
	if err != nil || len(list) != 1 || list[0].Name != Name || p.GetLoadMode() != register.LoadModeTypesInfo {
		t.Errorf("analyzers %v (the name is what golangci-lint leaves out of messages), load mode %s, error %v", list, p.GetLoadMode(), err)
	}
}
