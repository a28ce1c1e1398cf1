package frameworks

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// all makes the frameworks; the order is that of documentation only. They are functions
// because most of the packages that guardvet is run on see none of them, and making the
// tables takes longer than looking at such a package.
var all = []func() *Framework{
	netHTTP,
	chi,
	gin,
	echo4,
	echo5,
	gorilla,
	fiber2,
	fiber3,
	httprouter,
	httptreemux,
	bunrouter,
	goji,
	bone,
	routegroup,
	hertz,
	fasthttp,
	goZero,
	kratos,
	fx,
	dig,
	huma,
	goRestful,
	goa,
	ogen,
	oapiCodegen,
	goSwagger,
	do,
	subcommands,
	casbin,
	clerk,
	kubernetes,
	jwt,
	signatures,
	h2c,
	authboss,
	supertokens,
	scs,
	fuego,
	iris,
	macaron,
	beego,
	flamego,
	gf,
	goyave,
	pocketBase,
	grpc,
	grpcMiddleware,
	gateway,
	connect,
	twirp,
	writers,
}

// Tables are the tables of all frameworks joined, for lookups by symbol.
type Tables struct {
	calls      map[string]Call
	owner      map[string]*Framework // of a call symbol, router kind or package
	effects    map[string]Effect
	signs      map[string]Effect // see Signs
	fields     map[string]Part
	errors     map[string]int
	globals    map[string]string
	maps       map[string]string
	zero       map[string]string
	routers    map[string]*Router // by kind; kinds are unique over frameworks
	shapes     map[string]*Shape
	inject     map[string]*Container // by kind
	types      map[string]bool       // Go types of routers
	roles      map[string]Role
	answers    map[string]bool // types with a method that writes to the response
	tags       map[string]Source
	along      map[string][]string
	cleans     map[string]bool
	takesOver  map[string]bool
	quiet      map[string]bool           // packages
	noResponse map[string]bool           // types
	unsigned   map[string]bool           // types of keys
	absent     map[string]bool           // types of keys
	steps      map[string]bool           // function types
	says       map[string]string         // by type of answer
	codes      map[string]map[string]int // by type

	handed   map[string]Handed // by type
	handedBy []Handed

	handedUnder []string // ends of keys
}

// Default returns the joined tables of every framework known.
var Default = sync.OnceValue(func() *Tables { return join(makeAll()) })

func makeAll() []*Framework {
	var out []*Framework
	for _, make := range all {
		out = append(out, make())
	}
	return out
}

func join(list []*Framework) *Tables {
	t := &Tables{
		calls: map[string]Call{}, owner: map[string]*Framework{}, effects: map[string]Effect{}, signs: map[string]Effect{},
		fields: map[string]Part{}, errors: map[string]int{}, globals: map[string]string{}, maps: map[string]string{},
		zero: map[string]string{}, routers: map[string]*Router{}, shapes: map[string]*Shape{},
		types: map[string]bool{}, roles: map[string]Role{}, answers: map[string]bool{}, tags: map[string]Source{}, along: map[string][]string{}, cleans: map[string]bool{}, takesOver: map[string]bool{}, quiet: map[string]bool{}, noResponse: map[string]bool{}, unsigned: map[string]bool{}, absent: map[string]bool{},
		inject: map[string]*Container{}, steps: map[string]bool{}, says: map[string]string{}, codes: map[string]map[string]int{}, handed: map[string]Handed{},
	}
	for _, f := range list {
		for symbol, call := range f.Calls {
			t.calls[symbol] = call
			t.owner[symbol] = f
		}
		for kind, r := range f.Routers {
			t.routers[kind] = r
			t.owner[kind] = f
			t.types[r.Type] = true
		}
		for _, p := range f.Packages {
			t.owner[p] = f
		}
		include(t.steps, f.Handlers)
		for _, h := range f.Handed {
			switch {
			case h.Key != "":
				t.handedUnder = append(t.handedUnder, h.Key)
			case h.Type == "":
				t.handedBy = append(t.handedBy, h)
			default:
				t.handed[h.Type] = h
			}
		}
		for symbol, e := range f.Effects {
			if e.onlySigns() {
				t.signs[symbol] = e
			} else {
				t.effects[symbol] = e
			}
		}
		for symbol, e := range f.Effects {
			if recv, _, method := strings.Cut(symbol, ")."); method && e.Writes && e.Into == 0 {
				t.answers[strings.TrimPrefix(recv, "(")] = true
			}
		}
		maps.Copy(t.fields, f.Fields)
		maps.Copy(t.errors, f.Errors)
		maps.Copy(t.roles, f.Roles)
		maps.Copy(t.tags, f.Tags)
		maps.Copy(t.along, f.Along)
		include(t.absent, f.Absent)
		include(t.cleans, f.CleansPath)
		include(t.takesOver, f.TakesOver)
		include(t.quiet, f.Quiet)
		include(t.noResponse, f.NoResponse)
		include(t.unsigned, f.Unsigned)
		maps.Copy(t.says, f.Verdicts)
		maps.Copy(t.codes, f.Codes)
		maps.Copy(t.globals, f.Globals)
		maps.Copy(t.maps, f.Maps)
		maps.Copy(t.zero, f.Zero)
		maps.Copy(t.shapes, f.Shapes)
		maps.Copy(t.inject, f.Containers)
	}
	return t
}

func include(set map[string]bool, names []string) {
	for _, name := range names {
		set[name] = true
	}
}

// Call returns what the symbol does at registration.
func (t *Tables) Call(symbol string) (Call, bool) { c, ok := t.calls[symbol]; return c, ok }

// CodeStatus is the status that the number of a code stands for; 0 if the type is not one of codes, or has no such number.
func (t *Tables) CodeStatus(typ, number string) int { return t.codes[typ][number] }

// CleansPath reports whether a function is a step that cleans the path a router looks for.
func (t *Tables) CleansPath(symbol string) bool { return t.cleans[symbol] }

// TakesOver reports whether a function is a step that may serve the further requests of a
// connection by itself.
func (t *Tables) TakesOver(symbol string) bool { return t.takesOver[symbol] }

// Quiet reports whether the functions of a package only compute, or write into a log.
func (t *Tables) Quiet(path string) bool { return t.quiet[path] }

// Absent reports whether the context holds nothing for keys of a type.
func (t *Tables) Absent(typ string) bool { return t.absent[typ] }

// Verdict returns the field of an answer about who asks that says whether it is good; empty if
// a type is none.
func (t *Tables) Verdict(typ string) (field string) { return t.says[typ] }

// Verdicts lists the types of such answers.
func (t *Tables) Verdicts() []string { return slices.Sorted(maps.Keys(t.says)) }

// makes is what [Makes] lists.
func (t *Tables) makes(symbol string) []string {
	c, ok := t.calls[symbol]
	if !ok {
		return t.along[symbol]
	}
	made := append(slices.Clone(c.Steps), t.along[symbol]...)
	if c.Make != "" {
		made = append(made, c.Make)
	}
	if d := c.Described; d != nil {
		made = append(made, d.Builder, d.Security)
	}
	return made
}

// Effect returns what the symbol does while a request is served.
func (t *Tables) Effect(symbol string) (Effect, bool) { e, ok := t.effects[symbol]; return e, ok }

// Signs returns what is to be known of a function that was not read otherwise, which asks who has signed something, or is told not to.
func (t *Tables) Signs(symbol string) (Effect, bool) { e, ok := t.signs[symbol]; return e, ok }

// onlySigns reports whether an effect is one of some calls only, or none but for who has signed something.
func (e Effect) onlySigns() bool {
	return e.ByOption || e.Secret != 0 || e.KeyOf != 0 || e.Unsigned != 0 || e.Verifies || e.Says
}

// FieldByName returns what reading a field of the request, a context or the URL gives.
func (t *Tables) FieldByName(role Role, source Source, name string) (Part, bool) {
	owner := ""
	switch {
	case role == RoleRequest:
		owner = "request"
	case role == RoleContext:
		owner = "context"
	case role == RoleWriter:
		owner = "writer"
	case role == RoleCall:
		owner = "call"
	case role == RoleTLS:
		owner = "tls"
	case role == RoleSession:
		owner = "session"
	case source == SourceURL:
		owner = "url"
	case source == SourceTLS:
		owner = "tls"
	}
	p, ok := t.fields[owner+"."+name]
	return p, ok
}

// IsHandler reports whether the functions of a Go type are steps of a chain.
func (t *Tables) IsHandler(typ string) bool { return t.steps[typ] }

// RoleOf returns what a Go type is wherever it appears.
func (t *Tables) RoleOf(typ string) (Role, bool) { r, ok := t.roles[typ]; return r, ok }

// Answers reports whether a function answers a request, or is a method of what is answered with; into is the argument
// that has to be the response for that, 0 if there is none.
func (t *Tables) Answers(symbol string) (into Arg, answers bool) {
	if e := t.effects[symbol]; e.Writes || e.Status != 0 || e.StatusIs != 0 {
		return e.Into, true
	}
	recv, _, method := strings.Cut(symbol, ").")
	return 0, method && t.answers[strings.TrimPrefix(recv, "(")]
}

// NoResponse reports whether a type is one to write into that never is, or has, the response.
func (t *Tables) NoResponse(typ string) bool { return t.noResponse[typ] }

// Unsigned reports whether nobody asks who has signed a token where a key is of this type.
func (t *Tables) Unsigned(typ string) bool { return t.unsigned[typ] }

// Tag returns where the tag of a field of a handler's input says that it comes from,
// and under which name. A field with a default is not empty for who sends nothing.
func (t *Tables) Tag(tag string) (source Source, name string, ok bool) {
	if _, has := reflect.StructTag(tag).Lookup("default"); has {
		return 0, "", false
	}
	for key, source := range t.tags {
		if name, ok := reflect.StructTag(tag).Lookup(key); ok {
			name, _, _ = strings.Cut(name, ",")
			return source, name, true
		}
	}
	return 0, "", false
}

// Error returns the status that the error held by a package variable answers with, or 0.
func (t *Tables) Error(symbol string) int { return t.errors[symbol] }

// Global returns the kind of router that a package variable holds.
func (t *Tables) Global(symbol string) (kind string, ok bool) { kind, ok = t.globals[symbol]; return }

// Map returns the type of the map that a package variable holds for programs to fill.
func (t *Tables) Map(symbol string) (typ string, ok bool) { typ, ok = t.maps[symbol]; return }

// Zero returns the kind of router that the zero value of a Go type is.
func (t *Tables) Zero(typ string) (kind string, ok bool) { kind, ok = t.zero[typ]; return }

// Router returns the semantics of a kind of router.
func (t *Tables) Router(kind string) *Router { return t.routers[kind] }

// IsRouter reports whether a Go type, named without pointer, is a router, whatever its
// type arguments.
func (t *Tables) IsRouter(typ string) bool {
	if i := strings.IndexByte(typ, '['); i > 0 {
		typ = typ[:i]
	}
	return t.types[typ]
}

// KindOf returns the router kind that a method's receiver type stands for: the
// kind of that type, or for an interface the first kind of its framework.
func (t *Tables) KindOf(typ, framework string) (string, bool) {
	var kinds []string
	for kind := range t.routers {
		if t.Owner(kind) == framework {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		if t.routers[kind].Type == typ {
			return kind, true
		}
	}
	if len(kinds) == 0 {
		return "", false
	}
	return kinds[0], true
}

// Promoted returns the method of that name of any kind of router of the same framework,
// which one of the kind given may embed.
func (t *Tables) Promoted(kind, name string) (symbol string, ok bool) {
	for _, other := range slices.Sorted(maps.Keys(t.routers)) {
		symbol = "(*" + t.routers[other].Type + ")." + name
		if _, ok = t.calls[symbol]; ok && t.Owner(other) == t.Owner(kind) {
			return symbol, true
		}
	}
	return "", false
}

// Shape returns the handler form of the given name.
func (t *Tables) Shape(name string) *Shape { return t.shapes[name] }

// Container returns the semantics of a kind of container.
func (t *Tables) Container(kind string) *Container { return t.inject[kind] }

// Owner returns the name of the framework that a symbol, kind or package belongs to.
func (t *Tables) Owner(name string) string {
	if f := t.owner[name]; f != nil {
		return f.Name
	}
	return ""
}

// Interest reports whether an import path is a framework's: a package that mentions one
// sees HTTP. It is asked of every package, and makes no tables.
func Interest(path string) bool { return interests[path] }

// Registers reports whether the initializer of a package registers routes, by what it is
// known to do.
func Registers(path string) bool { return registering[path] }

// Makes lists the functions by which a call of the symbol makes middleware of its own
// accord, or what it makes is used.
func Makes(symbol string) []string { return makes[symbol] }

// symbols spells a table of a package out for several receivers: "" is a function,
// "*T" and "T" are methods of that receiver.
func symbols[V any](pkg string, recvs []string, calls map[string]V) map[string]V {
	out := map[string]V{}
	for _, recv := range recvs {
		for name, call := range calls {
			out[symbol(pkg, recv, name)] = call
		}
	}
	return out
}

func symbol(pkg, recv, name string) string {
	switch {
	case recv == "":
		return pkg + "." + name
	case recv[0] == '*':
		return "(*" + pkg + "." + recv[1:] + ")." + name
	}
	return "(" + pkg + "." + recv + ")." + name
}

// verbs gives the same route call to each of a framework's verb methods.
func verbs(call Call, names map[string]string) map[string]Call {
	out := map[string]Call{}
	for name, method := range names {
		c := call
		c.Methods = []string{method}
		out[name] = c
	}
	return out
}

func merge[V any](tables ...map[string]V) map[string]V {
	out := map[string]V{}
	for _, t := range tables {
		maps.Copy(out, t)
	}
	return out
}
