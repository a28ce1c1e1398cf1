//go:build served

// This test needs flamego itself: a copy of its source, and a replacement of the module by
// that copy.
//
//	go mod edit -replace github.com/flamego/flamego=<copy> && go test -tags served ./samples/flamego/...

package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/flamego/...", New: func() http.Handler { return New() }, Routes: verdicts.Routes(), Path: map[string]string{"/": "/some/page"},
	})
}
