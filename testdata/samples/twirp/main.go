// Command twirp serves the sample application for twirp.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/twirp/app"
)

func main() { log.Fatal(http.ListenAndServe(":8080", app.New())) }
