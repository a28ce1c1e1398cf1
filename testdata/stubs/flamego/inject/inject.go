// Package inject has the form of flamego's.
package inject

import "reflect"

// Injector maps values by their types.
type Injector interface {
	TypeMapper
	Value(reflect.Type) reflect.Value
}

// TypeMapper is the part of it that maps.
type TypeMapper interface {
	Map(...any) TypeMapper
	MapTo(any, any) TypeMapper
}

type values map[reflect.Type]reflect.Value

func New() Injector { return values{} }

func (v values) Map(list ...any) TypeMapper {
	for _, x := range list {
		v[reflect.TypeOf(x)] = reflect.ValueOf(x)
	}
	return v
}

// MapTo maps a value to the interface that a pointer is of.
func (v values) MapTo(x, to any) TypeMapper {
	v[reflect.TypeOf(to).Elem()] = reflect.ValueOf(x)
	return v
}

func (v values) Value(t reflect.Type) reflect.Value { return v[t] }
