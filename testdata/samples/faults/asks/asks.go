// Package asks sends requests to the application: as nobody, as a user, as an administrator.
package asks

import (
	"net/http"
	"net/http/httptest"
)

// An Ask is a request.
type Ask struct{ Method, Path string }

// Statuses are the answers to nobody, a user and an administrator. One is negative if the
// handler has acted and the answer says otherwise, or the reverse.
type Statuses [3]int

// Of sends a request to a handler.
func Of(h http.Handler, a Ask) Statuses {
	var out Statuses
	for i, who := range []string{"", "user", "admin"} {
		r := httptest.NewRequest(a.Method, a.Path, nil)
		if who != "" {
			r.Header.Set("Authorization", "Bearer "+who)
			r.AddCookie(&http.Cookie{Name: "session", Value: who})
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		out[i] = w.Code
		if acted := w.Header().Get("X-Acted") != ""; acted != (w.Code == http.StatusOK) {
			out[i] = -w.Code
		}
	}
	return out
}
