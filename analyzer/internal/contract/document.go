package contract

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// methods are the keys of a path item that are operations (OpenAPI 3.2, section 4.9).
var methods = map[string]bool{
	"get": true, "put": true, "post": true, "delete": true, "options": true, "head": true, "patch": true, "trace": true, "query": true,
}

// A reader reads a document; file is its name for positions.
type reader struct {
	file string
	root *yaml.Node
	doc  *Document
}

// Read reads an OpenAPI document, in YAML or JSON. It returns an error if the text is
// neither, or has no version of OpenAPI or no paths.
func Read(file string, text []byte) (*Document, error) {
	var n yaml.Node
	if err := yaml.Unmarshal(text, &n); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(n.Content) == 0 {
		return nil, fmt.Errorf("%s: the file is empty", file)
	}
	r := &reader{file: file, root: value(n.Content[0]), doc: &Document{}}
	if get(r.root, "openapi") == nil && get(r.root, "swagger") == nil {
		return nil, fmt.Errorf("%s: not an OpenAPI document: it has neither a key openapi nor swagger", file)
	}
	paths := get(r.root, "paths")
	if paths == nil {
		return nil, fmt.Errorf("%s: the document has no paths", file)
	}
	r.bases()
	each(paths, func(key, item *yaml.Node) {
		if strings.HasPrefix(key.Value, "/") { // others are extensions
			r.item(key, item)
		}
	})
	return r.doc, nil
}

// bases reads the paths of the servers; a variable in one has its default.
func (r *reader) bases() {
	add := func(path string) {
		r.doc.Bases = append(r.doc.Bases, strings.TrimSuffix(path, "/"))
	}
	if n := get(r.root, "basePath"); n != nil {
		add(n.Value)
	}
	servers := get(r.root, "servers")
	if servers == nil {
		return
	}
	for _, s := range servers.Content {
		s = value(s)
		address := get(s, "url")
		if address == nil {
			continue
		}
		text := address.Value
		each(get(s, "variables"), func(name, variable *yaml.Node) {
			if d := get(variable, "default"); d != nil {
				text = strings.ReplaceAll(text, "{"+name.Value+"}", d.Value)
			}
		})
		if u, err := url.Parse(text); err == nil {
			add(u.Path)
		}
	}
}

// item reads the operations of a path.
func (r *reader) item(path, item *yaml.Node) {
	if ref := get(item, "$ref"); ref != nil {
		to, err := r.follow(ref.Value)
		if err != nil {
			r.doc.Unread = append(r.doc.Unread, Place{r.at(path), fmt.Sprintf("%s: %v", path.Value, err)})
			r.doc.Operations = append(r.doc.Operations, Operation{Method: "*", Path: path.Value, Unknown: true, Position: r.at(path)})
			return
		}
		item = to
	}
	operations := func(key, op *yaml.Node) {
		o := Operation{Method: strings.ToUpper(key.Value), Path: path.Value, Position: r.at(key)}
		security := get(op, "security")
		if security == nil {
			security = get(r.root, "security") // an empty list of its own takes it away
		}
		o.Secured, o.Scopes = demanded(security)
		r.doc.Operations = append(r.doc.Operations, o)
	}
	each(item, func(key, op *yaml.Node) {
		if methods[key.Value] {
			operations(key, op)
		}
	})
	each(get(item, "additionalOperations"), operations)
}

// demanded reads security requirements: one of the list must hold, and an empty one
// always does.
func demanded(list *yaml.Node) (secured bool, scopes [][]string) {
	if list == nil || len(list.Content) == 0 {
		return false, nil
	}
	for _, requirement := range list.Content {
		requirement = value(requirement)
		if len(requirement.Content) == 0 {
			return false, nil
		}
		of := []string{}
		each(requirement, func(_, list *yaml.Node) {
			for _, s := range list.Content {
				of = append(of, s.Value)
			}
		})
		scopes = append(scopes, of)
	}
	return true, scopes
}

var errElsewhere = errors.New("it refers to another file, which is not read")

// follow finds what a reference within the document means (RFC 6901).
func (r *reader) follow(ref string) (*yaml.Node, error) {
	rest, ok := strings.CutPrefix(ref, "#/")
	if !ok {
		return nil, errElsewhere
	}
	n := r.root
	for part := range strings.SplitSeq(rest, "/") {
		if text, err := url.PathUnescape(part); err == nil {
			part = text
		}
		if n = get(n, strings.NewReplacer("~1", "/", "~0", "~").Replace(part)); n == nil {
			return nil, fmt.Errorf("it refers to %s, which is not there", ref)
		}
	}
	if get(n, "$ref") != nil {
		return nil, fmt.Errorf("it refers to %s, which refers on", ref)
	}
	return n, nil
}

func (r *reader) at(n *yaml.Node) routes.Position {
	return routes.Position{File: r.file, Line: n.Line, Column: n.Column}
}

// value is a node, or what it is an alias of.
func value(n *yaml.Node) *yaml.Node {
	for n != nil && n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

// each calls do for the entries of a mapping, those that it merges in included. Nothing
// else has any.
func each(n *yaml.Node, do func(key, value *yaml.Node)) {
	if n = value(n); n == nil || n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], value(n.Content[i+1])
		if key.Value != "<<" {
			do(key, v)
			continue
		}
		each(v, do)
		if v.Kind == yaml.SequenceNode {
			for _, one := range v.Content {
				each(one, do)
			}
		}
	}
}

// get returns the value of a key, or nil. A key of the mapping's own wins over one that
// is merged in.
func get(n *yaml.Node, name string) *yaml.Node {
	var found, merged *yaml.Node
	own := map[*yaml.Node]bool{}
	if n = value(n); n != nil {
		for _, c := range n.Content {
			own[c] = true
		}
	}
	each(n, func(key, v *yaml.Node) {
		switch {
		case key.Value != name:
		case own[key]:
			found = v
		case merged == nil:
			merged = v
		}
	})
	if found == nil {
		return merged
	}
	return found
}
