// Command connect serves the sample application for Connect.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/connect/app"
)

func main() {
	log.Fatal(http.ListenAndServe("localhost:8080", app.New()))
}
