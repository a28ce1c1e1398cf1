// Package host runs plugins: it finds their methods by name when it needs them, as a
// library does that talks to another process.
package host

import "reflect"

// Run activates or starts the plugin, and would hand it requests.
func Run(plugin any) {
	for _, name := range []string{"Activate", "Start"} {
		Call(plugin, name)
	}
}

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

var hooks []func()

// OnStart has a function called when all is made.
func OnStart(hook func()) { hooks = append(hooks, hook) }

// Begin calls the hooks, once.
func Begin() {
	for _, hook := range hooks {
		hook()
	}
	hooks = nil
}
