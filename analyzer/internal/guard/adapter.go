package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (r *run) toRouter(v value.Value, st *state) []ending {
	known := false
	for _, t := range r.targets {
		known = known || t.Cut == st.cut && sameValue(value.Deref(t.Router), value.Deref(v))
	}
	if !known {
		r.targets = append(r.targets, HandedTo{v, st.cut})
	}
	n := st.clone()
	n.target = true
	if !n.goesOn {
		n.goesOn, n.early = true, n.status
	}
	return []ending{{st: n, results: []av{{lab: FromNext, answer: true}}}}
}

// makeAdapter is a handler that a framework function makes while serving.
func (r *run) makeAdapter(c frameworks.Call, sym string, args []av, st *state, in *program.Instr, frame int) av {
	k := cellKey{frame, in}
	ad := r.adapters[k]
	if ad == nil {
		ad = &value.Adapter{Type: "adapter", Name: sym, Role: c.Static, Leaf: c.Op == frameworks.OpLeaf, Pos: in.Pos}
		if i := int(c.Handler) - 1; i >= 0 && i < len(args) {
			ad.Inner = args[i].v
		}
		if i := int(c.Pattern) - 1; c.Strip && i >= 0 && i < len(args) {
			ad.Strip = true
			ad.Prefix, _ = args[i].v.(value.Text)
		}
		if c.Asks != nil {
			ad.Asks = r.asks(c.Asks, args, st)
		}
		r.adapters[k] = ad
	}
	return av{v: value.Native{Obj: ad}, nilness: nonNil}
}

// adapter serves a request through a handler that a framework function made.
func (r *run) adapter(ad *value.Adapter, args []av, st *state, frame int) []ending {
	if ad.Asks != nil {
		return r.askedFirst(ad, args, st, frame)
	}
	if ad.Leaf || ad.Inner == nil {
		if ad.Role == frameworks.Proxy {
			r.looksEverywhere()
		}
		n := st.clone()
		n.status, n.layer = 200, len(r.layers)+1
		r.layers = append(r.layers, &layer{name: ad.Name, depth: st.layer})
		return []ending{{st: n}}
	}
	if isNext(ad.Inner) {
		return r.goOn(st)
	}
	if r.isRouter(ad.Inner) {
		return r.toRouter(value.Native{Obj: ad}, st)
	}
	if ad.Strip {
		return within(st, ad.Prefix, func(st *state) []ending { return r.callHandler(av{v: ad.Inner}, args, st, frame) })
	}
	if ad.Shape != "" {
		return r.reshaped(ad, st, frame)
	}
	return r.callHandler(av{v: ad.Inner}, args, st, frame)
}

// reshaped serves a request through an adapter whose handler has another form: what that
// returns, the adapter answers with.
func (r *run) reshaped(ad *value.Adapter, st *state, frame int) []ending {
	outer := r.shape
	r.shape = r.tables.Shape(ad.Shape)
	defer func() { r.shape = outer }()
	args := make([]av, len(r.shape.Params))
	for i, role := range r.shape.Params {
		args[i] = r.argument(ad.Inner, role, i)
	}
	ends := r.callHandler(av{v: ad.Inner}, args, st, frame)
	for i, e := range ends {
		err := e.result()
		if n := len(e.results); n > 0 {
			err = e.results[n-1]
		}
		n := e.st.clone()
		switch {
		case e.panics || n.status != 0 || !r.shape.ReturnsError:
		case err.nilness == isNil || err.answer:
			n.status = 200
		default:
			if n.status = r.errorStatus(err, n); n.status == 0 && err.nilness == nonNil {
				n.status = r.shape.ErrorStatus
			}
			if n.status <= 0 { // nobody knows whether it answers, or refuses
				n.status, r.marks.unknownNext = 200, true
			}
		}
		ends[i] = ending{st: n, panics: e.panics}
	}
	return ends
}
