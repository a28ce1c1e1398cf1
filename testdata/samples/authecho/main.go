// Command authecho serves the sample application for packages of authentication for
// echo.
package main

import "github.com/guardvet/guardvet/testdata/samples/authecho/app"

func main() {
	e := app.New()
	e.Logger.Fatal(e.Start("localhost:8080"))
}
