// Package host runs plugins: it finds their methods by name when it needs them, as a
// library does that talks to another process.
package host

import "reflect"

// Run activates the plugin, and would hand it requests.
func Run(plugin any) { Call(plugin, "Activate") }

// Call calls a method of the plugin, if it has that.
func Call(plugin any, name string, args ...any) {
	m := reflect.ValueOf(plugin).MethodByName(name)
	if !m.IsValid() {
		return
	}
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = reflect.ValueOf(a)
	}
	m.Call(in)
}
