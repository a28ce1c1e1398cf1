// Package g has the form of gf's, and does nothing.
package g

import "github.com/gogf/gf/v2/net/ghttp"

// Server is the server of the name.
func Server(name ...any) *ghttp.Server { return ghttp.GetServer(name...) }

// Map is a map.
type Map = map[string]any
