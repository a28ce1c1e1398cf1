// Command bone serves the sample application for bone.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/bone/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
