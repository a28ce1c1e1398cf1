package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// opaque is a call of a function whose body was not read. Its results are
// derived from what it is given; given the response, it may have written it.
func (r *run) opaque(in *program.Instr, sym string, args []av, st *state) []ending {
	n := r.escapes(args, st)
	writer := false
	lab := Label(0)
	for _, a := range args {
		switch a.role {
		case frameworks.RoleWriter, frameworks.RoleContext:
			writer = true
		}
		switch {
		case a.role == frameworks.RoleRequest, a.role == frameworks.RoleContext, a.source == frameworks.SourceRequest, a.source == frameworks.SourceHeader, r.wholeInput(a.v):
			lab |= Request
		case a.source == frameworks.SourceQuery, a.source == frameworks.SourceURL:
			lab |= Query
		}
	}
	serves := r.shape.Method != "" && strings.HasSuffix(sym, ")."+r.shape.Method)
	foreign := serves && len(args) > 0 && r.isOthers(args[0])
	if writer && n.status == 0 {
		n = st.clone()
		if n.status = statusAmong(args); foreign { // a handler that a library has made for itself, as of its metrics
			n.status = 200
		}
		if n.status == -1 {
			r.marks.opaqueWriter = append(r.marks.opaqueWriter, sym)
		}
	}
	if serves && !foreign {
		r.marks.unknownNext = true
	}
	if lab&Request != 0 {
		r.fillsIn(args...)
	}
	r.handsOut(args, st)
	out := r.spread(args, st)
	out.lab |= r.signedBy(in, sym, out.lab)
	if out.lab&principal == Credential { // how it is to be verified is not what is asked for
		out.consts = texts(args)
	}
	if ofHeaders(args) && len(r.resultsOf(sym, in)) == 0 {
		n = n.clone()
		n.resends()
	}
	out.status, out.v, out.role, out.source, out.test, out.origin = 0, nil, 0, 0, nil, 0
	out.lab |= lab
	out.lab = derived(out.lab)
	out.whom = out.whom && !slices.ContainsFunc(args, r.handsCredentials)
	if r.maybeVerifies(sym, args) {
		out.lab &^= Unsigned
	}
	r.says(in, sym, out.lab)
	out.pkg = r.madeBy(in, sym, args, st)
	out.holds = r.given(args, out.holds, st)
	out = told(sym, parsed(sym, out))
	n = r.changed(args, r.fillBy(sym, out, n))
	return []ending{{st: n, results: r.opaqueOf(in, out)}}
}

// texts are the texts among arguments.
func texts(args []av) []string {
	var out []string
	for _, a := range args {
		if _, known := textOf(a); known {
			out = joinConsts(out, a.consts)
		}
	}
	return out
}

// signedBy is the label of what a function says of a token, in whose signature is what proves something: it
// is a credential wherever the request has it, in the path, in the query or in the body.
func (r *run) signedBy(in *program.Instr, sym string, lab Label) Label {
	if e, ok := r.tables.Signs(sym); ok && e.Verifies {
		if !r.ignores(in) {
			r.looksEverywhere() // of what the call is given nobody knows any more where it was sent
		}
		return Credential
	}
	if frameworks.Tells(sym) != "" && lab&(Param|Query|Body|OtherHeader) != 0 {
		return Credential
	}
	return 0
}

// statusAmong is the status that a response helper is given as a constant.
func statusAmong(args []av) int {
	for _, a := range args {
		if i, ok := value.Deref(a.v).(value.Int); ok && i >= 200 && i < 600 {
			return int(i)
		}
		if a.status > 0 {
			return a.status
		}
	}
	return -1
}

func (r *run) opaqueOf(in *program.Instr, out av) []av {
	t := r.prog.Type(in.Type)
	if t == nil || t.Kind != program.KindTuple {
		return []av{out}
	}
	// A tuple's components are told apart by Extract; all have the same origin.
	return []av{out}
}

func (r *run) opaqueResults(results []string, out av) []av {
	list := make([]av, len(results))
	for i := range list {
		list[i] = av{lab: out.lab, consts: out.consts}
	}
	return list
}
