package public

// federation is a step of OAuth, OpenID Connect or SAML: a browser or another
// server comes without a session of this application. The steps that demand a
// token of their own (userinfo, introspection, revocation) are not among them.
func federation(method string, p path, _ words) (string, bool) {
	if p.tree || len(p.segs) == 0 {
		return "", false
	}
	if why, ok := atRoot(method, p); ok {
		return why, true
	}
	for i, s := range p.segs {
		if s.param || !all(p.segs[:i], accounts) {
			return "", false
		}
		if (federated[s.word] || signing[s.word]) && isStep(method, s.word, p.segs[i+1:]) {
			return "a step of single sign-on", true
		}
	}
	return "", false
}

// atRoot knows the endpoints that stand alone.
func atRoot(method string, p path) (string, bool) {
	if len(p.segs) != 1 {
		return "", false
	}
	m, ok := soleSteps[p.segs[0].word]
	return "a step of single sign-on", ok && m[method]
}

// isStep reports whether what follows the root names a step: alone, or with the
// provider's name before or after it.
func isStep(method, root string, rest []segment) bool {
	switch len(rest) {
	case 0:
		return federated[root] && enters[method]
	case 1:
		if isProvider("", rest[0]) { // alone, a parameter has to be called one
			return method == "GET" || method == "*"
		}
		return step(method, root, rest[0].word)
	case 2:
		word, of := rest[1], rest[0]
		if of.word == "callback" {
			word, of = of, word
		}
		switch {
		case word.param:
			return false
		case federated[of.word]:
			return step(method, of.word, word.word)
		case word.word == "callback" || isProvider(root, of):
			return steps[word.word][method]
		}
	}
	return false
}

// isProvider reports whether a segment names an identity provider. Below a root
// that is about nothing else any parameter is one.
func isProvider(root string, s segment) bool {
	return providers[s.word] || s.param && (federated[root] || providerNames[s.name])
}

// step looks a step up. Below plain words like "auth" keys are somebody's.
func step(method, root, word string) bool {
	if m, ok := steps[word]; ok {
		return m[method]
	}
	if m, ok := issuerSteps[word]; ok {
		return m[method] && federated[root]
	}
	return tokenSteps[word] && (method == "POST" || method == "*")
}
