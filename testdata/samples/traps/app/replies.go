package app

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"os"
	"os/exec"
	"strconv"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// replies answers with statuses that are not known, for reasons that need not be about who
// asks.
func replies(mux *http.ServeMux) {
	mux.HandleFunc("POST /replies/stored", func(w http.ResponseWriter, r *http.Request) {
		var n note
		_ = json.NewDecoder(r.Body).Decode(&n)
		n.By = r.Header.Get("Authorization")
		if err := exec.Command("echo", n.By, n.Text).Err; err != nil { // planted fault: it notes who asks, and asks nobody
			http.Error(w, err.Error(), configured())
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /replies/pages", func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil { // planted fault: another page, and no refusal
			w.Header().Set("X-Acted", "1")
			http.Error(w, "the page for guests", configured())
			return
		}
		w.Header().Set("X-Acted", "1")
		http.Error(w, "the page for readers", configured())
	})
	mux.HandleFunc("GET /replies/refused", func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			newReply(http.StatusUnauthorized).send(w, "nobody")
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /replies/sent", func(w http.ResponseWriter, r *http.Request) {
		if err := exec.Command("echo", r.Header.Get("Authorization")).Err; err != nil { // planted fault: it asks nobody
			newReply(http.StatusInternalServerError).send(w, "not sent")
			return
		}
		auth.Done(w, r)
	})
}

type note struct{ By, Text string }

// configured is a status that only the configuration knows.
func configured() int {
	if n, err := strconv.Atoi(os.Getenv("STATUS")); err == nil {
		return n
	}
	return http.StatusOK
}

// A response is an answer that is made first, and sent later.
type response struct{ status int }

// newReply makes an answer; a status that is none stands for the usual one.
func newReply(status int) *response {
	if status <= 0 {
		status = http.StatusOK
	}
	return &response{status: status}
}

func (a *response) send(w http.ResponseWriter, body any) {
	w.WriteHeader(a.status)
	if err := xml.NewEncoder(w).Encode(body); err != nil {
		panic(err) // who reads it has gone
	}
}
