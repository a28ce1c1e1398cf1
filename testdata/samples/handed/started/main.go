// Command started gives a server, and a hook for its start, to a library that was not read.
package main

import "github.com/guardvet/guardvet/testdata/samples/handed/started/app"

func main() { app.Run() }
