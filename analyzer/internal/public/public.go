// Package public knows which routes are meant to be public by what they are:
// one cannot be logged in before one has logged in. It reads the route, not the
// program.
//
// A wrong yes hides a hole, a wrong no costs a comment in the source, so the
// answer is no wherever the same words also name something else: segments count
// whole and never in part, their place in the path counts (what comes before
// "register" must be about accounts, or devices would be registered by anybody),
// and so does the method.
package public

import "github.com/guardvet/guardvet/analyzer/internal/routes"

// Evidence says why a route without a guard is meant to be public; ok is false
// when nothing says so.
func Evidence(r *routes.Route) (reason string, ok bool) {
	if why, ok := byChain(r.Chain); ok {
		return why, true
	}
	if r.Method == "OPTIONS" {
		return "CORS preflight", true
	}
	p, ok := parse(r)
	if !ok {
		return "", false
	}
	h := wordsOf(r.Handler)
	for _, evidence := range []func(string, path, words) (string, bool){
		pageShell, wellKnown, accountEntry, session, federation, probe, asset, versioned, staticTree, documentation, protocol,
	} {
		if why, ok := evidence(r.Method, p, h); ok {
			return why, true
		}
	}
	return "", false
}

// byChain finds steps whose role says it: a checked signature on the way, or a
// handler of the standard library that gives everybody the same.
func byChain(chain []routes.Step) (string, bool) {
	for _, s := range chain {
		if s.Role == "signature" {
			return "verifies a signature", true
		}
	}
	if len(chain) == 0 {
		return "", false
	}
	why, ok := map[string]string{
		"static": "static files", "redirect": "a redirect", "not found": "a not-found page", "documentation": "documentation",
		"not implemented": "not implemented", "login": "logging in, by a library",
	}[chain[len(chain)-1].Role]
	return why, ok
}

// reads reports whether the route answers reading. A route registered for every
// method counts where the old style of registering does no harm.
func reads(method string) bool { return method == "GET" || method == "HEAD" || method == "*" }

// pageShell is the page that loads the application. Registered for every method,
// the root is as often a proxy or an API; the handler's name must say it then.
func pageShell(method string, p path, h words) (string, bool) {
	if len(p.segs) > 0 {
		return "", false
	}
	ok := method == "GET" || method == "HEAD" || method == "*" && h.any(pageNames)
	return "the page shell", ok
}

// wellKnown is anything below /.well-known/ (RFC 8615), also that of an issuer
// with a path.
func wellKnown(method string, p path, _ words) (string, bool) {
	for _, s := range p.segs {
		if s.word == ".wellknown" {
			return "a well-known resource", reads(method)
		}
	}
	return "", false
}

// accountEntry is what somebody without a session must be able to do.
func accountEntry(method string, p path, _ words) (string, bool) {
	if p.tree {
		return "", false
	}
	for _, e := range entries {
		if !e.methods[method] {
			continue
		}
		segs := p.segs
		if n := len(segs); e.token && n > 1 && segs[n-1].param {
			segs = segs[:n-1] // the token from the mail
		}
		if endsIn(segs, e.ends, e.under) {
			return e.why, true
		}
	}
	return "", false
}

// session is logging in and out as a resource, and signing up. Sessions are many things, and users are made by
// administrators, too, so the handler's name must say which.
func session(method string, p path, h words) (string, bool) {
	sessions := endsIn(p.segs, sessionEnds, accounts)
	switch {
	case p.tree:
		return "", false
	case sessions && method == "POST":
		return "login", h.any(loginNames)
	case sessions && method == "DELETE":
		return "logout", h.any(logoutNames)
	case method == "POST" && endsIn(p.segs, userEnds, accounts):
		return "registration", h.any(signupNames)
	}
	return "", false
}

// probe is a health check or the version.
func probe(method string, p path, _ words) (string, bool) {
	if p.tree || !reads(method) {
		return "", false
	}
	switch {
	case endsIn(p.segs, probes, systems):
		return "health check", true
	case len(p.segs) == 1 && soleProbes[p.segs[0].word]:
		return "health check", true
	case endsIn(p.segs, versions, systems):
		return "version", true
	}
	return "", false
}

// asset is a file every browser asks for, by its name.
func asset(method string, p path, _ words) (string, bool) {
	n := len(p.segs)
	if n == 0 || p.tree || !reads(method) || !all(p.segs[:n-1], assetDirs) {
		return "", false
	}
	name := p.segs[n-1]
	if why, ok := files[name.word]; ok && !name.param {
		return why, true
	}
	return "static files", !name.param && assetExtensions[extension(name.word)]
}

// versioned is a file under the name of its content: /js/{checksum}/{filename}.
func versioned(method string, p path, _ words) (string, bool) {
	n := len(p.segs)
	if n < 2 || p.tree || !reads(method) || !versionedDirs[p.segs[0].word] || !fileNames[p.segs[n-1].name] {
		return "", false
	}
	for _, s := range p.segs[1 : n-1] {
		if !s.param || !checksumNames[s.name] {
			return "", false
		}
	}
	return "static files", true
}

// staticTree is a directory of files below the root, whoever serves it.
func staticTree(method string, p path, _ words) (string, bool) {
	if len(p.segs) == 0 || !p.tree || !reads(method) {
		return "", false
	}
	first := p.segs[0]
	if pageDirs[first.word] && len(p.segs) > 1 {
		first = p.segs[1]
	}
	if !staticDirs[first.word] {
		return "", false
	}
	for _, s := range p.segs {
		if s.param {
			return "", false
		}
	}
	return "static files", true
}

// documentation is the description of the API and the page that shows it.
func documentation(method string, p path, h words) (string, bool) {
	if !reads(method) {
		return "", false
	}
	for i, s := range p.segs {
		last := i == len(p.segs)-1
		switch {
		case s.param || !all(p.segs[:i], docDirs):
			return "", false
		case docFiles[s.word] && last && !p.tree:
			return "documentation", true
		case docPages[s.word] && (last || i == len(p.segs)-2 && isDocPart(p.segs[i+1])):
			return "documentation", true
		case s.word == "docs" && last && h.any(docNames):
			return "documentation", true
		}
	}
	return "", false
}

func isDocPart(s segment) bool {
	return s.param || docFiles[s.word] || s.word == "ui" || s.word == "index.html" || assetExtensions[extension(s.word)]
}

// protocol is a method of a service that is a standard, and about the server itself.
func protocol(method string, p path, _ words) (string, bool) {
	if len(p.segs) == 0 || method != "POST" && method != "*" {
		return "", false
	}
	why, ok := protocols[p.segs[0].word]
	return why, ok
}
