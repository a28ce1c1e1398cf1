// Command rulecases serves mistakes of each kind, and the same done well.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/rulecases/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
