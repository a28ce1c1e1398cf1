// Package g has the form of gf's.
package g

import (
	"context"

	"github.com/gogf/gf/v2/net/ghttp"
	"github.com/gogf/gf/v2/util/gmeta"
)

// Server is the server of the name.
func Server(name ...any) *ghttp.Server { return ghttp.GetServer(name...) }

// Map is a map, Meta what is embedded for its tag.
type (
	Map  = map[string]any
	Meta = gmeta.Meta
)

// RequestFromCtx is the request of a context.
func RequestFromCtx(ctx context.Context) *ghttp.Request { return ghttp.RequestFromCtx(ctx) }
