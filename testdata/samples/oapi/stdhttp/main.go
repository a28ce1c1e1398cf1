// Command stdhttp serves the library by the server that oapi-codegen writes for net/http.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/oapi/stdhttp/app"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080", app.New()))
}
