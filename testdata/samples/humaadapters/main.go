// Command humaadapters serves the sample application for the routers that huma works with.
package main

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/humaadapters/app"
)

func main() { http.ListenAndServe("localhost:8080", app.New()) }
