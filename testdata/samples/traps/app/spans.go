package app

import (
	"net/http"
	"runtime/trace"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/traps/keeper"
)

// spans gives a name to what is done for a request. It travels with the context, and is
// nothing that anybody must prove.
func spans(mux *http.ServeMux) {
	keep := keeper.New()
	mux.HandleFunc("GET /spans/known", func(w http.ResponseWriter, r *http.Request) {
		ctx, task := trace.NewTask(r.Context(), "authenticate")
		defer task.End()
		token, err := keep.Token(ctx, r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if time.Now().After(token.Expires) {
			http.Error(w, "too late", http.StatusUnauthorized)
			return
		}
		done(w, r)
	})
}
