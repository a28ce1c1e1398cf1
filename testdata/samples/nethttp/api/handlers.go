package api

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
)

func createItem(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "1") }
func updateItem(w http.ResponseWriter, r *http.Request) { rest.OK(w, r.PathValue("id")) }
func deleteItem(w http.ResponseWriter, r *http.Request) { rest.OK(w, r.PathValue("id")) }

func getStock(w http.ResponseWriter, r *http.Request)  { rest.OK(w, r.PathValue("bin")) }
func setStock(w http.ResponseWriter, r *http.Request)  { rest.OK(w, r.PathValue("bin")) }
func listMoves(w http.ResponseWriter, _ *http.Request) { rest.OK(w, []string{}) }

func createOrder(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "1") }
func listOrders(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, []string{"1"}) }

func getOrder(w http.ResponseWriter, r *http.Request, u *auth.User) {
	rest.OK(w, r.PathValue("id")+" of "+u.Name)
}

// shipOrder checks for itself: who may ship is a matter of the action.
func shipOrder(w http.ResponseWriter, r *http.Request) error {
	if err := auth.Authorize(r.Context(), "ship"); err != nil {
		return err
	}
	rest.OK(w, "on its way")
	return nil
}

// listLabels is a planted fault: it asks, and does not listen.
func listLabels(w http.ResponseWriter, r *http.Request) error {
	_ = auth.Authorize(r.Context(), "labels")
	rest.OK(w, []string{"fragile"})
	return nil
}

// bins serves all methods by itself: everybody may look, users may add.
type bins []string

func (b bins) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		rest.OK(w, []string(b))
	case http.MethodPost:
		if err := auth.Authorize(r.Context(), "move"); err != nil {
			auth.Refuse(w, err)
			return
		}
		rest.OK(w, len(b))
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		http.Error(w, "no such method", http.StatusMethodNotAllowed)
	}
}

type query struct {
	Text string `json:"text"`
}

type found struct {
	Items []string `json:"items"`
}

func search(q query) found { return found{Items: []string{"screw", q.Text}} }

func quote(u *auth.User, q query) string { return q.Text + " for " + u.Name }
