package frameworks

// goji.io. Patterns are values, made by package pat. Of the routes that match, the
// first one that was registered serves. Middleware is applied to every request of
// a mux, whatever its order against the routes, and also if no route matches. A
// SubMux is registered below a pattern that ends in /*, and has patterns of its own
// from there. pat.Get also matches HEAD.
func goji() *Framework {
	return &Framework{
		Name:     "goji",
		Versions: "v2.0.2",
		Limits: []string{
			"Patterns of types other than that of package pat are not known.",
			"The older module github.com/zenazn/goji is not covered.",
		},
		Packages: []string{gojiPath, gojiPath + "/pat"},
		Routers: map[string]*Router{
			"goji":     {Type: gojiPath + ".Mux", Shape: "http", Bind: Live, Join: JoinConcat, FirstWins: true},
			"goji sub": {Type: gojiPath + ".Mux", Shape: "http", Bind: Live, Join: JoinConcat, FirstWins: true, Relative: true},
		},
		Calls: merge(
			symbols(gojiPath, []string{""}, map[string]Call{
				"NewMux": {Op: OpNew, Kind: "goji"},
				"SubMux": {Op: OpNew, Kind: "goji sub"},
			}),
			symbols(gojiPath, []string{"*Mux"}, map[string]Call{
				"Handle":     {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true},
				"HandleFunc": {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true},
				"Use":        {Op: OpUse, Middleware: 1},
			}),
			symbols(gojiPath+"/pat", []string{""}, map[string]Call{
				"New":     {Op: OpPattern, Pattern: 1},
				"Delete":  {Op: OpPattern, Pattern: 1, Methods: []string{"DELETE"}},
				"Get":     {Op: OpPattern, Pattern: 1, Methods: []string{"GET"}},
				"Head":    {Op: OpPattern, Pattern: 1, Methods: []string{"HEAD"}},
				"Options": {Op: OpPattern, Pattern: 1, Methods: []string{"OPTIONS"}},
				"Patch":   {Op: OpPattern, Pattern: 1, Methods: []string{"PATCH"}},
				"Post":    {Op: OpPattern, Pattern: 1, Methods: []string{"POST"}},
				"Put":     {Op: OpPattern, Pattern: 1, Methods: []string{"PUT"}},
			}),
		),
		Effects: merge(
			symbols(gojiPath+"/pat", []string{""}, map[string]Effect{"Param": {Source: SourceParam, Key: 2}}),
			symbols(gojiPath, []string{"*Mux"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		),
	}
}

const gojiPath = "goji.io"
