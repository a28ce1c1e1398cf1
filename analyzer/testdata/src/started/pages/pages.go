package pages

import "net/http"

// Pages are a server's handler.
type Pages struct{ *http.ServeMux }

// New makes them.
func New() *Pages {
	p := &Pages{http.NewServeMux()}
	p.HandleFunc("GET /pages", list)
	return p
}

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
