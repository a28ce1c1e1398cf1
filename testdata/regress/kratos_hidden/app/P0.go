package app

import (
	"github.com/guardvet/guardvet/testdata/regress/kratos_hidden/mw"
	"net/http"
)

// NewP0 makes the application.
func NewP0() http.Handler {
	root := mw.New()
	_ = root
	{
		g1 := root.Group("/s004", mw.P0M1)
		_ = g1
		g1.Handle("PUT", "/s010", mw.Chain(mw.P0H1, mw.P0M3, mw.P0M0))

	}
	return mw.Serve(root)
}
