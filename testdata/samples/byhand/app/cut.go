package app

import (
	"net/http"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// cut goes through the path from its start, byte by byte, as servers do that a generator
// writes.
func cut(w http.ResponseWriter, r *http.Request) {
	rest := strings.TrimPrefix(r.URL.Path, "/cut")
	if n := len("/shelves/"); len(rest) < n || rest[:n] != "/shelves/" {
		http.NotFound(w, r)
		return
	}
	rest = rest[len("/shelves/"):]
	slash := strings.IndexByte(rest, '/')
	if slash < 0 {
		auth.Done(w, r) // /cut/shelves/{}
		return
	}
	rest = rest[slash:]
	switch {
	case rest[0] != '/':
		http.NotFound(w, r)
	case rest == "/sold":
		auth.Require(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
	case rest == "/burnt":
		if auth.Check(w, r, "admin") {
			auth.Done(w, r)
		}
	default:
		http.NotFound(w, r)
	}
}

// known is the bit that says that it is known who asks.
const known = 1 << 0

// bits asks for bits in an array, one list of them after the other.
func bits(w http.ResponseWriter, r *http.Request) {
	var has [1]uint8
	if _, err := auth.Authenticate(r); err == nil {
		has[0] |= known
	}
	for _, need := range [][1]uint8{{known}} {
		if has[0]&need[0] != need[0] {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	auth.Done(w, r)
}
