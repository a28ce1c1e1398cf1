// Command grpcmiddleware serves the sample application for go-grpc-middleware.
package main

import (
	"log"
	"net"

	"github.com/guardvet/guardvet/testdata/samples/grpcmiddleware/app"
)

func main() {
	listener, err := net.Listen("tcp", "localhost:8080")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(app.New().Serve(listener))
}
