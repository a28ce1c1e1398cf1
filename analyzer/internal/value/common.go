package value

// common is what the alternatives of a choice begin with, a hole, and what they end with.
func common(c Choice) Text {
	start := literal(c.Alts[0].Val, first)
	for _, alt := range c.Alts[1:] {
		start = sharedStart(start, literal(alt.Val, first))
	}
	end := literal(c.Alts[0].Val, last)
	for i, alt := range c.Alts {
		if i > 0 {
			end = sharedEnd(end, literal(alt.Val, last))
		}
		// What an alternative begins with is not what it ends with, too.
		if whole, ok := known(alt.Val); ok {
			end = end[len(end)-min(len(end), len(whole)-len(start)):]
		}
	}
	return Concat(Concat(String(start), Hole("")), String(end))
}

// first and last are the places of a string that a [literal] may stand at.
func first([]Part) int { return 0 }

func last(parts []Part) int { return len(parts) - 1 }

// literal is what is known of a string at one of its ends.
func literal(v Value, at func([]Part) int) string {
	if t, ok := v.(Text); ok && len(t.Parts) > 0 {
		return t.Parts[at(t.Parts)].Lit
	}
	return ""
}

// known returns a string of which everything is known, and whether v is one.
func known(v Value) (string, bool) {
	t, ok := v.(Text)
	if !ok {
		return "", false
	}
	return t.Known()
}

// sharedStart is what both begin with.
func sharedStart(a, b string) string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// sharedEnd is what both end with.
func sharedEnd(a, b string) string {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return a[len(a)-n:]
}
