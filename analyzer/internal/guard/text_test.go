package guard

import "testing"

func TestOtherWord(t *testing.T) {
	for _, test := range []struct {
		status int
		text   string
		want   string
	}{
		{403, "Unauthorized", "unauthorized"},
		{403, "you are not logged in", "not logged in"},
		{403, "forbidden: unauthorized role", ""},
		{403, "Forbidden", ""},
		{403, "no", ""},
		{401, "403 Forbidden", "forbidden"},
		{401, "Permission denied.", "permission denied"},
		{401, "unauthorized", ""},
		{401, "unauthorized: permission denied", ""},
	} {
		if got := otherWord(test.status, test.text); got != test.want {
			t.Errorf("%d %q: %q, want %q", test.status, test.text, got, test.want)
		}
	}
}
