package app

import (
	"net/http"
	"os"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/traps/lock"
)

// A checker checks tokens.
type checker interface{ Check(token string) error }

// locks has guards that ask another package, which lets everybody pass where it is set so.
func locks(mux *http.ServeMux) {
	l := lock.New(os.Getenv("LOCKED") != "")
	mux.Handle("GET /locks/set", checkedBy(l.Check))
	mux.Handle("GET /locks/asked", askingBy(l))
	mux.Handle("GET /locks/word", checkedBy(func(token string) error {
		if !l.Opens(token) {
			return http.ErrNoCookie
		}
		return nil
	}))
	mux.Handle("GET /locks/always", checkedBy(l.Always))
}

func checkedBy(check func(token string) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("Authorization")); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
}

func askingBy(c checker) http.Handler { return checkedBy(c.Check) }
