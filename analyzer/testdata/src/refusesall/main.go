// A handler may ask for what only a step can have left that is not there: everybody is refused, and the route is not open. It is not
// guarded either, for nobody is let pass.
package main

import (
	"errors"
	"net/http"
	"strconv"
	"time"
)

type visit struct {
	w    http.ResponseWriter
	r    *http.Request
	user *string
}

type handler func(*visit) error

var (
	errNobody = errors.New("who are you?")
	users     = map[string]*string{}
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /known", serve(identified(known(done)))) // want `^GET /known: guarded authn serve\[\]\[401\]$`
	mux.HandleFunc("GET /never", serve(known(done)))             // want `^GET /never: unknown none$`
	mux.HandleFunc("GET /open", serve(done))                     // want `^GET /open: unguarded none$`
	mux.HandleFunc("GET /recent", recent)                        // want `^GET /recent: unknown none$`
	http.ListenAndServe("", mux)
}

func serve(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(&visit{w: w, r: r}); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
		}
	}
}

func identified(h handler) handler {
	return func(v *visit) error {
		u, ok := users[v.r.Header.Get("Authorization")]
		if !ok {
			return errNobody
		}
		v.user = u
		return h(v)
	}
}

func known(h handler) handler {
	return func(v *visit) error {
		if v.user == nil {
			return errNobody
		}
		return h(v)
	}
}

func done(v *visit) error {
	_, err := v.w.Write([]byte("done"))
	return err
}

// recent asks when the request says that it was made.
func recent(w http.ResponseWriter, r *http.Request) {
	sent, err := strconv.ParseInt(r.Header.Get("X-Timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(sent, 0)) > time.Minute {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}
