package report

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A Source returns the lines of a file as positions name it, or nil if it cannot be
// read.
type Source func(file string) []string

// HTML writes the inventory as one page that needs nothing else: no network, no other
// file. Everything that comes from the analysed program is data to it; the page's
// policy lets no script run but its own. The same table gives the same bytes.
func HTML(w io.Writer, t *routes.Table, findings []Finding, source Source) error {
	style, script := asset(styles...), "(() => {\n\"use strict\";\n"+asset(scripts...)+"})();\n"
	return pageTemplate.Execute(w, map[string]any{
		"Title":  pageTitle(t),
		"Style":  template.CSS(style),
		"Script": template.JS(script),
		"Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + digest(style) + "; script-src " + digest(script),
		"Data":   newPage(t, findings, source),
	})
}

//go:embed page
var assets embed.FS

// The parts of the page, in the order in which they stand in it.
var (
	styles  = []string{"base.css", "list.css", "detail.css", "print.css"}
	scripts = []string{"data.js", "dom.js", "filter.js", "tree.js", "list.js", "routes.js", "matrix.js", "detail.js", "findings.js", "print.js", "main.js"}
)

var pageTemplate = template.Must(template.New("page.html").Funcs(template.FuncMap{"short": routes.Short}).ParseFS(assets, "page/page.html"))

func asset(names ...string) string {
	var out strings.Builder
	for _, name := range names {
		data, err := assets.ReadFile("page/" + name)
		if err != nil {
			panic(err) // it is part of the binary
		}
		out.Write(data)
	}
	return out.String()
}

// digest names an inline style or script in a content security policy.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
