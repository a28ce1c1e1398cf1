package program

import "maps"

// Reaching finds the functions that mention a symbol of some kind, by themselves or through
// functions that they mention. mentions lists the symbols that an instruction names; of says of
// each whether it is of the kind, and whether it is known: what a known one does itself is not gone into.
func (p *Program) Reaching(mentions func(*Instr) []string, of func(symbol string) (kind, known bool)) map[string]bool {
	callers := map[string][]string{}
	found := map[string]bool{}
	var work []string
	for _, fn := range p.Funcs() {
		direct := false
		for in := range fn.All() {
			for _, sym := range mentions(in) {
				kind, known := of(sym)
				if direct = direct || kind; !known {
					callers[sym] = append(callers[sym], fn.Name)
				}
			}
		}
		if direct {
			found[fn.Name] = true
			work = append(work, fn.Name)
		}
	}
	for len(work) > 0 {
		sym := work[len(work)-1]
		work = work[:len(work)-1]
		for _, caller := range callers[sym] {
			if !found[caller] {
				found[caller] = true
				work = append(work, caller)
			}
		}
	}
	return found
}

// ReachingOrBeing finds the functions that are of some kind themselves, and those that enter one, by themselves or through others;
// enters lists the symbols of the functions that an instruction may enter.
func (p *Program) ReachingOrBeing(enters func(*Instr) []string, is func(*Func) bool) map[string]bool {
	direct := map[string]bool{}
	for _, fn := range p.Funcs() {
		if is(fn) {
			direct[fn.Name] = true
		}
	}
	out := p.Reaching(enters, func(sym string) (bool, bool) { return direct[sym], direct[sym] })
	maps.Copy(out, direct)
	return out
}
