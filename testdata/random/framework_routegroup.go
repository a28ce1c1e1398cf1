package random

func init() {
	add(&Framework{
		Name: "routegroup", Imports: []string{"github.com/go-pkgz/routegroup"}, Shape: standard,
		Root: "$v := routegroup.New(http.NewServeMux())", RootType: "*routegroup.Bundle", Handler: "$r", Use: "mw.Use($r, $args)",
		Routes:     []string{"$r.Handle($method+\" \"+$path, $h)", "$r.HandleFunc($method+\" \"+$path, $h.ServeHTTP)"},
		RoutesWith: []string{"mw.With($r, $args).Handle($method+\" \"+$path, $h)", "$r.Handle($method+\" \"+$path, mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"mount": {Open: "$v := $r.Mount($prefix)\nmw.Use($v, $args)", Without: "$v := $r.Mount($prefix)", Type: "*routegroup.Bundle"},
			"under": {Open: "$v := mw.With($r.Mount($prefix), $args)", Without: "$v := $r.Mount($prefix)", Type: "*routegroup.Bundle"},
			"group": {Open: "$v := $r.Group()\nmw.Use($v, $args)", Without: "$v := $r.Group()", Type: "*routegroup.Bundle", NoPrefix: true},
			"with":  {Open: "$v := mw.With($r, $args)", Without: "$v := $r.Group()", Type: "*routegroup.Bundle", NoPrefix: true},
		},
		Param: "{id}", Wraps: true, Declarations: wrapRecursive + `
func Use(b *routegroup.Bundle, m ...func(http.Handler) http.Handler) {
	for _, f := range m {
		b.Use(f)
	}
}

func With(b *routegroup.Bundle, m ...func(http.Handler) http.Handler) *routegroup.Bundle {
	if len(m) == 0 {
		return b.Group()
	}
	return b.With(m[0], m[1:]...)
}
`,
	})
}
