// Package gclplugin registers guardvet as a module plugin of golangci-lint. A
// golangci-lint that imports it has the linter "guardvet"; .custom-gcl.yml and
// .golangci.example.yml in the root of the repository show how.
package gclplugin

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer"
)

// Name is the linter's name.
const Name = "guardvet"

func init() { register.Plugin(Name, New) }

type plugin struct{ analyzer *analysis.Analyzer }

// New makes the plugin of its settings: for each rule either false, which switches it
// off (true switches one on that is off otherwise), or its flags; and the configuration,
// which golangci-lint would not know to have changed if it stood in a file.
//
//	settings:
//	  status401403: false
//	  unguarded:
//	    strict: true
//	  config:
//	    public:
//	      - {route: /docs/**, reason: manual}
//
// A rule or flag that there is not is an error.
func New(settings any) (register.LinterPlugin, error) {
	rules, err := register.DecodeSettings[map[string]any](settings)
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	a := analyzer.Together()
	for _, name := range slices.Sorted(maps.Keys(rules)) {
		if name == "config" {
			if err := configure(a, rules[name]); err != nil {
				return nil, err
			}
			continue
		}
		if err := set(a, name, rules[name]); err != nil {
			return nil, err
		}
	}
	return &plugin{quiet(a)}, nil
}

// configure hands on the configuration: a text, or what the text would say.
func configure(a *analysis.Analyzer, value any) error {
	text, ok := value.(string)
	if !ok {
		data, err := json.Marshal(value) // which is YAML
		if err != nil {
			return fmt.Errorf("settings: config: %w", err)
		}
		text = string(data)
	}
	if err := a.Flags.Set("configname", "settings of golangci-lint"); err != nil {
		return err
	}
	return a.Flags.Set("config", text)
}

// set sets what the settings say of a rule.
func set(a *analysis.Analyzer, name string, value any) error {
	if a.Flags.Lookup(name) == nil || strings.Contains(name, ".") || name == "configname" {
		return fmt.Errorf("settings: no rule %q", name)
	}
	flags, ok := value.(map[string]any)
	if !ok {
		return setFlag(a, name, value)
	}
	for _, f := range slices.Sorted(maps.Keys(flags)) {
		if err := setFlag(a, name+"."+f, flags[f]); err != nil {
			return err
		}
	}
	return nil
}

func setFlag(a *analysis.Analyzer, name string, value any) error {
	if a.Flags.Lookup(name) == nil {
		return fmt.Errorf("settings: no setting %q", name)
	}
	if err := a.Flags.Set(name, fmt.Sprint(value)); err != nil {
		return fmt.Errorf("settings: %s: %w", name, err)
	}
	return nil
}

// quiet leaves out what golangci-lint misunderstands (v2.15.0). It makes an issue of its own
// of each related place, and places those of other files wrongly
// (pkg/goanalysis/runners.go); the message names the most telling one. And it applies all
// fixes of an issue together, which are meant as a choice (pkg/result/processors/fixer.go).
func quiet(a *analysis.Analyzer) *analysis.Analyzer {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		own := *pass
		own.Report = func(d analysis.Diagnostic) {
			d.Related, d.SuggestedFixes = nil, d.SuggestedFixes[:min(1, len(d.SuggestedFixes))]
			pass.Report(d)
		}
		return run(&own)
	}
	return a
}

// BuildAnalyzers implements [register.LinterPlugin].
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{p.analyzer}, nil
}

// GetLoadMode implements [register.LinterPlugin].
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
