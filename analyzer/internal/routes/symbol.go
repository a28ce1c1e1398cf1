package routes

import "strings"

// Short drops the directories of a symbol's import path.
func Short(symbol string) string {
	name := strings.TrimLeft(symbol, "(*")
	receiver := symbol[:len(symbol)-len(name)]
	name, args, generic := strings.Cut(name, "[")
	name = name[strings.LastIndexByte(name, '/')+1:]
	if generic {
		name += "[" + args
	}
	return receiver + name
}
