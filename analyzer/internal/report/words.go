package report

import (
	"fmt"
	"strings"
)

// OneLine makes one line of a text, of what a terminal shows: see printable.
func OneLine(s string) string { return strings.Join(strings.Fields(printable(s)), " ") }

// Plural is a number of things, "1 finding" or "2 findings".
func Plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
