// Package spelling finds what a mistyped word most likely means.
package spelling

import (
	"slices"
	"strings"
)

// Distance is Levenshtein's: how many letters must change to make one word the other.
func Distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, last+1)
		}
	}
	return row[len(b)]
}

// Nearest returns the word of a list that is within a distance of another one, if there
// is one; of several as near, the first.
func Nearest(word string, list []string, most int) (string, bool) {
	best, at := "", most+1
	for _, w := range list {
		if d := Distance(word, w); d < at {
			best, at = w, d
		}
	}
	return best, at <= most
}

// Suggest ends a message on a word that is not in a list, which is named: what it may have
// been meant to be, or what there is. It is empty for a word of the list.
func Suggest(word, name string, list []string) string {
	const most = 2
	if slices.Contains(list, word) {
		return ""
	}
	if near, ok := Nearest(word, list, most); ok {
		return "; did you mean " + near + "?"
	}
	return "; the " + name + " are " + strings.Join(list, ", ")
}
