// Command gozero serves the sample application for go-zero.
package main

import "github.com/guardvet/guardvet/testdata/samples/gozero/app"

func main() {
	s := app.New()
	defer s.Stop()
	s.Start()
}
