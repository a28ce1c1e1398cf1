package frameworks

import "testing"

func TestNamesRight(t *testing.T) {
	for text, want := range map[string]bool{
		"admin": true, "repo:write": true, "books/*": true, "Manage Users": true, "org.members.invite": true,
		"SELECT id FROM keys WHERE k=?": false, "user %s may not": false, "id = $1": false, "one two three four five": false, "now()": false, " ": false, "*": true,
	} {
		if got := NamesRight(text); got != want {
			t.Errorf("NamesRight(%q) = %v", text, got)
		}
	}
}
