// Command fasthttp serves the sample application for fasthttp and its router.
package main

import (
	"log"

	"github.com/valyala/fasthttp"

	"github.com/guardvet/guardvet/testdata/samples/fasthttp/app"
)

func main() { log.Fatal(fasthttp.ListenAndServe("localhost:8080", app.New())) }
