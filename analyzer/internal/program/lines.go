package program

import "slices"

// Lines are the lines of each file on which a unit has anything. A program means the same wherever
// its lines stand, if they stand in the same order, and the same ones next to each other. So
// lines have numbers, which change only if that does.
type Lines map[string]*fileLines

// fileLines are the lines of one file, and their numbers; both ascend.
type fileLines struct{ lines, numbers []int }

// Lines lists the lines of a unit.
func (u *Unit) Lines() Lines {
	out := Lines{}
	note := func(file string, line int) {
		if out[file] == nil {
			out[file] = &fileLines{}
		}
		out[file].lines = append(out[file].lines, line)
	}
	for _, f := range u.Funcs {
		note(f.Pos.File, f.Pos.Line)
		for in := range f.All() {
			note(in.Pos.File, in.Pos.Line)
		}
	}
	for _, d := range u.Directives {
		note(d.Pos.File, d.Pos.Line)
		note(d.Pos.File, d.Line)
	}
	for _, f := range out {
		f.number()
	}
	return out
}

// number gives one number after another to lines that are next to each other, and leaves one out
// where they are not.
func (f *fileLines) number() {
	slices.Sort(f.lines)
	f.lines = slices.Compact(f.lines)
	f.numbers = make([]int, len(f.lines))
	for i := 1; i < len(f.lines); i++ {
		f.numbers[i] = f.numbers[i-1] + min(f.lines[i]-f.lines[i-1], 2)
	}
}

// Number is the number of a line; ok is false if the unit has nothing there. A line of a file of
// which the unit has nothing at all is its own number.
func (l Lines) Number(file string, line int) (number int, ok bool) {
	f := l[file]
	if f == nil {
		return line, true
	}
	return lookUp(line, f.lines, f.numbers)
}

// Line is the line of a number.
func (l Lines) Line(file string, number int) (line int, ok bool) {
	f := l[file]
	if f == nil {
		return number, true
	}
	return lookUp(number, f.numbers, f.lines)
}

// lookUp finds n among some numbers, of which each has one in the other list.
func lookUp(n int, from, to []int) (other int, ok bool) {
	i, ok := slices.BinarySearch(from, n)
	if !ok {
		return 0, false
	}
	return to[i], true
}
