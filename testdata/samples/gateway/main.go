// Command gateway serves the shop's services over HTTP.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/gateway/app"
)

func main() {
	handler, _ := app.New()
	log.Fatal(http.ListenAndServe(":8080", handler))
}
