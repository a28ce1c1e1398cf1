// Command fuego serves the sample application for fuego.
package main

import "github.com/guardvet/guardvet/testdata/samples/fuego/app"

func main() { app.New().Run() }
