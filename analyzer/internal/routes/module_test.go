package routes

import "testing"

func TestOurs(t *testing.T) {
	for _, test := range []struct {
		module, pkg, symbol string
		want                bool
	}{
		{"example.com/shop", "example.com/shop/cmd/server", "example.com/shop/auth.Require$1", true},
		{"example.com/shop", "example.com/shop/cmd/server", "(*example.com/shop/auth.Guard).Require", true},
		{"example.com/shop", "example.com/shop/cmd/server", "example.com/shop.Require", true},
		{"example.com/shop", "example.com/shop/cmd/server", "example.com/shopping.Require", false},
		{"example.com/shop", "example.com/shop/cmd/server", "github.com/gin-gonic/gin.BasicAuth", false},
		{"github.com/a/b/api", "github.com/a/b/api", "github.com/a/b/auth.Require", true},
		{"", "github.com/a/b/cmd", "github.com/a/b/auth.Require", true},
		{"", "github.com/a/b/cmd", "github.com/a/c/auth.Require", false},
		{"shop", "shop", "shop/auth.Require", true},
		{"", "shop/cmd", "shop/auth.Require", true},
		{"", "shop", "shop.Require", true},
		{"shop", "shop", "shops.Require", false},
	} {
		table := &Table{Module: test.module, Package: test.pkg}
		if got := table.Ours(test.symbol); got != test.want {
			t.Errorf("%q of %q (module %q): %v", test.symbol, test.pkg, test.module, got)
		}
	}
}
