package app

import (
	"net/http"
	"os"
	"path"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// joins puts routes below a base path that the environment names.
func joins(mux *http.ServeMux) {
	base := os.Getenv("BASE_PATH")
	mux.Handle("GET "+path.Join("/", base, "joined/open"), done) // planted fault
	mux.Handle("GET "+path.Join("/", base, "/joined/known/"), auth.Require(done))
}
