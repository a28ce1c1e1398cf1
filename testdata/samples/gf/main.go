// Command gf serves the sample application for gf.
package main

import "github.com/guardvet/guardvet/testdata/samples/gf/app"

func main() { app.New("shop").Run() }
