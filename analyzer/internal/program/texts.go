package program

// CountTexts counts the constant texts of which yes is true, as often as instructions
// mention them.
func (p *Program) CountTexts(yes func(string) bool) int {
	n := 0
	for _, f := range p.funcs {
		for in := range f.All() {
			for _, a := range in.Args {
				if a.Kind == Constant && a.Const.Kind == ConstString && yes(a.Const.Str) {
					n++
				}
			}
		}
	}
	return n
}
