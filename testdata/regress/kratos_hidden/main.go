package main

import (
	"github.com/guardvet/guardvet/testdata/regress/kratos_hidden/app"
	"net/http"
)

func main() {
	go P0()
	select {}
}

func P0() { http.ListenAndServe(":8000", app.NewP0()) }
