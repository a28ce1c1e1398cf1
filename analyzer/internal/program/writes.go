package program

// MayWrite reports whether a function may write to a variable that it has captured: it does more
// with its address than read, or gives it to a function of its own that does.
func (p *Program) MayWrite(fn *Func, captured int) bool {
	addresses := map[int]bool{len(fn.Params) + captured: true}
	for in := range fn.All() {
		for i, o := range in.Args {
			if o.Kind != Register || !addresses[o.Reg] {
				continue
			}
			switch in.Op {
			case Load:
			case FieldAddr, IndexAddr:
				addresses[in.Dst] = true
			case MakeClosure:
				inner := p.Func(in.Sym)
				if inner == nil || inner == fn || i >= len(inner.Free) || p.MayWrite(inner, i) {
					return true
				}
			default:
				return true
			}
		}
	}
	return false
}
