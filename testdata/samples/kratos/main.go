// Command kratos serves the sample application for kratos.
package main

import (
	"log"

	"github.com/go-kratos/kratos/v2"

	"github.com/guardvet/guardvet/testdata/samples/kratos/app"
)

func main() {
	if err := kratos.New(kratos.Server(app.New())).Run(); err != nil {
		log.Fatal(err)
	}
}
