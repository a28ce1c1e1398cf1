package table

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/spelling"
)

// A word is a text constant of the program's own module: how often it stands there, and
// where it does first.
type word struct {
	times int
	at    program.Pos
}

// misspelt finds what guards demand and nothing else names, where something that is named
// more often differs by a slip of the hand.
func (b *builder) misspelt(t *routes.Table) []routes.Misspelling {
	demands := map[string]bool{}
	for _, r := range t.Routes {
		for _, g := range r.Guards {
			for _, d := range g.Demands {
				demands[d] = true
			}
		}
	}
	if len(demands) == 0 {
		return nil
	}
	words := b.words(t)
	var out []routes.Misspelling
	for _, d := range slices.Sorted(maps.Keys(demands)) {
		w := words[d]
		if w.times != 1 {
			continue
		}
		for _, near := range slices.Sorted(maps.Keys(words)) {
			if words[near].times > 1 && slipped(d, near) {
				out = append(out, routes.Misspelling{Demand: d, Near: near, Position: position(w.at), NearAt: position(words[near].at)})
				break
			}
		}
	}
	return out
}

// words counts the text constants in the functions of the program's own module.
func (b *builder) words(t *routes.Table) map[string]word {
	out := map[string]word{}
	for _, f := range b.prog.Funcs() {
		if !t.Ours(f.Name) {
			continue
		}
		for i := range f.Blocks {
			for j := range f.Blocks[i].Instrs {
				in := &f.Blocks[i].Instrs[j]
				for _, a := range in.Args {
					if a.Const == nil || a.Const.Kind != program.ConstString || a.Const.Str == "" {
						continue
					}
					w := out[a.Const.Str]
					if w.times++; w.times == 1 {
						w.at = in.Pos
					}
					out[a.Const.Str] = w
				}
			}
		}
	}
	return out
}

// slipped reports whether one word is another one with one letter wrong, missing, doubled,
// exchanged with the next, or with other capitals. Digits count things: they do not slip.
func slipped(typed, meant string) bool {
	const shortest = 4
	if typed == meant || len(typed) < shortest || len(meant) < shortest || strings.IndexFunc(typed+meant, unicode.IsSpace) >= 0 {
		return false
	}
	if digits(typed) != digits(meant) {
		return false
	}
	return strings.EqualFold(typed, meant) || spelling.Distance(typed, meant) == 1 || exchanged(typed, meant)
}

// exchanged reports whether two neighbours changed places.
func exchanged(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

func digits(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return c
		}
		return -1
	}, s)
}
