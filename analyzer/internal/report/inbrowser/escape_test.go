package inbrowser

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// attacks are what a route, a condition or a comment of a program may hold, to break out
// of text, of an attribute, of the data or of the script.
var attacks = []string{
	`</script><script>window.owned = 1</script>`,
	`<img src=x onerror="window.owned = 2">`,
	`"><svg onload=window.owned=3>`,
	`' onmouseover='window.owned=4' x='`,
	`<!--<script>`,
	`</noscript></style></title><b>bold</b>`,
	"]]>\u2028\u2029\\u003cimg src=x onerror=window.owned=5\\u003e",
	`${window.owned = 6}{{.Title}}&lt;i&gt;`,
	`javascript:window.owned=7`,
}

// TestEscapes puts attacks into every text of a table, and looks at all of the page.
func TestEscapes(t *testing.T) {
	table, findings := poisoned()
	p := open(t, write(t, table, findings, func(file string) []string { return []string{"", "", file} }))
	for _, view := range []string{"routes", "matrix", "findings", "incomplete"} {
		p.follow("#view=" + view)
		p.harmless(view)
	}
	for _, attack := range attacks {
		p.follow("#text=" + url.QueryEscape(attack) + "&verdict=guarded&route=" + url.QueryEscape("GET "+attack+attack))
		p.harmless(attack)
		for _, place := range []string{".row.route .path", ".row.route .chip", "#detail h2", "#detail .step .name", "#detail .finding p", "#detail .source", "#detail .command"} {
			want := attack
			switch {
			case strings.HasSuffix(place, ".name"):
				want = routes.Short(attack)
			case strings.HasSuffix(place, ".command"):
				want = strings.ReplaceAll(attack, "'", `'\''`)
			}
			if text := ask[string](p, `document.querySelector(%q).textContent`, place); !strings.Contains(text, want) {
				t.Errorf("%s has %q in place of %q", place, text, want)
			}
		}
	}
	p.visit(ask[string](p, `location.href`))
	if s := ask[string](p, `document.querySelector("#detail h2").textContent`); !strings.Contains(s, attacks[len(attacks)-1]) {
		t.Errorf("the address of a route leads to %q", s)
	}
	p.follow("#")
	ask[any](p, `dispatchEvent(new Event("beforeprint")); 0`)
	p.harmless("paper")
}

// harmless requires that there is nothing in the document but what the page makes.
func (p *tab) harmless(attack string) {
	p.Helper()
	if s := ask[string](p, `{
		const known = new Set("A ASIDE B BODY BUTTON CODE DD DETAILS DIV DL DT FORM H1 H2 H3 HEAD HEADER HTML INPUT LABEL LI MAIN META NOSCRIPT OL OPTION P SCRIPT SECTION SELECT SPAN STYLE SUMMARY svg symbol path circle use TABLE TBODY TD TH THEAD TITLE TR UL WBR".split(" "));
		const all = [...document.querySelectorAll("*")];
		const odd = all.filter((e) => !known.has(e.tagName) || [...e.attributes].some((a) => a.name.startsWith("on")));
		const scripts = document.scripts.length;
		odd.map((e) => e.outerHTML).join(" ") + (scripts === 2 ? "" : " scripts: " + scripts) + (window.owned === undefined ? "" : " owned: " + window.owned);
	}`); s != "" {
		p.Errorf("%q is more than text: %s", attack, s)
	}
}

// TestEscapesWithoutScript looks at the plain table that stands in for the script.
func TestEscapesWithoutScript(t *testing.T) {
	table := &routes.Table{}
	for _, attack := range attacks {
		table.Routes = append(table.Routes, &routes.Route{Method: "GET", Pattern: "/" + attack, Handler: attack, App: "x.main"})
	}
	p := open(t, "about:blank")
	if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	p.visit(write(t, table, nil, nil))
	text, err := chromedp.Run(p.ctx, chromedp.TextContent(chromedp.CSS(".plain tbody")))
	if err != nil {
		t.Fatal(err)
	}
	for _, attack := range attacks {
		if want := "/" + attack; !strings.Contains(text, want) || !strings.Contains(text, routes.Short(attack)) {
			t.Errorf("the table has not %q as it is", attack)
		}
	}
}

// poisoned has two routes for each attack, with it in every string of theirs.
func poisoned() (*routes.Table, []report.Finding) {
	table := &routes.Table{}
	var findings []report.Finding
	for _, attack := range attacks {
		for _, verdict := range []routes.Verdict{routes.Guarded, routes.Unknown} {
			r := &routes.Route{Guards: make([]routes.Guard, 1), Missed: make([]routes.Guard, 1), Public: &routes.Annotation{}, Declared: &routes.Declaration{Security: []string{""}}}
			r.Chain = []routes.Step{{Exits: make([]routes.Exit, 1), Notes: []string{""}, Faults: make([]routes.Fault, 1)}}
			fill(reflect.ValueOf(r).Elem(), attack)
			r.Method, r.Verdict = "GET", verdict
			r.Guards[0].Kind, r.Guards[0].Demands = routes.Authz, []string{attack}
			table.Routes = append(table.Routes, r)
		}
		f, i := report.Finding{Related: make([]report.Related, 1)}, routes.Incomplete{}
		fill(reflect.ValueOf(&f).Elem(), attack)
		fill(reflect.ValueOf(&i).Elem(), attack)
		findings, table.Incomplete = append(findings, f), append(table.Incomplete, i)
	}
	return table, findings
}

// fill sets every string of a value, and every line number.
func fill(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int:
		v.SetInt(3)
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), text)
		}
	}
}
