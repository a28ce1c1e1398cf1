// Command goyave serves the sample application for goyave.
package main

import "github.com/guardvet/guardvet/testdata/samples/goyave/app"

func main() {
	go app.Open().Start()
	if err := app.New().Start(); err != nil {
		panic(err)
	}
}
