package api

import (
	"context"
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
	"github.com/guardvet/guardvet/testdata/samples/chi/rest"
)

type projectKey struct{}

var projects = map[string]string{"1": "tracker"}

// projectCtx loads the project of the path. It refuses what does not exist, not
// who may not see it.
func projectCtx(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := projects[chi.URLParam(r, "project")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), projectKey{}, name)))
	})
}

func listProjects(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, []string{"tracker"}) }
func getProject(w http.ResponseWriter, r *http.Request)    { rest.OK(w, r.Context().Value(projectKey{})) }
func updateProject(w http.ResponseWriter, r *http.Request) { rest.OK(w, chi.URLParam(r, "project")) }
func deleteProject(w http.ResponseWriter, r *http.Request) { rest.OK(w, chi.URLParam(r, "project")) }

func listIssues(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, []string{}) }
func createIssue(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "1") }
func getIssue(w http.ResponseWriter, r *http.Request)    { rest.OK(w, chi.URLParam(r, "issue")) }
func deleteIssue(w http.ResponseWriter, r *http.Request) { rest.OK(w, chi.URLParam(r, "issue")) }

// closeIssue checks for itself: who may close is a matter of the action.
func closeIssue(w http.ResponseWriter, r *http.Request) {
	if err := auth.Authorize(r.Context(), "close"); err != nil {
		rest.Fail(w, err)
		return
	}
	rest.OK(w, chi.URLParam(r, "issue"))
}

func listComments(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, []string{}) }
func addComment(w http.ResponseWriter, _ *http.Request)    { rest.OK(w, "1") }
func removeComment(w http.ResponseWriter, r *http.Request) { rest.OK(w, chi.URLParam(r, "comment")) }

func showBoard(w http.ResponseWriter, r *http.Request) error {
	u, _ := auth.Current(r.Context())
	rest.OK(w, u.Name)
	return nil
}

func showArchive(w http.ResponseWriter, _ *http.Request) error {
	rest.OK(w, []string{})
	return nil
}

func reorder(w http.ResponseWriter, r *http.Request) error {
	if err := auth.Authorize(r.Context(), "reorder"); err != nil {
		return err
	}
	rest.OK(w, "reordered")
	return nil
}

// listLabels is a planted fault: it asks, and does not listen.
func listLabels(w http.ResponseWriter, r *http.Request) error {
	_ = auth.Authorize(r.Context(), "labels")
	rest.OK(w, []string{"bug"})
	return nil
}

type query struct {
	Text string `json:"text"`
}

type found struct {
	Projects []string `json:"projects"`
}

func search(q query) (found, error) { return found{Projects: []string{"tracker", q.Text}}, nil }

type ballot struct {
	Issue string `json:"issue"`
}

func vote(u *auth.User, b ballot) (string, error) { return u.Name + " for " + b.Issue, nil }
