package analyzer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestForms requires that a handler is not followed for each form that the response may
// have, as promhttp and others give it, and that the guard in it is seen all the same.
func TestForms(t *testing.T) {
	std := standardImporter(t)
	var took [2]int
	for i, n := range []int{11, 44} {
		table := &routes.Table{}
		took[i] = fillTable(table, lowerSource(t, std, fmt.Sprint("forms", n), manyForms(n))).serving
		if len(table.Routes) != 1 || table.Routes[0].Verdict != routes.Guarded {
			t.Errorf("%d forms: %+v", n, table.Routes)
		}
	}
	t.Logf("%d and %d steps", took[0], took[1])
	if 2*took[1] > 3*took[0] {
		t.Errorf("11 forms take %d steps, 44 take %d", took[0], took[1])
	}
}

// manyForms is an application with one route, behind middleware that gives the response one
// of n forms.
func manyForms(n int) string {
	var b strings.Builder
	b.WriteString(`package main

import "net/http"

type watched struct {
	http.ResponseWriter
	code int
}

func (w *watched) WriteHeader(code int) {
	w.code = code
	w.ResponseWriter.WriteHeader(code)
}

func form(w http.ResponseWriter) http.ResponseWriter {
	d := &watched{ResponseWriter: w}
`)
	for i := range n {
		fmt.Fprintf(&b, "\tif _, ok := w.(interface{ Can%d() }); ok {\n\t\treturn form%d{d}\n\t}\n", i, i)
	}
	b.WriteString(`	return d
}

func watch(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(form(w), r) })
}

func find(id string) (string, error) { return id, nil }

func h(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "secret" {
		http.Error(w, "who are you?", 401)
		return
	}
`)
	for i := range 40 {
		fmt.Fprintf(&b, "\tif v, err := find(r.URL.Query().Get(\"q%d\")); err == nil {\n\t\tw.Write([]byte(v))\n\t}\n", i)
	}
	b.WriteString("}\n\nfunc main() {\n\tmux := http.NewServeMux()\n\tmux.Handle(\"/\", watch(http.HandlerFunc(h)))\n\thttp.ListenAndServe(\":1\", mux)\n}\n")
	for i := range n {
		fmt.Fprintf(&b, "\ntype form%d struct{ *watched }\n", i)
	}
	return b.String()
}
