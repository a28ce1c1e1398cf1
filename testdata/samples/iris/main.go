// Command iris serves the sample application for iris.
package main

import "github.com/guardvet/guardvet/testdata/samples/iris/app"

func main() { app.New().Listen(":8080") }
