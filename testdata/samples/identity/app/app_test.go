package app

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range []string{
		"GET /held/open", "GET /held/known", "GET /held/asked", "GET /held/field", "GET /held/admin", "GET /held/there",
		"GET /pointed/known", "GET /pointed/there", "GET /pointed/guests", "GET /guests/known", "GET /guests/field",
		"GET /named/known", "GET /named/flag", "GET /visitors/known", "GET /visitors/flag", "GET /claimed/known",
		"GET /called/searched", "GET /called/waited", "GET /called/counted", "GET /called/ranged", "GET /called/logged", "GET /answers/known", "GET /answers/open",
		"GET /reasons/refused", "GET /reasons/typed", "GET /reasons/other", "GET /reasons/there", "GET /failed/refused", "GET /sometimes/refused", "GET /cured/refused",
		"GET /measured/open", "GET /measured/known", "GET /measured/tried", "GET /measured/unless", "GET /measured/rarely",
	} {
		method, pattern, _ := strings.Cut(r, " ")
		list = append(list, served.Route{Method: method, Pattern: pattern})
	}
	served.Check(t, served.Sample{Packages: "./samples/identity/...", New: New, Routes: list, Unknown: map[string]string{
		"GET /claimed/known":   "the name is what anybody can send",
		"GET /measured/unless": "whether the function is called is not known",
	}})
}
