package guard

// A token that nobody verifies says what whoever has written it likes. That it can be taken apart says something of its form.

// takenApart are the results of a function that takes a credential apart: what it says, twice, and whether that was possible.
func takenApart(text av) av {
	says := av{lab: Body}
	return av{tuple: []av{says, says, {lab: text.lab, origin: text.origin, nilness: nonNil, presence: true, form: true}}}
}
