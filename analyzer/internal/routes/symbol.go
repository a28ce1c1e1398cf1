package routes

import (
	"regexp"
	"strings"
)

// Short drops the directories of a symbol's import path, and its major version.
func Short(symbol string) string {
	name := strings.TrimLeft(symbol, "(*")
	receiver := symbol[:len(symbol)-len(name)]
	name, args, generic := strings.Cut(name, "[")
	name = majorVersion.ReplaceAllString(name, "$1")
	name = name[strings.LastIndexByte(name, '/')+1:]
	if generic {
		name += "[" + args
	}
	return receiver + name
}

// majorVersion is the last element of an import path if that says nothing but which version.
var majorVersion = regexp.MustCompile(`/v[0-9]+([.)])`)
