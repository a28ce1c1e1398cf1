// Package document reads what a program carries of the description of its own interface: a
// text that is an OpenAPI document, version 2.0, in JSON. Servers that a generator wrote are
// routed by it.
package document

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// A Document is what of a description decides which operations are served, and for whom
// (OpenAPI 2.0, "Swagger Object").
type Document struct {
	Version  string                                `json:"swagger"`
	BasePath string                                `json:"basePath,omitempty"`
	Security []Requirement                         `json:"security,omitempty"`
	Schemes  map[string]Scheme                     `json:"securityDefinitions,omitempty"`
	Paths    map[string]map[string]json.RawMessage `json:"paths"`
}

// A Requirement is the scopes that each of some schemes must grant, by the name of the
// scheme. One of a list must hold; an empty one always does.
type Requirement map[string][]string

// A Scheme is a security scheme: the type of it, and what it is read from.
type Scheme struct {
	Type string `json:"type,omitempty"`
	Name string `json:"name,omitempty"`
	In   string `json:"in,omitempty"`
}

// An Operation is a method of a path. Security is that of the document where the operation
// has none of its own; an empty one of its own takes it away.
type Operation struct {
	Method, Path string
	ID           string
	Security     []Requirement
}

// methods are the keys of a path item that are operations, in the order of the specification.
var methods = []string{"get", "put", "post", "delete", "options", "head", "patch"}

// operation is what is read of an operation.
type operation struct {
	ID       string         `json:"operationId,omitempty"`
	Security *[]Requirement `json:"security,omitempty"`
}

// Read reads a document; false says that the text is none.
func Read(text string) (*Document, bool) {
	if !strings.HasPrefix(strings.TrimSpace(text), "{") || !strings.Contains(text, `"swagger"`) {
		return nil, false
	}
	d := &Document{}
	if json.Unmarshal([]byte(text), d) != nil || d.Version != "2.0" || d.Paths == nil {
		return nil, false
	}
	return d, true
}

// Condense leaves of a document what is read of it, and of any other text nothing: false.
func Condense(text string) (string, bool) {
	d, ok := Read(text)
	if !ok {
		return "", false
	}
	for _, item := range d.Paths {
		for key, raw := range item {
			var o operation
			if !slices.Contains(methods, key) || json.Unmarshal(raw, &o) != nil {
				delete(item, key)
				continue
			}
			item[key], _ = json.Marshal(o)
		}
	}
	short, err := json.Marshal(d)
	return string(short), err == nil
}

// Operations lists the operations, by path.
func (d *Document) Operations() (list []Operation) {
	for _, path := range slices.Sorted(maps.Keys(d.Paths)) {
		for _, method := range methods {
			raw, ok := d.Paths[path][method]
			var o operation
			if !ok || json.Unmarshal(raw, &o) != nil {
				continue
			}
			op := Operation{Method: strings.ToUpper(method), Path: path, ID: o.ID, Security: d.Security}
			if o.Security != nil {
				op.Security = *o.Security
			}
			list = append(list, op)
		}
	}
	return list
}
