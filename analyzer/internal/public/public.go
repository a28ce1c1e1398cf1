// Package public knows which routes are meant to be public by what they are:
// one cannot log in before one can log in. It reads the route, not the program.
package public

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Evidence says why a route without a guard is meant to be public; ok is false
// when nothing says so.
func Evidence(r *routes.Route) (reason string, ok bool) {
	for _, s := range r.Chain {
		if s.Role == "signature" {
			return "verifies a signature", true
		}
	}
	if n := len(r.Chain); n > 0 {
		switch r.Chain[n-1].Role {
		case "static":
			return "static files", true
		case "redirect":
			return "a redirect", true
		case "not found":
			return "a not-found page", true
		}
	}
	if r.Method == "OPTIONS" {
		return "preflight", true
	}
	return byPath(r.Method, segments(r.Pattern))
}

// segments splits a pattern; letters are lowered and separators inside a segment
// dropped, so that sign-up, sign_up and signup are one word.
func segments(pattern string) []string {
	var out []string
	for _, s := range strings.Split(strings.ToLower(pattern), "/") {
		if s == "" || s == "{$}" {
			continue
		}
		out = append(out, strings.NewReplacer("-", "", "_", "").Replace(s))
	}
	return out
}

func byPath(method string, segs []string) (string, bool) {
	read := method == "GET" || method == "HEAD" || method == "*"
	if len(segs) == 0 {
		return "the page shell", read
	}
	last := segs[len(segs)-1]
	if strings.HasPrefix(last, "*") || strings.HasPrefix(last, "{") && strings.HasSuffix(last, "...}") {
		if len(segs) == 1 {
			return "the page shell", read
		}
		last = segs[len(segs)-2]
		segs = segs[:len(segs)-1]
		if why, ok := staticDirs[last]; ok && read && len(segs) <= 2 {
			return why, true
		}
	}
	if segs[0] == ".wellknown" && read {
		return "a well-known resource", true
	}
	if why, ok := entry[last]; ok && method != "DELETE" && method != "PUT" && method != "PATCH" && unparameterised(segs) {
		return why, true
	}
	if why, ok := probes[last]; ok && read && shallow(segs) {
		return why, true
	}
	if why, ok := files[last]; ok && read {
		return why, true
	}
	if len(segs) >= 2 && oauth[segs[len(segs)-2]] && oauthSteps[last] && method != "DELETE" {
		return "a step of OAuth or OpenID Connect", true
	}
	if why, ok := docs[segs[0]]; ok && read {
		return why, true
	}
	return "", false
}

// unparameterised reports whether no part of the path names an object: logging
// in is not done to somebody.
func unparameterised(segs []string) bool {
	for _, s := range segs {
		if strings.ContainsAny(s, "{:*") {
			return false
		}
		if s == "admin" || s == "internal" {
			return false
		}
	}
	return true
}

// shallow reports whether a probe is where probes are: at the root or below
// one or two words of prefix that name no object.
func shallow(segs []string) bool { return len(segs) <= 3 && unparameterised(segs) }

var entry = map[string]string{
	"login": "login", "signin": "login", "logon": "login", "logout": "logout", "signout": "logout",
	"signup": "registration", "register": "registration", "registration": "registration",
	"forgotpassword": "password reset", "resetpassword": "password reset", "passwordreset": "password reset",
	"forgot": "password reset", "recoverpassword": "password reset",
	"authenticate": "login", "oauth": "login", "sso": "login", "saml": "login", "acs": "login",
}

var probes = map[string]string{
	"health": "health check", "healthz": "health check", "healthcheck": "health check", "livez": "health check",
	"live": "health check", "liveness": "health check", "readyz": "health check", "ready": "health check",
	"readiness": "health check", "ping": "health check", "heartbeat": "health check", "version": "version",
}

var files = map[string]string{
	"favicon.ico": "favicon", "robots.txt": "robots.txt", "manifest.json": "web manifest", "manifest.webmanifest": "web manifest",
	"sitemap.xml": "site map", "index.html": "the page shell", "serviceworker.js": "the page shell", "sw.js": "the page shell",
	"openapi.json": "documentation", "openapi.yaml": "documentation", "swagger.json": "documentation", "swagger.yaml": "documentation",
	"security.txt": "security.txt",
}

var staticDirs = map[string]string{
	"static": "static files", "assets": "static files", "public": "static files", "css": "static files", "js": "static files",
	"img": "static files", "images": "static files", "fonts": "static files", "dist": "static files",
}

var docs = map[string]string{
	"swagger": "documentation", "swaggerui": "documentation", "redoc": "documentation", "openapi": "documentation",
}

var oauth = map[string]bool{"oauth": true, "oauth2": true, "oidc": true, "sso": true, "saml": true}

var oauthSteps = map[string]bool{
	"authorize": true, "callback": true, "token": true, "jwks": true, "keys": true, "introspect": true, "login": true, "start": true, "certs": true,
}
