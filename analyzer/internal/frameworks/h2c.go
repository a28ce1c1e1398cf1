package frameworks

// golang.org/x/net/http2/h2c. Its handler hands requests on as any step does, but if one of them
// asks to go on in HTTP/2 without TLS, it takes the connection over and serves all further
// requests that come on it to what it wraps (h2c.go, ServeHTTP): who stands before it is asked
// for the first one only.
func h2c() *Framework {
	return &Framework{
		Name:     "h2c",
		Versions: "golang.org/x/net v0.62.0",
		Limits:   []string{"A route behind it that only a guard before it protects counts as guarded, and `bypass` says that it is not."},
		Packages: []string{h2cPath},
		Calls: symbols(h2cPath, []string{""}, map[string]Call{
			"NewHandler": {Op: OpWrap, Handler: 1, Shape: "http", Static: "h2c"},
		}),
		TakesOver: []string{h2cPath + ".NewHandler"},
	}
}

const h2cPath = "golang.org/x/net/http2/h2c"
