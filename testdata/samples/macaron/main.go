// Command macaron serves the sample application for macaron.
package main

import "github.com/guardvet/guardvet/testdata/samples/macaron/app"

func main() { app.New().Run() }
