//go:build served

// This test needs gf itself: a copy of its source, and a replacement of the module by that
// copy.
//
//	go mod edit -replace github.com/gogf/gf/v2=<copy> && go test -tags served ./samples/gf/...

package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	s := New("served")
	s.SetPort(0)
	s.SetDumpRouterMap(false)
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	defer s.Shutdown()
	served.Check(t, served.Sample{Packages: "./samples/gf/...", New: func() http.Handler { return s }, Routes: verdicts.Routes()})
}
