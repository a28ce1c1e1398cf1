package app

import (
	"github.com/guardvet/guardvet/testdata/regress/echo4_kept_list/mw"
	"github.com/labstack/echo/v4"
	"net/http"
)

// NewP0 makes the application.
func NewP0() http.Handler {
	root := echo.New()
	_ = root
	s1 := make([]echo.MiddlewareFunc, 0, 3)
	s1 = append(s1, mw.P0M4)
	_ = s1
	for _, e1 := range []struct {
		method, path string
		h            echo.HandlerFunc
	}{
		{"DELETE", "/s003", mw.P0H0},
	} {
		root.Add(e1.method, e1.path, e1.h, append(s1, mw.P0M0)...)
	}
	s2 := append(s1, mw.P0M1)
	_ = s2
	return root
}
