package routes

import "testing"

func TestShort(t *testing.T) {
	for symbol, want := range map[string]string{
		"example.com/x/auth.Require":                    "auth.Require",
		"example.com/x/token/v4.Parse":                  "token.Parse",
		"(*example.com/x/mux/v5.Mux).Use":               "(*mux.Mux).Use",
		"(*example.com/x/auth.Auth).Require":            "(*auth.Auth).Require",
		"(example.com/x/auth.Auth).Require$1":           "(auth.Auth).Require$1",
		"example.com/x/auth.Require[example.com/y/z.T]": "auth.Require[example.com/y/z.T]",
		"main.main": "main.main", "static": "static", "": "",
	} {
		if got := Short(symbol); got != want {
			t.Errorf("Short(%q) = %q, want %q", symbol, got, want)
		}
	}
}
