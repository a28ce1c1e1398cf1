// Package api puts the application's packages below its prefix.
package api

import (
	"net/http"

	"threepackages/orders"
)

// Register adds all routes.
func Register(mux *http.ServeMux, prefix string, guard func(http.Handler) http.Handler) {
	mux.HandleFunc("GET "+prefix+"/status-of-orders", func(http.ResponseWriter, *http.Request) {})
	orders.New(guard).Register(mux, prefix)
}
