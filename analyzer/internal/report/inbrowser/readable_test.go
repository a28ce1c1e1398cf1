package inbrowser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// contrasts lists texts that are too faint: WCAG 2.2, 1.4.3, level AA. The colours are
// the computed ones, and a ground that is not opaque lies on that of its parents.
const contrasts = `{
	const channel = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	const luminance = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
	const ratio = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
	const parse = (s) => { const m = s.match(/^rgba?\(([^)]+)\)$/); if (!m) throw new Error("colour " + s); const v = m[1].split(/[\s,/]+/).map(Number); return v.length > 3 ? v : [...v, 1]; };
	const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
	const ground = (e) => e ? over(parse(getComputedStyle(e).backgroundColor), ground(e.parentElement)) : [255, 255, 255];
	const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest(".unseen, .symbols");
	const faint = [];
	let texts = 0;
	const judge = (e, color, what) => {
		const style = getComputedStyle(e), size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
		const below = ground(e), r = ratio(over(parse(color), below), below), want = size >= 24 || bold && size >= 18.66 ? 3 : 4.5;
		texts++;
		if (r < want) faint.push(what + " " + r.toFixed(2));
	};
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; n = walker.nextNode();) {
		const e = n.parentElement;
		if (n.data.trim() && seen(e) && !["SCRIPT", "STYLE", "NOSCRIPT", "OPTION"].includes(e.tagName)) judge(e, getComputedStyle(e).color, n.data.trim().slice(0, 40));
	}
	for (const e of document.querySelectorAll(".icon")) {
		if (seen(e) && ratio(over(parse(getComputedStyle(e).color), ground(e.parentElement)), ground(e.parentElement)) < 3) faint.push("icon in " + e.parentElement.className);
	}
	for (const e of document.querySelectorAll("input")) judge(e, getComputedStyle(e, "::placeholder").color, "placeholder");
	if (texts < 20) faint.push("only " + texts + " texts were looked at");
	faint.join("; ");
}`

// TestContrast computes the contrast of all that is shown, in both schemes, at a desk
// and on a phone.
func TestContrast(t *testing.T) {
	table := shop()
	finding := report.Finding{Rule: "x", Position: table.Routes[3].Position, Message: "x: mistake", Confidence: "high", Related: []report.Related{{Position: at(3), Message: "see here"}}}
	file := write(t, table, []report.Finding{finding}, func(string) []string { return strings.Split(strings.Repeat("line\n", 99), "\n") })
	p := open(t, file)
	for _, scheme := range []string{"light", "dark"} {
		p.scheme(scheme)
		for _, width := range []int64{1440, 390} {
			p.size(width, 900)
			p.visit(file)
			for _, address := range []string{"#", "#verdict=unguarded,unknown,public,guarded&findings=", "#route=DELETE+%2Forders%2F%7Bid%7D", "#view=matrix", "#view=findings", "#view=incomplete", "#text=nothing+left"} {
				p.follow(address)
				if s := ask[string](p, contrasts); s != "" {
					t.Errorf("%s, %d wide, %s: too faint: %s", scheme, width, address, s)
				}
			}
		}
	}
}

// TestScheme: the button turns the page dark, and back.
func TestScheme(t *testing.T) {
	p := open(t, "about:blank")
	p.scheme("light")
	p.visit(write(t, shop(), nil, nil))
	ground := func() string { return ask[string](p, `getComputedStyle(document.documentElement).backgroundColor`) }
	light := ground()
	p.do(chromedp.Click(chromedp.CSS("#scheme")))
	if ground() == light {
		t.Error("the button changes nothing")
	}
	p.do(chromedp.Click(chromedp.CSS("#scheme")))
	if ground() != light {
		t.Error("the button does not change it back")
	}
}

// TestPhone: nothing is wider than the screen, and a route covers the list until it is
// left.
func TestPhone(t *testing.T) {
	file := write(t, shop(), nil, nil)
	p := open(t, file)
	p.size(390, 844)
	p.visit(file)
	for _, address := range []string{"#", "#view=matrix", "#view=findings", "#view=incomplete", "#route=DELETE+%2Forders%2F%7Bid%7D"} {
		p.follow(address)
		if w := ask[int](p, `document.documentElement.scrollWidth`); w > 390 {
			t.Errorf("%s is %d wide", address, w)
		}
	}
	if ask[bool](p, `document.getElementById("panel").inert`) == false {
		t.Error("the list is within reach behind the route")
	}
	p.do(chromedp.Click(chromedp.CSS("#detail .back")))
	if ask[bool](p, `document.getElementById("panel").inert || document.querySelector("#detail.open") !== null`) {
		t.Error("the route stays after it is left")
	}
	if got := p.rows(); got != len(shop().Routes) {
		t.Errorf("%d rows", got)
	}
}

// TestNames: what can be reached by keys or is heard has a name, and roles stand where
// they may. The tree of accessibility is the browser's.
func TestNames(t *testing.T) {
	file := write(t, shop(), nil, func(string) []string { return strings.Split(strings.Repeat("line\n", 99), "\n") })
	p := open(t, file+"#route=DELETE+%2Forders%2F%7Bid%7D")
	for _, view := range []string{"routes", "matrix"} {
		p.follow("#route=DELETE+%2Forders%2F%7Bid%7D&view=" + view)
		p.named()
	}
	if s := ask[string](p, `[...document.querySelectorAll("[role=grid] [role=gridcell]")].filter((e) => !e.closest("[role=row]")).length + " " + document.querySelectorAll("h1").length + " " + document.documentElement.lang`); s != "0 1 en" {
		t.Errorf("cells outside of rows, headings, language: %s", s)
	}
}
