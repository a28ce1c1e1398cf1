package driver

import (
	"flag"
	"fmt"
	"slices"
	"strings"
)

// formats are the names of the formats that a command can print, the default first.
var formats = map[string][]string{
	"":         {"text", "json", "sarif", "github"},
	"routes":   {"text", "json", "markdown", "csv"},
	"contract": {"text", "json"},
}

// addFormatFlags adds -format, and -json, which means the same as -format=json.
func addFormatFlags(fs *flag.FlagSet, o *options, command string) {
	names := formats[command]
	if names == nil {
		return
	}
	o.format = names[0]
	fs.Func("format", "print in this `format`", func(v string) error {
		if !slices.Contains(names, v) {
			return fmt.Errorf("the formats are %s", strings.Join(names, ", "))
		}
		o.format = v
		return nil
	})
	fs.BoolFunc("json", "print JSON", func(v string) error {
		switch v {
		case "true":
			o.format = "json"
		case "false":
			o.format = names[0]
		default:
			return fmt.Errorf("parse error")
		}
		return nil
	})
}
