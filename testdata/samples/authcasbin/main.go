// Command authcasbin serves the sample application whose policies casbin enforces.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/authcasbin/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
