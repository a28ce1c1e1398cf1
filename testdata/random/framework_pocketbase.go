package random

// Programs of the router of PocketBase.
func init() {
	add(&Framework{
		Name: "pocketbase", Shape: pocketShape(), Param: "{id}",
		Imports: []string{"github.com/pocketbase/pocketbase/tools/router", "github.com/pocketbase/pocketbase/tools/hook"},
		Root:    "$v := mw.New()", RootType: "*mw.Root", Handler: "mw.Serve($r)", Interface: "mw.Router",
		Use: "$r.BindFunc($args)", LateUse: true,
		Routes: []string{"$r.Route($method, $path, $h)", "$r.Route($method, $path, $h).Unbind(\"b\")"},
		RoutesWith: []string{
			"$r.Route($method, $path, $h).BindFunc($args)", "$r.Route($method, $path, $h).Bind(mw.Named(\"a\", -1, $args)...)",
			"$r.Route($method, $path, $h).Bind(mw.Named(\"b\", 1, $args)...)", "$r.Route($method, $path, $h).Unbind(\"a\").BindFunc($args)",
		},
		Groups: map[string]GroupForm{
			"group":  {Open: "$v := $r.Group($prefix).BindFunc($args)", Without: "$v := $r.Group($prefix)", Type: "*mw.Group"},
			"named":  {Open: "$v := $r.Group($prefix).Bind(mw.Named(\"a\", 0, $args)...)", Without: "$v := $r.Group($prefix)", Type: "*mw.Group"},
			"ranked": {Open: "$v := $r.Group($prefix).Bind(mw.Named(\"b\", -2, $args)...)", Without: "$v := $r.Group($prefix).Unbind(\"a\")", Type: "*mw.Group"},
		},
		Declarations: `
type (
	Root  = router.Router[*router.Event]
	Group = router.RouterGroup[*router.Event]
)

type Router interface {
	Route(method, path string, action func(*router.Event) error) *router.Route[*router.Event]
	Group(prefix string) *router.RouterGroup[*router.Event]
	BindFunc(m ...func(*router.Event) error) *router.RouterGroup[*router.Event]
}

func New() *router.Router[*router.Event] {
	return router.NewRouter(func(w http.ResponseWriter, r *http.Request) (*router.Event, router.EventCleanupFunc) {
		return &router.Event{Response: w, Request: r}, nil
	})
}

// Named gives the first function a name and a rank; the others have none.
func Named(name string, rank int, args ...func(*router.Event) error) []*hook.Handler[*router.Event] {
	var out []*hook.Handler[*router.Event]
	for i, f := range args {
		h := &hook.Handler[*router.Event]{Func: f}
		if i == 0 {
			h.Id, h.Priority = name, rank
		}
		out = append(out, h)
	}
	return out
}

// Serve is the application as a handler of net/http.
func Serve(r *router.Router[*router.Event]) http.Handler {
	mux, err := r.BuildMux()
	if err != nil {
		panic(err)
	}
	return mux
}
`,
	})
}

func pocketShape() Shape {
	const params = "e *router.Event"
	s := extended("func(*router.Event) error", "func(*router.Event) error", params, "", "e.Request", " error")
	s.Middleware, s.FuncMiddleware = s.Handler, s.FuncHandler
	s.Words["$pass"] = "return e.Next()"
	s.Words["$with"] = `e.Set("user", u)`
	s.Words["$user"] = "userOf(e)"
	s.Words["$header"] = `e.Response.Header().Set("X-Frame-Options", "DENY")`
	s.Words["$done"] = "return e.NoContent(200)"
	s.Words["$given"] = "e"
	s.Refuse = "return e.Error($status, \"refused\", nil)"
	s.Say = "e.String($status, \"refused\")"
	s.Helpers = `
func userOf(e *router.Event) *kit.User {
	u, _ := e.Get("user").(*kit.User)
	return u
}

func requireUser(e *router.Event) bool {
	if !kit.Known(e.Request) {
		e.NoContent(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(e *router.Event) (*kit.User, bool) {
	u, err := kit.Verify(e.Request)
	if err != nil {
		e.String(http.StatusUnauthorized, err.Error())
		return nil, false
	}
	return u, true
}
`
	return s
}
