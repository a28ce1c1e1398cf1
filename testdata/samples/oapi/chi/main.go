// Command chi serves the library by the server that oapi-codegen writes for chi, the strict one.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/oapi/chi/app"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080", app.New()))
}
