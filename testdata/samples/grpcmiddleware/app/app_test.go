package app

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for service, info := range New().GetServiceInfo() {
		for _, m := range info.Methods {
			routes = append(routes, served.Route{Method: "POST", Pattern: "/" + service + "/" + m.Name})
		}
	}
	handler := func() http.Handler { return served.GRPC(New(), func(string) []byte { return nil }) }
	served.Check(t, served.Sample{Packages: "./samples/grpcmiddleware/...", New: handler, Routes: routes, Login: login})
}

// login gives a token, and a certificate.
func login(r *http.Request, who string) {
	r.Header.Set("Authorization", "Bearer "+who)
	r.TLS = &tls.ConnectionState{VerifiedChains: [][]*x509.Certificate{{}}}
}
