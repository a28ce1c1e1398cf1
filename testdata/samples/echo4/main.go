// Command echo4 serves the sample application for echo v4: a library with an
// API, an administration and a few pages.
package main

import "github.com/guardvet/guardvet/testdata/samples/echo4/app"

func main() {
	e := app.New(app.Defaults()...)
	e.HideBanner = true
	e.Logger.Fatal(e.Start("localhost:8080"))
}
