// Command grpc serves the sample application for grpc.
package main

import (
	"log"
	"net"

	"github.com/guardvet/guardvet/testdata/samples/grpc/app"
)

func main() {
	listener, err := net.Listen("tcp", "localhost:8080")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(app.New().Serve(listener))
}
