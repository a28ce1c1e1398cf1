package served

import "testing"

func TestParameter(t *testing.T) {
	for pattern, want := range map[string]string{
		"/a/{id}/b":          "/a/1/b",
		"/a/{id:[0-9]{1,3}}": "/a/1",
		"/a/:id/b":           "/a/1/b",
		"/files/*":           "/files/1",
		"/files/*path":       "/files/1",
		"/files/{rest...}":   "/files/1",
		"/plain":             "/plain",
	} {
		if got := parameter.ReplaceAllString(pattern, "1"); got != want {
			t.Errorf("%s: %s, want %s", pattern, got, want)
		}
	}
}
