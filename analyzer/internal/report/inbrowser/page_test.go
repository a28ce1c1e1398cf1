package inbrowser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestCounts: what the page counts is what the JSON counts, on all four verdicts, and
// the counts are filters.
func TestCounts(t *testing.T) {
	table := shop()
	var out bytes.Buffer
	if err := report.JSON(&out, table); err != nil {
		t.Fatal(err)
	}
	var want struct{ Totals map[string]int }
	if err := json.Unmarshal(out.Bytes(), &want); err != nil {
		t.Fatal(err)
	}
	p := open(t, write(t, table, nil, nil))
	for _, verdict := range []string{"guarded", "public", "unguarded", "unknown"} {
		n := want.Totals[verdict]
		if got := ask[int](p, `Number(document.querySelector('.count[value=%s] b').textContent)`, verdict); got != n || n == 0 {
			t.Errorf("%s: %d on the page, %d in the JSON", verdict, got, n)
		}
		p.do(chromedp.Click(chromedp.CSS(".count[value=" + verdict + "]")))
		if got := p.rows(); got != n {
			t.Errorf("the filter leaves %d rows that are %s, want %d", got, verdict, n)
		}
		if got := ask[string](p, `document.getElementById("shown").textContent`); got != fmt.Sprintf("%d of %d routes", n, want.Totals["routes"]) {
			t.Errorf("it says %q", got)
		}
		p.do(chromedp.Click(chromedp.CSS(".count[value=" + verdict + "]")))
	}
	if s := ask[string](p, `[...document.querySelectorAll(".row.route .chip")].map((c) => c.textContent).join(", ")`); s != "unknown, public: health check, login, login, admin, owner, no guard" {
		t.Errorf("the routes demand %s", s)
	}
	if got := p.rows(); got != want.Totals["routes"] {
		t.Errorf("%d rows without a filter, want %d", got, want.Totals["routes"])
	}
}

// TestFilters: every filter leaves what it says, the address keeps it, and a link shows
// the same again.
func TestFilters(t *testing.T) {
	file := write(t, shop(), nil, nil)
	p := open(t, file)
	for _, test := range []struct {
		key, value string
		want       []string
	}{
		{"method", "DELETE", []string{"DELETE /orders/{id}"}},
		{"level", "authn", []string{"GET /orders"}},
		{"demand", "admin", []string{"DELETE /orders/{id}"}},
		{"package", "example.com/shop/hooks", []string{"POST hooks.example.com/import"}},
		{"text", "RequireRole delete", []string{"DELETE /orders/{id}"}},
		{"text", "nobody has this", nil},
	} {
		ask[any](p, `{const f = document.getElementById("filters").elements[%q]; f.value = %q; f.dispatchEvent(new Event(%q, {bubbles: true})); 0}`,
			test.key, test.value, map[bool]string{true: "input", false: "change"}[test.key == "text"])
		p.wantTitles(test.want)
		link := ask[string](p, `location.hash`)
		p.do(chromedp.Click(chromedp.CSS("#filters button[type=reset]")))
		if got := p.rows(); got != len(shop().Routes) {
			t.Errorf("%d rows after a reset", got)
		}
		p.follow(link)
		p.wantTitles(test.want)
		p.follow("#")
	}
}

// TestRoute opens a route by its row, and again by its address; the chain, the source
// and the findings are beside it.
func TestRoute(t *testing.T) {
	table := shop()
	finding := report.Finding{Rule: "weakguard", Position: table.Routes[3].Position, Message: "weakguard: DELETE /orders/{id} demands less", Confidence: "high"}
	file := write(t, table, []report.Finding{finding}, func(string) []string { return strings.Split(strings.Repeat("\tsome line of source\n", 99), "\n") })
	p := open(t, file)
	p.key("End")
	p.key("Home")
	for p.active() != "DELETE /orders/{id}" {
		before := p.active()
		p.key("ArrowDown")
		if p.active() == before {
			t.Fatal("the keys do not reach the route")
		}
	}
	p.key("Enter")
	check := func() {
		t.Helper()
		text := ask[string](p, `document.getElementById("detail").innerText`)
		for _, want := range []string{
			"guarded (authz): passes only who is allowed: admin, owner", "weakguard: DELETE /orders/{id} demands less", "auth.RequireUser",
			`answers 401 Unauthorized if r.Header.Get("Authorization") == ""`, "answers 403 Forbidden if !slices.Contains(roles, u.Role)",
			"only if cfg.Roles", "some line of source", "401 comes from step 2", "guardvet explain 'DELETE /orders/{id}'",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("the route does not say %q:\n%s", want, text)
			}
		}
		if n := ask[int](p, `document.querySelectorAll("#detail .step").length`); n != len(table.Routes[3].Chain) {
			t.Errorf("%d steps, want %d", n, len(table.Routes[3].Chain))
		}
	}
	check()
	link := ask[string](p, `location.hash`)
	if !strings.Contains(link, "route=DELETE") {
		t.Errorf("the address is %s", link)
	}
	p.key("Escape")
	if s := ask[string](p, `document.getElementById("detail").innerText`); strings.Contains(s, "RequireUser") {
		t.Error("Escape does not close the route")
	}
	p.follow("#route=POST+hooks.example.com%2Fimport")
	if s := ask[string](p, `document.getElementById("detail").innerText`); !strings.Contains(s, "Token or Key") || !strings.Contains(s, "main.go:24:6") {
		t.Errorf("the route does not say what it declares:\n%s", s)
	}
	p.do(chromedp.NavigateBack())
	check()
	p.visit(file + link)
	check()
}

// TestFold folds a group with the keys, and the whole tree with the button.
func TestFold(t *testing.T) {
	p := open(t, write(t, many(30), nil, nil))
	all := p.rows()
	p.key("Home")
	if ask[string](p, `document.querySelector(".row.active").getAttribute("aria-expanded")`) != "true" {
		t.Fatal("the first row is not an open group")
	}
	p.key("ArrowLeft")
	folded := p.rows()
	if folded >= all {
		t.Errorf("%d rows, %d before folding", folded, all)
	}
	p.key("ArrowRight")
	if n := p.rows(); n != all {
		t.Errorf("%d rows, %d before folding", n, all)
	}
	p.do(chromedp.Click(chromedp.CSS("#fold")))
	if n := p.rows(); n != 0 {
		t.Errorf("%d routes are left when all is folded", n)
	}
}

// TestMatrix: a mark where a route demands something, by the column's place.
func TestMatrix(t *testing.T) {
	p := open(t, write(t, shop(), nil, nil)+"#view=matrix")
	got := ask[[]string](p, `[...document.querySelectorAll(".matrix .row")].map((row) => row.querySelector(".path").textContent + ": " +
		[...row.querySelectorAll("[role=gridcell]")].map((c) => document.querySelector(".head [aria-colindex='" + c.getAttribute("aria-colindex") + "']").textContent + " " + c.textContent).join(", "))`)
	want := []string{
		"/debug/: unknown unknown", "/healthz: no guard public", "/orders: login demanded",
		"/orders/{id}: login demanded, admin one of several that a guard names, owner one of several that a guard names",
		"hooks.example.com/import: no guard unguarded",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestManyRoutes: of 5,000 routes few are in the document at any time, wherever the
// list is scrolled, and all can be reached.
func TestManyRoutes(t *testing.T) {
	const n, most = 5000, 900
	p := open(t, write(t, many(n), nil, nil))
	for _, view := range []string{"routes", "matrix"} {
		p.follow("#view=" + view)
		for _, at := range []string{"0", "0.5", "1"} {
			nodes := ask[int](p, `{const box = document.querySelector(".list"); box.scrollTop = %s * box.scrollHeight; box.dispatchEvent(new Event("scroll")); document.querySelectorAll("*").length}`, at)
			if nodes > most {
				t.Errorf("%s at %s: %d elements", view, at, nodes)
			}
			if in := ask[int](p, `[...document.querySelectorAll(".row")].filter((e) => { const r = e.getBoundingClientRect(), b = document.querySelector(".list").getBoundingClientRect(); return r.top < b.bottom && r.bottom > b.top }).length`); in < 10 {
				t.Errorf("%s at %s: %d rows in view", view, at, in)
			}
		}
		p.key("End")
		last := ask[string](p, `document.querySelector(".row.active .path").textContent`)
		if want := many(n).Routes[n-1].Pattern; last != want {
			t.Errorf("%s: the last row is %s, want %s", view, last, want)
		}
		p.follow("#text=group02%2Fpart42&method=DELETE&view=" + view)
		if s := ask[string](p, `document.getElementById("shown").textContent`); s != "1 of 5000 routes" {
			t.Errorf("%s: the search leaves %s", view, s)
		}
	}
}

// TestPaper: on paper there is every route that the filters leave.
func TestPaper(t *testing.T) {
	p := open(t, write(t, many(300), nil, nil)+"#method=GET")
	ask[any](p, `dispatchEvent(new Event("beforeprint")); 0`)
	if n := ask[int](p, `document.querySelectorAll("#paper tbody tr").length`); n != 75 {
		t.Errorf("%d rows on paper", n)
	}
	ask[any](p, `dispatchEvent(new Event("afterprint")); 0`)
	if ask[bool](p, `document.getElementById("paper") !== null`) {
		t.Error("the table for paper stays in the page")
	}
}

// TestWithoutRoutes shows an empty table.
func TestWithoutRoutes(t *testing.T) {
	p := open(t, write(t, &routes.Table{}, nil, nil))
	if s := ask[string](p, `document.getElementById("panel").innerText`); !strings.HasPrefix(s, "No routes were found") {
		t.Errorf("it says %q", s)
	}
}

// write writes the page of a table and returns its address.
func write(t *testing.T, table *routes.Table, findings []report.Finding, source report.Source) string {
	t.Helper()
	var page bytes.Buffer
	if err := report.HTML(&page, table, findings, source); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return "file://" + file
}
