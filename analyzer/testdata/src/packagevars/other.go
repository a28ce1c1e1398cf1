package main

import "net/http"

var (
	mux    = newMux()
	base   = "/v1"
	guards []func(http.Handler) http.Handler
	last   string
)

var _ = func() bool {
	mux.Handle("GET /variable", requireUser(http.HandlerFunc(ok))) // want `^GET /variable: guarded authn requireUser\[\]\[401\]$`
	return true
}()

func newMux() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("GET "+base+"/new", ok) // want `^GET /v1/new: unguarded none$`
	return m
}

func init() {
	mux.Handle("PUT "+api, guards[0](http.HandlerFunc(ok))) // want `^PUT /v1/api: guarded authn requireUser\[\]\[401\]$`
}

func init() { last = "/last" }
