package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/factories",
		New: func() http.Handler {
			Init()
			command, err := Commands["server"]()
			if err != nil {
				t.Fatal(err)
			}
			return command.(*Server).Routes()
		},
		Routes: []served.Route{{Method: "GET", Pattern: "/notes"}, {Method: "DELETE", Pattern: "/notes/{id}"}},
	})
}
