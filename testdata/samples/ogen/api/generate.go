// Package api is what ogen makes of the document of the library.
package api

//go:generate go run github.com/ogen-go/ogen/cmd/ogen@v1.24.0 --target . --package api --config ../ogen.yaml ../api.yaml
