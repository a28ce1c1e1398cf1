package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (a *activation) fieldAddr(base av, in *program.Instr) av {
	if base.v != nil && a.tables.IsRouter(strings.TrimLeft(in.Type, "*")) && a.isRouter(base.v) {
		return base // an embedded router is the router
	}
	if ptr, ok := base.v.(value.Pointer); ok {
		if s := a.structAt(ptr.Cell); s != nil {
			c := a.field(s, in.N, strings.TrimPrefix(in.Type, "*"), a.owner[ptr.Cell])
			return av{v: value.Pointer{Cell: c}, lab: base.lab, nilness: nonNil}
		}
		if n, ok := ptr.Cell.Val.(value.Native); ok {
			return av{v: value.Pointer{Cell: a.fieldCell(n.Obj, in.Sym, in.Type)}, nilness: nonNil}
		}
	}
	return a.part(base, in)
}

// fieldOf reads a field of a struct value.
func (a *activation) fieldOf(base av, in *program.Instr, p *point) av {
	if s, ok := base.v.(*value.Struct); ok {
		if c := a.fieldOfStruct(s, in.N); c != nil {
			v := a.load(c, p.st, in.Type)
			v.lab |= base.lab
			return v
		}
		if base.lab == 0 {
			return zeroAV(a.prog, in.Type)
		}
		if _, filled := a.filledStruct(s); base.lab&Context != 0 && p.st.anon && !filled {
			return a.absentPart(base, in.Sym, in.Type)
		}
	}
	return a.part(base, in)
}

// part is a field of something that is not storage: of the request, of a context,
// of a principal.
func (a *activation) part(base av, in *program.Instr) av {
	if base.source == frameworks.SourceLeft {
		return av{source: base.source, lab: base.lab}
	}
	if owner := in.Sym; owner != "" && (base.role != 0 || base.source != 0 || base.lab != 0 || base.v == nil) {
		if src, ok := a.fieldSource(base, in); ok {
			return src
		}
	}
	if base.status > 0 && isStatusName(in.Sym) {
		return av{v: value.Int(base.status), lab: base.lab}
	}
	out := av{lab: base.lab, consts: base.consts, ofError: base.ofError, whom: base.partWhom(in.Sym), holds: a.requests(base.holds)}
	if base.lab&(Derived|Context|Attr) != 0 {
		out.lab |= ofField(in.Sym)
		out.origin = a.fieldOrigin(base.origin, in.Sym)
		out = a.shared(out)
	} else {
		out.origin, out.named = base.origin, base.named // the value of a cookie
	}
	switch base.role {
	case frameworks.RoleRequest, frameworks.RoleContext:
		out.lab |= Request
	case frameworks.RoleSession: // whether it is new, and its number
		out.lab |= Context
	}
	if out.lab&proof != 0 && strings.TrimPrefix(in.Type, "*") == "bool" {
		out.attr = in.Sym
	}
	return out
}

// fieldSource looks a field of the request or a context up in the tables.
func (a *activation) fieldSource(base av, in *program.Instr) (av, bool) {
	if base.role == frameworks.RoleNone && base.source == 0 {
		return av{}, false
	}
	if base.role == frameworks.RoleContext && base.dyn != "" {
		return a.ownField(base.dyn, in)
	}
	f, ok := a.tables.FieldByName(base.role, base.source, in.Sym)
	if !ok {
		return av{}, false
	}
	if f.Role != 0 {
		return av{role: f.Role, nilness: nonNil}, true
	}
	if f.Record {
		return a.registered(), true
	}
	if f.Never {
		return known(value.Bool(false)), true
	}
	if f.Kept {
		return keptField(in.Sym), true
	}
	out := av{lab: labelOf(f.Source), source: f.Source}
	switch f.Source {
	case frameworks.SourceMethod, frameworks.SourcePath, frameworks.SourceURI, frameworks.SourceRoute, frameworks.SourceService, frameworks.SourceCall:
		out.test = &test{subject: f.Source}
	case frameworks.SourceAuth: // no certificate
		out.v, out.nilness = value.Nil{}, isNil
	case frameworks.SourceHeader, frameworks.SourceQuery, frameworks.SourceURL, frameworks.SourceContext, frameworks.SourceSession:
		out.lab, out.nilness = 0, nonNil
	}
	return out, true
}
