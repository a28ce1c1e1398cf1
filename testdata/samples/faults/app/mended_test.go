package app

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/faults/asks"
	"github.com/guardvet/guardvet/testdata/served"
)

// The requests and how they are answered by the application as it is, and as
// guardvet -fix leaves it. What has no fix is answered as before.
var requests = []struct {
	asks.Ask
	before, after asks.Statuses
}{
	{asks.Ask{Method: "GET", Path: "/answers/nobody"}, asks.Statuses{403, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/answers/both"}, asks.Statuses{403, 403, 200}, asks.Statuses{401, 403, 200}},
	{asks.Ask{Method: "GET", Path: "/answers/known"}, asks.Statuses{401, 401, 200}, asks.Statuses{401, 403, 200}},
	{asks.Ask{Method: "GET", Path: "/answers/right"}, asks.Statuses{401, 403, 200}, asks.Statuses{401, 403, 200}},
	{asks.Ask{Method: "GET", Path: "/answers/hidden"}, asks.Statuses{404, 200, 200}, asks.Statuses{404, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/checks/goes-on"}, asks.Statuses{-401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/checks/late"}, asks.Statuses{-401, 200, 200}, asks.Statuses{-401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/doors/shared/a"}, asks.Statuses{401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/doors/shared/b"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/doors/shared/d"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "DELETE", Path: "/old/doors/1"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 403, 200}},
	{asks.Ask{Method: "GET", Path: "/doors/plan/"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/doors/plan/new"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/members/all"}, asks.Statuses{401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/gin/early"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/gin/forgets"}, asks.Statuses{-401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/gin/aborts"}, asks.Statuses{401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/echo/tells"}, asks.Statuses{-401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/echo/forbidden"}, asks.Statuses{403, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/chi/dropped"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},

	{asks.Ask{Method: "GET", Path: "/mended/plain/a"}, asks.Statuses{401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "DELETE", Path: "/mended/plain/b"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "DELETE", Path: "/mended/objects/b"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "PUT", Path: "/mended/objects/c"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/mended/told"}, asks.Statuses{-401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/mended/removed"}, asks.Statuses{401, -404, -404}, asks.Statuses{401, 404, 404}},
	{asks.Ask{Method: "GET", Path: "/mended/both"}, asks.Statuses{401, 401, 200}, asks.Statuses{401, 403, 200}},
	{asks.Ask{Method: "GET", Path: "/mended/number"}, asks.Statuses{403, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "DELETE", Path: "/mended/gin/files/1"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/mended/gin/text"}, asks.Statuses{-401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/mended/gin/left"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/mended/gin/json"}, asks.Statuses{403, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "DELETE", Path: "/mended/echo/files/1"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/mended/echo/writes"}, asks.Statuses{-401, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/mended/echo/error"}, asks.Statuses{403, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "GET", Path: "/mended/echo/made"}, asks.Statuses{403, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "DELETE", Path: "/mended/chi/files/1"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
	{asks.Ask{Method: "POST", Path: "/mended/chi/notes"}, asks.Statuses{200, 200, 200}, asks.Statuses{401, 200, 200}},
}

// TestFixes has a copy of the application mended, and asks both. The only findings that are
// left are of mistakes that have no fix.
func TestFixes(t *testing.T) {
	dir, left := served.Mend(t, "./samples/faults", "samples/faults/app", "samples/auth", "samples/faults")
	var list []asks.Ask
	for _, r := range requests {
		list = append(list, r.Ask)
		if got := asks.Of(New(), r.Ask); got != r.before {
			t.Errorf("%v: %d, want %d", r.Ask, got, r.before)
		}
	}
	answers := make([]asks.Statuses, len(list))
	served.Run(t, dir, "./samples/faults/asks/ask", list, &answers)
	for i, r := range requests {
		if answers[i] != r.after {
			t.Errorf("%v: mended, it answers %d, want %d", r.Ask, answers[i], r.after)
		}
	}
	for _, f := range left {
		_, rule, _ := strings.Cut(f, " ")
		if rule == "bypass" || rule == "continues" || rule == "publicreason" || rule == "status401403" || strings.HasPrefix(f, "mended.go") {
			t.Errorf("left: %s", f)
		}
	}
}
