package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/beego/beego/logs"

	_ "github.com/guardvet/guardvet/testdata/samples/beego/app/routers"
	"github.com/guardvet/guardvet/testdata/served"
)

// routes are written down here: the framework tells of those of one method at a time, and
// not of what AutoRouter has made.
const routes = `
GET /healthz, GET /admin, GET /admin/users, DELETE /admin/users/:id, * /exec/orders, GET /exact, GET /exact/more, GET /things/:id, GET /pending/drafts,
GET /after/drafts, GET /goon/drafts, GET /aborts/drafts, GET /moved/drafts, GET /policy, GET /context, * /raw, * /admin/raw,
GET /books, POST /books, GET /books/:id, PUT /books/:id, DELETE /books/:id, GET /pages, POST /pages, * /pages/any, GET /account, GET /stops, GET /lost,
GET /kept, POST /kept, * /report/daily/*, * /Report/Daily/*, * /report/yearly/*, * /Report/Yearly/*,
* /admin/report/daily/*, * /admin/Report/Daily/*, * /admin/report/yearly/*, * /admin/Report/Yearly/*, GET /notes, POST /notes/:id, PUT /notes/:id,
GET /v1/time, GET /v1/orders, POST /v1/inner/stock, GET /v1/again, GET /v2/time, GET /v2/mine/time`

func TestVerdicts(t *testing.T) {
	logs.SetLevel(logs.LevelEmergency)
	var list []served.Route
	for _, r := range strings.Split(routes, ",") {
		method, pattern, _ := strings.Cut(strings.TrimSpace(r), " ")
		list = append(list, served.Route{Method: method, Pattern: pattern})
	}
	app := New() // it has one router for all
	served.Check(t, served.Sample{
		Packages: "./samples/beego/...",
		New:      func() http.Handler { return app },
		Routes:   list,
		Unknown: map[string]string{
			"GET /goon/drafts": "the filter goes on, whatever it writes",
			"GET /policy":      "policies are found by paths of their own",
		},
	})
}

// TestFindings requires a finding of the rule on every line that says so, and no others.
func TestFindings(t *testing.T) {
	served.CheckFindings(t, "./samples/beego/...", "app")
}
