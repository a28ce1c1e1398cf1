package program

// CountTexts counts the constant texts of which yes is true, as often as instructions
// mention them.
func (p *Program) CountTexts(yes func(string) bool) int {
	n := 0
	for _, f := range p.funcs {
		for b := range f.Blocks {
			for i := range f.Blocks[b].Instrs {
				for _, a := range f.Blocks[b].Instrs[i].Args {
					if a.Kind == Constant && a.Const.Kind == ConstString && yes(a.Const.Str) {
						n++
					}
				}
			}
		}
	}
	return n
}
