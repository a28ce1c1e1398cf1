package app

import (
	"net/http"
	"strings"
	"testing"
)

// TestAlone shows that whoever asks may change what the programs hold.
func TestAlone(t *testing.T) {
	for _, test := range []struct {
		h      http.Handler
		routes string
		want   int
	}{
		{library(), "POST /books DELETE /books/1", 200},
		{notes(), "POST /notes PUT /notes/1", 200},
		{jobs(), "POST /jobs/1/start POST /jobs/1/stop", 200},
		{files(), "PUT /files/1 DELETE /files/1", 200},
		{rules(), "PATCH /rules/1 DELETE /rules/1", 200},
		{contact(), "POST /contact", 200},
		{hello(), "GET /hello GET /bye", 200},
		{votes(), "PUT /votes/1 DELETE /votes/1", 200},
		{plugin(), "PUT /volumes/1 DELETE /volumes/1", 200},
		{peers(), "PUT /peers/1 DELETE /peers/1", 200},
		{inside(), "PUT /settings/1 DELETE /settings/1", 403},
	} {
		f := strings.Fields(test.routes)
		for i := 0; i < len(f); i += 2 {
			if got := ask(test.h, f[i], f[i+1], ""); got != test.want {
				t.Errorf("%s %s: %d, want %d", f[i], f[i+1], got, test.want)
			}
		}
	}
}
