package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Roots lists where the evaluation of a unit begins: main for a command; for
// another package the functions that nobody in the program calls and that can
// reach registration.
func Roots(u *program.Unit, p *program.Program, t *frameworks.Tables) []string {
	if u.Name == "main" {
		return []string{u.Path + ".main"}
	}
	registers := registering(p, t)
	called := map[string]bool{}
	for _, fn := range p.Funcs() {
		for in := range fn.All() {
			for _, sym := range mentions(p, in) {
				if sym != fn.Name {
					called[sym] = true
				}
			}
		}
	}
	var roots []string
	for _, fn := range p.Funcs() {
		if fn.Package == u.Path && registers[fn.Name] && !called[fn.Name] && len(fn.Free) == 0 {
			roots = append(roots, fn.Name)
		}
	}
	return roots
}

// IsRouter reports whether a value is a router, or an adapter in front of one.
func IsRouter(v value.Value) bool {
	switch v := v.(type) {
	case value.Iface:
		return IsRouter(v.Val)
	case value.Native:
		switch obj := v.Obj.(type) {
		case *Router:
			return true
		case *value.Adapter:
			return obj.Inner != nil && IsRouter(obj.Inner)
		}
	case value.Pointer:
		return IsRouter(v.Cell.Val)
	}
	return false
}
