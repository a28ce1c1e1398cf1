package guard

// containing are functions that ask whether the second text is somewhere in the first one.
var containing = map[string]bool{"strings.Contains": true, "strings.HasPrefix": true, "strings.HasSuffix": true, "bytes.Contains": true, "bytes.HasPrefix": true, "bytes.HasSuffix": true}

// containsCredential reports whether it is asked whether the credential that is sent is in a text that is not. Who sends none
// passes, for "" is in every text.
func containsCredential(sym string, args []av) bool {
	return len(args) == 2 && containing[sym] && args[0].lab == 0 && !args[0].constant() && args[1].lab&proof == Credential && !args[1].presence
}
