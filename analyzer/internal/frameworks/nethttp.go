package frameworks

// net/http. A ServeMux has no middleware: guards are wrapped around handlers or
// around the mux, and the most specific pattern wins whatever the order of
// registration. Patterns are "[METHOD ][HOST]/[PATH]". A server without a
// handler serves http.DefaultServeMux. A nested mux sees the whole path unless
// StripPrefix stands between.
func netHTTP() *Framework {
	return &Framework{
		Name:     "net/http",
		Versions: "go1.26",
		Limits: []string{
			"That an answer cannot be encoded, or cannot be written, is taken not to happen: a way that is open only then is not seen.",
			"A server whose handler another package chooses by reflection is not found.",
			"Which of two overlapping patterns serves a path is not worked out: each is judged by its own chain.",
		},
		Packages: []string{"net/http"},
		Shapes: map[string]*Shape{
			"http": {
				Name: "http", Params: []Role{RoleWriter, RoleRequest}, Types: []string{"net/http.ResponseWriter", "*net/http.Request"},
				Method: "ServeHTTP", Wrap: true, Interface: "net/http.Handler", FuncType: "net/http.HandlerFunc",
			},
		},
		Routers: map[string]*Router{
			"servemux": {Type: "net/http.ServeMux", Shape: "http", Bind: Live, Join: JoinNone, Subtree: true, OnlyClean: true},
		},
		Zero:    map[string]string{"net/http.ServeMux": "servemux"},
		Globals: map[string]string{"net/http.DefaultServeMux": "servemux"},
		Calls: merge(
			symbols("net/http", []string{""}, map[string]Call{
				"NewServeMux":          {Op: OpNew, Kind: "servemux"},
				"Handle":               {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true, On: defaultMux},
				"HandleFunc":           {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true, On: defaultMux, Plain: true, Instead: "Handle"},
				"ListenAndServe":       {Op: OpServe, Handler: 2, On: defaultMux},
				"ListenAndServeTLS":    {Op: OpServe, Handler: 4, On: defaultMux},
				"Serve":                {Op: OpServe, Handler: 2, Listener: 1, On: defaultMux},
				"ServeTLS":             {Op: OpServe, Handler: 2, Listener: 1, On: defaultMux},
				"StripPrefix":          {Op: OpWrap, Pattern: 1, Handler: 2, Strip: true, Shape: "http"},
				"TimeoutHandler":       {Op: OpWrap, Handler: 1, Shape: "http", Static: "timeout"},
				"MaxBytesHandler":      {Op: OpWrap, Handler: 1, Shape: "http", Static: "body limit"},
				"AllowQuerySemicolons": {Op: OpWrap, Handler: 1, Shape: "http"},
				"FileServer":           {Op: OpLeaf, Shape: "http", Static: "static"},
				"FileServerFS":         {Op: OpLeaf, Shape: "http", Static: "static"},
				"RedirectHandler":      {Op: OpLeaf, Shape: "http", Static: "redirect"},
				"NotFoundHandler":      {Op: OpLeaf, Shape: "http", Static: "not found"},
			}),
			symbols("net/http", []string{"*ServeMux"}, map[string]Call{
				"Handle":     {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true},
				"HandleFunc": {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true, Plain: true, Instead: "Handle"},
				"Handler":    {Op: OpNop},
			}),
			symbols("net/http", []string{"*Server"}, map[string]Call{
				"ListenAndServe":    {Op: OpServe, Handler: Recv, Field: "Handler", On: defaultMux},
				"ListenAndServeTLS": {Op: OpServe, Handler: Recv, Field: "Handler", On: defaultMux},
				"Serve":             {Op: OpServe, Handler: Recv, Listener: 1, Field: "Handler", On: defaultMux},
				"ServeTLS":          {Op: OpServe, Handler: Recv, Listener: 1, Field: "Handler", On: defaultMux},
			}),
			symbols("net/http", []string{"*CrossOriginProtection"}, map[string]Call{
				"Handler": {Op: OpWrap, Handler: 1, Shape: "http", Static: "csrf"},
			}),
			symbols("expvar", []string{""}, map[string]Call{
				"init":    {Op: OpImport, On: defaultMux, Patterns: []string{"GET /debug/vars"}, Static: "expvar"},
				"Handler": {Op: OpLeaf, Shape: "http", Static: "expvar"},
			}),
			symbols("net/http/pprof", []string{""}, map[string]Call{
				"Handler": {Op: OpLeaf, Shape: "http", Static: "pprof"},
				"init": {Op: OpImport, On: defaultMux, Static: "pprof", Patterns: []string{
					"GET /debug/pprof/", "GET /debug/pprof/cmdline", "GET /debug/pprof/profile", "GET /debug/pprof/symbol", "GET /debug/pprof/trace",
				}},
			}),
			symbols("net/http/httputil", []string{""}, map[string]Call{
				"NewSingleHostReverseProxy": {Op: OpLeaf, Shape: "http", Static: Proxy},
			}),
		),
		Roles:      map[string]Role{"net/http.Request": RoleRequest},
		Quiet:      quietPackages,
		NoResponse: []string{"*bytes.Buffer", "*os.File", "*strings.Builder"},
		Effects:    nethttpEffects(),
		Fields:     nethttpFields(),
	}
}

// defaultMux is the router behind http.Handle and servers without a handler.
const defaultMux = "net/http.DefaultServeMux"
