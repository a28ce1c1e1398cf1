package app

import (
	"net/http"
	"os"
	"slices"

	"github.com/justinas/alice"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// passed makes middleware that writes down what passes.
func passed(name string) alice.Constructor {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Add("Passed", name)
			next.ServeHTTP(w, r)
		})
	}
}

// outside is what stands before all routes; settings make it longer.
func outside() alice.Chain {
	chain := alice.New(passed("first"))
	if os.Getenv("SECURE") != "" {
		chain = chain.Append(passed("secure"))
	}
	if os.Getenv("QUIET") != "" {
		return chain.Append(passed("health"), passed("log"))
	}
	return chain.Append(passed("log"), passed("health"))
}

// maybe asks who is there only where the program is set so.
func maybe() alice.Chain {
	chain := alice.New(passed("first"))
	if os.Getenv("PRIVATE") != "" {
		chain = chain.Append(auth.Require)
	}
	return chain
}

// copiedList goes through a list from its end, of which nobody knows how long it is.
func copiedList(h http.Handler) http.Handler {
	list := []alice.Constructor{passed("first")}
	if os.Getenv("PRIVATE") != "" {
		list = append(list, auth.Require)
	}
	for _, around := range slices.Backward(append([]alice.Constructor{passed("copy")}, list...)) {
		h = around(h)
	}
	return h
}

// chains has middleware in lists.
func chains(mux *http.ServeMux) {
	mux.Handle("GET /chains/known", outside().Append(auth.Require).ThenFunc(auth.Done))
	mux.Handle("GET /chains/inside", outside().Then(auth.Require(http.HandlerFunc(auth.Done))))
	mux.Handle("GET /chains/open", outside().ThenFunc(auth.Done))
	mux.Handle("GET /chains/maybe", maybe().ThenFunc(auth.Done))
	mux.Handle("GET /chains/both", maybe().Append(auth.Require).ThenFunc(auth.Done))
	mux.Handle("GET /chains/copied", copiedList(http.HandlerFunc(auth.Done)))
}
