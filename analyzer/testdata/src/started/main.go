// A command that knows no more than what starts a server, and a struct that does. That it has to do
// with HTTP shows in neither.
package main // want `^GET /pages: unguarded none$`

import (
	"started/server"
	"started/starter"
)

func main() {
	var s starter.Starter = &server.Server{Address: ":8080"}
	s.Start()
}
