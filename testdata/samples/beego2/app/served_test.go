//go:build served

// This test needs beego itself: a copy of its source, and a replacement of the module by that
// copy.
//
//	go mod edit -replace github.com/beego/beego/v2=<copy> && go test -tags served ./samples/beego2/...

package app

import (
	"net/http"
	"testing"

	"github.com/beego/beego/v2/core/logs"
	"github.com/beego/beego/v2/server/web"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	logs.SetLevel(logs.LevelEmergency)
	app := New()
	web.BeeApp.Handlers.Init() // as Run does
	served.Check(t, served.Sample{
		Packages: "./samples/beego2/...", New: func() http.Handler { return app }, Routes: verdicts.Routes(),
		Unknown: map[string]string{"GET /goon/users": "the filter goes on, whatever it writes"},
	})
}
