// Command starters serves its probes itself; its other server is one of several things that are started alike.
package main

import "github.com/guardvet/guardvet/testdata/samples/starters/app"

func main() { app.Run() }
