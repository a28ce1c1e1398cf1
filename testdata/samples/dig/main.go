// Command dig serves the sample application that dig puts together.
package main

import (
	"log"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/dig/app"
)

func main() {
	err := app.Container().Invoke(func(e *gin.Engine, addr string) error { return e.Run(addr) })
	if err != nil {
		log.Fatal(err)
	}
}
