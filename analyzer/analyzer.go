package analyzer

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"go/ast"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer/internal/config"
	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
	"github.com/guardvet/guardvet/analyzer/internal/table"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Analyzer makes the route table of the package; the rules require it.
var Analyzer = &analysis.Analyzer{
	Name:       "guardvet",
	Doc:        "execute route registration and classify what each middleware and handler does",
	URL:        "https://pkg.go.dev/github.com/guardvet/guardvet/analyzer",
	Run:        run,
	FactTypes:  []analysis.Fact{(*programFact)(nil)},
	ResultType: reflect.TypeFor[*routes.Table](),
}

// inventory makes the analyzer report its table as a diagnostic, for the command.
var inventory bool

// libraries makes the analyzer judge the routes of packages that are no command.
var libraries bool

// configuration is the text of the application's .guardvet.yml, and what to call it. It
// comes as a flag because flags are what build systems know of a run, and files are not.
var configuration struct{ text, name string }

func init() {
	Analyzer.Flags.StringVar(&configuration.text, "config", "", "the configuration, as `YAML`: what .guardvet.yml says")
	Analyzer.Flags.StringVar(&configuration.name, "configname", config.Name, "the `name` of the file that the configuration is from")
	Analyzer.Flags.BoolVar(&libraries, "libraries", false, "judge the routes of libraries as if they were served as they are")
	Analyzer.Flags.String("again", "", "any `text`, which tells one run of the tool from another in the go command's cache")
	Analyzer.Flags.BoolVar(&inventory, "inventory", false, "report the route table, encoded, for the guardvet command")
}

// InventoryCategory marks the diagnostic that carries a route table.
const InventoryCategory = "inventory"

// InventoryPrefix begins the message of a diagnostic that carries a route table;
// base64 of gzipped JSON follows.
const InventoryPrefix = "guardvet-inventory "

// A programFact is the registration program of a package (see package program).
type programFact struct{ Data []byte }

// AFact marks the type as a fact.
func (*programFact) AFact() {}

// String keeps test output short.
func (*programFact) String() string { return "program" }

func run(pass *analysis.Pass) (any, error) {
	empty := &routes.Table{Package: pass.Pkg.Path()}
	command := pass.Pkg.Name() == "main"
	if isStandard(pass) || !command && !inventory && hasTests(pass) {
		return empty, nil
	}
	in, damaged := input(pass)
	if !program.Relevant(in) {
		if command { // which nothing imports
			return empty, nil
		}
		if unit := program.Callers(in); unit != nil {
			pass.ExportPackageFact(&programFact{Data: unit.Encode()})
		}
		return empty, nil
	}
	unit := program.Lower(in)
	if len(unit.Funcs)+len(unit.Callers) == 0 {
		return empty, nil
	}
	if !command { // which nothing imports
		pass.ExportPackageFact(&programFact{Data: unit.Encode()})
		if !inventory {
			return empty, nil // rules judge programs, where chains are closed
		}
	}
	settings, err := settings()
	if err != nil {
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Category: ConfigCategory, Message: err.Error()})
	}
	module := ""
	if pass.Module != nil {
		module = pass.Module.Path
	}
	t := tableOf(unit, module, settings)
	own(pass, t)
	t.Incomplete = append(t.Incomplete, *damaged...)
	if inventory && len(t.Routes)+len(t.Incomplete) > 0 {
		pass.Report(analysis.Diagnostic{
			Pos: pass.Files[0].Package, Category: InventoryCategory, Message: InventoryPrefix + encodeTable(t),
		})
	}
	return t, nil
}

// hasTests reports whether the files are those of a package and its tests. Programs import
// the package without them, which is analysed by itself.
func hasTests(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.Files, func(f *ast.File) bool {
		return strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go")
	})
}

// input collects what lowering needs; facts that cannot be read are noted.
func input(pass *analysis.Pass) (program.Input, *[]routes.Incomplete) {
	units := map[string]*program.Unit{}
	byPath := map[string]*programFact{}
	for _, p := range pass.Pkg.Imports() {
		f := new(programFact)
		if pass.ImportPackageFact(p, f) {
			byPath[p.Path()] = f
		}
	}
	damaged := &[]routes.Incomplete{}
	return program.Input{
		Fset: pass.Fset, Files: pass.Files, Pkg: pass.Pkg, Info: pass.TypesInfo, Sizes: pass.TypesSizes,
		Interest: frameworks.Interest, Tells: frameworks.Tells, Signing: frameworks.Signing, ReadFile: pass.ReadFile,
		Registers: frameworks.Registers, NoReturn: neverReturns, Makes: frameworks.Makes,
		Main: pass.Module == nil || pass.Module.Version == "",
		Imports: func(path string) *program.Unit {
			if u, done := units[path]; done || byPath[path] == nil {
				return u
			}
			u, err := program.Decode(byPath[path].Data)
			if err != nil {
				*damaged = append(*damaged, routes.Incomplete{Reason: path + ": " + err.Error()})
			}
			units[path] = u
			return u
		},
	}, damaged
}

// Configure sets the configuration as its flags do: the text, and what to call it.
func Configure(name, text string) { configuration.name, configuration.text = name, text }

// ConfigCategory marks the diagnostic that says what is wrong with the configuration.
const ConfigCategory = "configuration"

// settings reads the configuration; without one, they are nil.
func settings() (*routes.Settings, error) {
	if configuration.text == "" {
		return nil, nil
	}
	return config.Parse(configuration.name, []byte(configuration.text), catalogue.Names())
}

// own marks the comments that stand in the files of the package, and says which name no rule.
func own(pass *analysis.Pass, t *routes.Table) {
	files := map[string]bool{}
	for _, f := range pass.Files {
		files[pass.Fset.Position(f.FileStart).Filename] = true
	}
	for i := range t.Comments {
		c := &t.Comments[i]
		c.Own = files[c.Position.File]
		if c.Verb == "ignore" {
			c.Wrong = wrongIgnore(c.Text)
		}
	}
}

// work counts the instructions that the two machines executed; failed says that they did not end.
type work struct {
	registering, serving int
	failed               bool
}

// fillTable evaluates a closed unit, and says what it took. A failure outside the machines,
// which contain their own, is a bug; it costs the routes of this package and is said in
// their stead.
func fillTable(t *routes.Table, unit *program.Unit) (w work) {
	command := unit.Name == "main"
	defer func() {
		if e := recover(); e != nil {
			w.failed = true
			*t = routes.Table{Package: unit.Path, Command: command, Settings: t.Settings, Incomplete: []routes.Incomplete{{
				Reason: fmt.Sprintf("the analysis of %s failed, which is a bug in guardvet: %v", unit.Path, e),
			}}}
		}
	}()
	p := program.Link(unit)
	m := evaluate.New(p, frameworks.Default())
	if t.Module != "" {
		m.Ours = t.Ours
	}
	for _, root := range evaluate.Roots(unit, p, frameworks.Default()) {
		m.Run(root)
	}
	g := guard.New(p, frameworks.Default(), func(v value.Value) bool { return evaluate.IsRouter(v) }, m.Global)
	g.IsCredential = m.IsCredential
	table.Build(t, m, g, p, frameworks.Default(), command || libraries)
	if t.Command = command; !command {
		t.Seen = nil
		for _, r := range t.Routes {
			r.Open = true
		}
	}
	for _, f := range unit.Failed {
		t.Incomplete = append(t.Incomplete, routes.Incomplete{Reason: "could not be lowered: " + f})
	}
	w.registering, w.serving = m.Steps(), g.Steps()
	return w
}

func encodeTable(t *routes.Table) string {
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	if err := json.NewEncoder(z).Encode(t); err != nil {
		return ""
	}
	z.Close()
	return base64.StdEncoding.EncodeToString(buf.Bytes())
}

// DecodeTable reads what the message of an inventory diagnostic carries after its prefix.
func DecodeTable(text string) (*routes.Table, error) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	t := new(routes.Table)
	return t, json.NewDecoder(z).Decode(t)
}
