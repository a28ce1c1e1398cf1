package admin

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
)

func stats(w http.ResponseWriter, _ *http.Request)     { rest.OK(w, 7) }
func index(w http.ResponseWriter, r *http.Request)     { rest.OK(w, r.URL.Path) }
func report(w http.ResponseWriter, r *http.Request)    { rest.OK(w, r.PathValue("day")) }
func listUsers(w http.ResponseWriter, _ *http.Request) { rest.OK(w, []string{"user", "admin"}) }
func listJobs(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, []string{"count"}) }
func runJob(w http.ResponseWriter, _ *http.Request)    { rest.OK(w, "running") }
func cancelJob(w http.ResponseWriter, r *http.Request) { rest.OK(w, r.PathValue("id")) }

func (a *Admin) deleteUser(w http.ResponseWriter, r *http.Request) {
	rest.OK(w, r.PathValue("id")+" by "+a.keeper.Role)
}

// Latest is the report of today, for the pages to show.
func Latest(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "today") }
