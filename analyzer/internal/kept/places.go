package kept

import (
	"reflect"
	"regexp"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A table is kept with the numbers of its lines (see program.Lines), and read with the lines that
// these are now.

// Lines tell the numbers of lines, and the lines of numbers.
type Lines interface {
	Number(file string, line int) (number int, ok bool)
	Line(file string, number int) (line int, ok bool)
}

// replaceLines puts others in the place of all lines of a table. It reports whether there is another one for
// each, and no text that speaks of a line.
func replaceLines(t *routes.Table, other func(file string, line int) (int, bool)) bool {
	all := true
	replace := func(file string, line *int) {
		n, ok := other(file, *line)
		*line = n
		all = all && ok
	}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			switch s := v.Addr().Interface().(type) {
			case *routes.Position:
				replace(s.File, &s.Line)
				return
			case *routes.Comment:
				replace(s.Position.File, &s.Line)
			}
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.String:
			all = all && !place.MatchString(v.String())
		case reflect.Map, reflect.Array:
			all = false
		}
	}
	walk(reflect.ValueOf(t))
	return all
}

// place is how a text speaks of a line.
var place = regexp.MustCompile(`\.go:\d`)
