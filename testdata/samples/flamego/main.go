// Command flamego serves the sample application for flamego.
package main

import "github.com/guardvet/guardvet/testdata/samples/flamego/app"

func main() { app.New().Run() }
