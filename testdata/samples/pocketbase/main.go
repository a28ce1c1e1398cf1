// Command pocketbase serves the sample application for the router of PocketBase.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/pocketbase/app"
)

func main() {
	mux, err := app.New().BuildMux()
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
