package contract

import "testing"

// FuzzRead reads what may be no OpenAPI document: an answer or an error, never a panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte("openapi: 3.0.0\nsecurity: [{a: []}]\npaths:\n  /a/{b}:\n    get: {security: []}\n"))
	f.Add([]byte(`{"swagger":"2.0","basePath":"/v1","paths":{"/x":{"$ref":"#/paths/~1x"}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		Read("f.yml", text)
	})
}
