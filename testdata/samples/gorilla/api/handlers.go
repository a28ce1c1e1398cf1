package api

import (
	"net/http"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/rest"
)

func listBooks(w http.ResponseWriter, _ *http.Request)   { rest.OK(w, []string{"Dune"}) }
func getBook(w http.ResponseWriter, r *http.Request)     { rest.OK(w, mux.Vars(r)["isbn"]) }
func addBook(w http.ResponseWriter, _ *http.Request)     { rest.OK(w, "1") }
func updateBook(w http.ResponseWriter, r *http.Request)  { rest.OK(w, mux.Vars(r)["isbn"]) }
func listLoans(w http.ResponseWriter, _ *http.Request)   { rest.OK(w, []string{}) }
func listOverdue(w http.ResponseWriter, _ *http.Request) { rest.OK(w, []string{}) }
func borrow(w http.ResponseWriter, _ *http.Request)      { rest.OK(w, "1") }
func getLoan(w http.ResponseWriter, r *http.Request)     { rest.OK(w, mux.Vars(r)["loan"]) }
func closeLoan(w http.ResponseWriter, r *http.Request)   { rest.OK(w, mux.Vars(r)["loan"]) }
func waive(w http.ResponseWriter, r *http.Request)       { rest.OK(w, mux.Vars(r)["fine"]) }

// renew checks for itself: whether one may is a matter of the action.
func renew(w http.ResponseWriter, r *http.Request) {
	if err := auth.Authorize(r.Context(), "renew"); err != nil {
		rest.Fail(w, err)
		return
	}
	rest.OK(w, mux.Vars(r)["loan"])
}

// listReviews is a planted fault: it asks, and does not listen.
func listReviews(w http.ResponseWriter, r *http.Request) error {
	_ = auth.Authorize(r.Context(), "review")
	rest.OK(w, []string{"good"})
	return nil
}

func addReview(w http.ResponseWriter, r *http.Request) error {
	if err := auth.Authorize(r.Context(), "review"); err != nil {
		return err
	}
	rest.OK(w, "1")
	return nil
}

func removeReview(w http.ResponseWriter, r *http.Request) error {
	if err := auth.Authorize(r.Context(), "remove review"); err != nil {
		return err
	}
	rest.OK(w, mux.Vars(r)["review"])
	return nil
}

func myReviews(w http.ResponseWriter, r *http.Request) error {
	rest.OK(w, auth.Current(r.Context()).Name)
	return nil
}

type query struct {
	Text string `json:"text"`
}

type found struct {
	Books []string `json:"books"`
}

func search(q query) (found, error) { return found{Books: []string{"Dune", q.Text}}, nil }

type wish struct {
	Book string `json:"book"`
}

func hold(u *auth.User, w wish) (string, error) { return u.Name + " for " + w.Book, nil }
