// Package modes keeps what a program is told in maps and lists of its callers. It sees nothing of HTTP.
package modes

import "errors"

// A Set is of modes.
type Set map[string]bool

// Add adds the modes that a name stands for.
func (s Set) Add(name string) error {
	switch name {
	case "client", "server":
		s[name] = true
	case "both":
		s["client"], s["server"] = true, true
	default:
		return errors.New("no such mode")
	}
	return nil
}

// Count counts into a map.
func Count(into map[string]int, name string) { into[name]++ }

// First writes into a list.
func First(list []string, name string) { list[0] = name }
