package document

import (
	"reflect"
	"testing"
)

const text = `{
  "swagger": "2.0", "info": {"title": "x", "version": "1"}, "basePath": "/v1", "security": [{"key": []}],
  "securityDefinitions": {"key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "long"}},
  "paths": {
    "/b": {"parameters": [{"name": "id", "in": "path"}], "get": {"operationId": "b", "responses": {}, "security": []}},
    "/a": {"post": {"security": [{"key": [], "token": ["write"]}, {}]}, "get": {"operationId": "a"}, "x-note": "none"}
  }
}`

func TestOperations(t *testing.T) {
	want := []Operation{
		{Method: "GET", Path: "/a", ID: "a", Security: []Requirement{{"key": {}}}},
		{Method: "POST", Path: "/a", Security: []Requirement{{"key": {}, "token": {"write"}}, {}}},
		{Method: "GET", Path: "/b", ID: "b", Security: []Requirement{}},
	}
	short, ok := Condense(text)
	if !ok {
		t.Fatal("not a document")
	}
	if len(short) > len(text)*2/3 {
		t.Errorf("it stays long: %s", short)
	}
	for _, text := range []string{text, short} {
		d, ok := Read(text)
		if !ok {
			t.Fatalf("not a document: %s", text)
		}
		if got := d.Operations(); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v\nwant %+v", got, want)
		}
		if d.BasePath != "/v1" || d.Schemes["key"] != (Scheme{"apiKey", "X-Key", "header"}) {
			t.Errorf("base %q, schemes %v", d.BasePath, d.Schemes)
		}
	}
}

func TestNone(t *testing.T) {
	for _, text := range []string{"", "{", "swagger", `{"swagger": "2.0"}`, `{"openapi": "3.0.3", "paths": {}, "x": "swagger"}`, `["swagger"]`} {
		if _, ok := Condense(text); ok {
			t.Errorf("taken for a document: %q", text)
		}
	}
}
