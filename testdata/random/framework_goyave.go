package random

// Programs of goyave, served by its stub. Middleware is objects; those of some groups ask what
// is noted of the route, and some routes say otherwise.
func init() {
	add(&Framework{
		Name: "goyave", Imports: []string{"goyave.dev/goyave/v5", "goyave.dev/goyave/v5/config"}, Shape: goyaveShape(), Param: "{id}",
		Root: "$v := mw.New()", RootType: "*goyave.Router", Handler: "$r", Use: "$r.Middleware(mw.List($args)...)", LateUse: true,
		Routes: []string{
			"$r.Route([]string{$method}, $path, $h)",
			"$r.Route([]string{$method}, $path, $h).SetMeta(\"asked\", false)",
			"$r.Route([]string{$method}, $path, $h).SetMeta(\"asked\", false).RemoveMeta(\"asked\")",
		},
		RoutesWith: []string{
			"$r.Route([]string{$method}, $path, $h).Middleware(mw.List($args)...)",
			"$r.Group().Middleware(mw.List($args)...).Route([]string{$method}, $path, $h)",
		},
		Groups: map[string]GroupForm{
			"group":  {Open: "$v := $r.Subrouter($prefix).Middleware(mw.List($args)...)", Without: "$v := $r.Subrouter($prefix)", Type: "*goyave.Router"},
			"late":   {Open: "$v := $r.Subrouter($prefix)", Without: "$v := $r.Subrouter($prefix)", Close: "$v.Middleware(mw.List($args)...)", Type: "*goyave.Router"},
			"global": {Open: "$v := $r.Group().GlobalMiddleware(mw.List($args)...)", Without: "$v := $r.Group()", Type: "*goyave.Router", NoPrefix: true, Others: true},
			"asked":  {Open: "$v := mw.Asked($r.Subrouter($prefix), $args).SetMeta(\"asked\", true)", Without: "$v := $r.Subrouter($prefix).SetMeta(\"asked\", true)", Type: "*goyave.Router"},
			"lost":   {Open: "$v := mw.Asked($r.Subrouter($prefix), $args).SetMeta(\"asked\", true).RemoveMeta(\"asked\")", Without: "$v := $r.Subrouter($prefix).RemoveMeta(\"asked\")", Type: "*goyave.Router"},
		},
		Declarations: `
func New() *goyave.Router {
	s, err := goyave.New(goyave.Options{Config: config.LoadDefault()})
	if err != nil {
		panic(err)
	}
	return s.Router()
}

// Around is middleware of a function.
type Around struct {
	goyave.Component
	f func(goyave.Handler) goyave.Handler
}

func (a *Around) Handle(next goyave.Handler) goyave.Handler { return a.f(next) }

func List(args ...func(goyave.Handler) goyave.Handler) []goyave.Middleware {
	var list []goyave.Middleware
	for _, f := range args {
		list = append(list, &Around{f: f})
	}
	return list
}

// Asking is middleware for routes of which it is noted.
type Asking struct{ Around }

func (a *Asking) Handle(next goyave.Handler) goyave.Handler {
	asked := a.f(next)
	return func(w *goyave.Response, r *goyave.Request) {
		if yes, ok := r.Route.LookupMeta("asked"); ok && yes == true {
			asked(w, r)
			return
		}
		next(w, r)
	}
}

func Asked(r *goyave.Router, args ...func(goyave.Handler) goyave.Handler) *goyave.Router {
	for _, f := range args {
		r.Middleware(&Asking{Around{f: f}})
	}
	return r
}
`,
	})
}

func goyaveShape() Shape {
	s := extended("goyave.Handler", "func(goyave.Handler) goyave.Handler", "w *goyave.Response, r *goyave.Request", "w, r", "r.Request()", "")
	s.Words["$credential"] = `r.Header().Get("Authorization")`
	s.Words["$with"] = "r.User = u"
	s.Words["$user"] = "userOf(r)"
	s.Words["$done"] = "w.Status(200)"
	s.Words["$given"] = "w, r"
	s.Refuse = "w.JSON($status, \"refused\")\nreturn"
	s.Say = "w.String($status, \"refused\")"
	s.Helpers = `
func userOf(r *goyave.Request) *kit.User {
	u, _ := r.User.(*kit.User)
	return u
}

func requireUser(w *goyave.Response, r *goyave.Request) bool {
	if !kit.Known(r.Request()) {
		w.Status(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(w *goyave.Response, r *goyave.Request) (*kit.User, bool) {
	u, err := kit.Verify(r.Request())
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}
`
	return s
}
