// Package inject has the form of flamego's, and does nothing.
package inject

import "reflect"

// Injector maps values by their types.
type Injector interface {
	Map(...any) TypeMapper
	MapTo(any, any) TypeMapper
	Value(reflect.Type) reflect.Value
}

// TypeMapper is the part of it that maps.
type TypeMapper interface {
	Map(...any) TypeMapper
	MapTo(any, any) TypeMapper
}
