// Command hertz serves the sample application for hertz.
package main

import "github.com/guardvet/guardvet/testdata/samples/hertz/app"

func main() { app.New().Spin() }
