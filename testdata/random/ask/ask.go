// Package ask serves generated programs and sends them requests.
package ask

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/guardvet/guardvet/testdata/random/kit"
)

// A Request is to be sent to a program as somebody: "" for nobody. Set tells that
// the program is to be one that was made with [Variable] set.
type Request struct {
	Program, Method, Path, As string
	Set                       bool
}

// Variable is the variable of the environment that some routes depend on.
const Variable = "RANDOM_ROUTES"

// A key tells programs apart that were made in different environments.
type key struct {
	program string
	set     bool
}

// An Answer is what happened: the status, the marks that were left, whether a
// handler acted, and the panic, if any.
type Answer struct {
	Status int
	Marks  []string
	Acted  bool
	Panic  string
}

// Serve reads requests as JSON from standard input and writes the answers to
// standard output.
func Serve(programs map[string]func() http.Handler) {
	log.SetOutput(io.Discard) // net/http complains of answers that are given twice
	out := os.Stdout
	os.Stdout, _ = os.Open(os.DevNull) // where echo logs to
	var requests []Request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	made := map[key]http.Handler{}
	answers := make([]Answer, len(requests))
	for i, r := range requests {
		answers[i] = r.send(made, programs)
	}
	if err := json.NewEncoder(out).Encode(answers); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func (r Request) send(made map[key]http.Handler, programs map[string]func() http.Handler) (a Answer) {
	defer func() {
		if p := recover(); p != nil {
			a.Panic = fmt.Sprint(p)
		}
	}()
	k := key{r.Program, r.Set}
	if made[k] == nil {
		os.Unsetenv(Variable)
		if r.Set {
			os.Setenv(Variable, "set")
		}
		made[k] = programs[r.Program]()
	}
	trace := kit.Begin("the only one")
	req := httptest.NewRequest(r.Method, r.Path, nil)
	req.Header.Set(kit.TraceHeader, "the only one")
	if r.As != "" {
		req.Header.Set("Authorization", "Bearer "+r.As)
	}
	w := httptest.NewRecorder()
	made[k].ServeHTTP(w, req)
	return Answer{Status: w.Code, Marks: trace.Marks, Acted: trace.Acted}
}
