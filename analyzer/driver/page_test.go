package driver

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestPage writes the page of the shop's module: the totals are those of the JSON, the
// finding is beside its route, lines of source are there, and no path of this machine.
func TestPage(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/shop.txt")
	if err != nil {
		t.Fatal(err)
	}
	unpack(t, archive)
	run := func(args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if code := Main(args, &stdout, &stderr); code != exitClean || stderr.Len() > 0 {
			t.Fatalf("%q: exit %d, %s", args, code, &stderr)
		}
		return stdout.String()
	}
	page := run("routes", "-html", "-")
	if out := run("routes", "-html", "page.html", "."); out != "" {
		t.Errorf("it prints %q", out)
	}
	if data, err := os.ReadFile("page.html"); err != nil || string(data) != page {
		t.Errorf("the file is not what is printed (%v)", err)
	}
	var data, want struct {
		Totals map[string]int
		Routes []struct {
			ID       string
			Findings []int
		}
		Findings []struct{ Message string }
		Source   map[string]map[string]string
	}
	m := regexp.MustCompile(`(?s)<script type="application/json" id="data">(.*?)</script>`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page has no data")
	}
	for text, v := range map[string]any{m[1]: &data, run("routes", "-json"): &want} {
		if err := json.Unmarshal([]byte(text), v); err != nil {
			t.Fatal(err)
		}
	}
	for key, n := range want.Totals {
		if data.Totals[key] != n {
			t.Errorf("%s: %d, in the JSON %d", key, data.Totals[key], n)
		}
	}
	for _, r := range data.Routes {
		if has := len(r.Findings) > 0; has != (r.ID == "DELETE /orders/{id}") {
			t.Errorf("%s has findings: %v", r.ID, r.Findings)
		}
	}
	if line := data.Source["auth/auth.go"]["21"]; strings.TrimSpace(line) != "if user == nil {" {
		t.Errorf("auth/auth.go:21 is %q", line)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page, dir) || strings.Contains(m[1], `"/`+strings.Split(dir, "/")[1]+"/") {
		t.Error("the page has paths of this machine")
	}
}
