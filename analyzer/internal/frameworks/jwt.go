package frameworks

import "strings"

// github.com/golang-jwt/jwt and what it was called before. What is parsed is returned as far as
// that came, also if its signature is wrong or its time is over: the error says so, and the
// field Valid of the token (parser.go, ParseWithClaims). ParseUnverified says what it does.
func jwt() *Framework {
	return &Framework{
		Name:     "golang-jwt",
		Versions: "github.com/golang-jwt/jwt v3.2.2, v4.5.2, v5.3.1",
		Effects:  merge(unverified(), keyed(), jwx()),
		Unsigned: unsafeKeys(),
		Limits:   []string{"Who asks neither for the error nor for the field Valid is noticed, and a step that lets pass also where they say that nobody has signed the token; what the key is, is not looked at, but for UnsafeAllowNoneSignatureType."},
	}
}

// unverified is ParseUnverified of each version (parser.go): it takes a token apart, and does not ask who has signed it.
func unverified() map[string]Effect {
	out := map[string]Effect{}
	for _, path := range jwtPaths {
		out["(*"+path+".Parser).ParseUnverified"] = Effect{Unverified: 1}
	}
	return out
}

// keyed are the functions that ask another one for the key. Where that is UnsafeAllowNoneSignatureType, who signs with the algorithm "none" passes
// (none.go).
func keyed() map[string]Effect {
	out := map[string]Effect{}
	for _, path := range jwtPaths {
		for _, of := range []string{path + ".", "(*" + path + ".Parser)."} {
			out[of+"Parse"] = Effect{Unverified: 1, KeyOf: 2}
			out[of+"ParseWithClaims"] = Effect{Unverified: 1, KeyOf: 3}
		}
		out[path+"/request.ParseFromRequest"] = Effect{Unverified: 1, KeyOf: 3, Header: "Authorization"}
		out[path+"/request.ParseFromRequestWithClaims"] = Effect{Unverified: 1, KeyOf: 4, Header: "Authorization"}
	}
	return out
}

// unsafeKeys are the types of UnsafeAllowNoneSignatureType.
func unsafeKeys() []string {
	var out []string
	for _, path := range jwtPaths {
		out = append(out, path+".unsafeNoneMagicConstant")
	}
	return out
}

// jwx are the functions of lestrrat-go/jwx (jwt/jwt.go, jwt/http.go) that do not ask who has signed a token: ParseInsecure, and others with the
// option WithVerify(false).
func jwx() map[string]Effect {
	out := map[string]Effect{}
	for _, path := range jwxPaths {
		out[path+".ParseInsecure"] = Effect{Unverified: 1}
		for _, name := range []string{"Parse", "ParseString", "ParseReader"} { // jws/jws.go: Verify is another function
			out[strings.TrimSuffix(path, "jwt")+"jws."+name] = Effect{Unverified: 1}
		}
		out[path+".WithVerify"] = Effect{Unsigned: 1}
		out[path+".Validate"] = Effect{Says: true}
		for _, name := range []string{"Parse", "ParseString", "ParseReader"} {
			out[path+"."+name] = Effect{Unverified: 1, ByOption: true}
		}
		out[path+".ParseRequest"] = Effect{Unverified: 1, ByOption: true, Header: "Authorization"}
	}
	return out
}

var jwxPaths = []string{"github.com/lestrrat-go/jwx/jwt", "github.com/lestrrat-go/jwx/v2/jwt", "github.com/lestrrat-go/jwx/v3/jwt"}

// parsesJWT is that field, by function.
var parsesJWT = parsers()

// jwtPaths are the import paths of its versions.
var jwtPaths = []string{"github.com/golang-jwt/jwt/v5", "github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt", "github.com/dgrijalva/jwt-go"}

func parsers() map[string]string {
	out := map[string]string{}
	for _, path := range jwtPaths {
		for _, name := range []string{path + ".Parse", path + ".ParseWithClaims", "(*" + path + ".Parser).Parse", "(*" + path + ".Parser).ParseWithClaims"} {
			out[name] = "Valid"
		}
	}
	return out
}

// Tells returns the field that says whether anybody has signed what a function returns, and ""
// if it returns nothing of the kind. It is asked for every package, so it is in no table that
// would have to be made first.
func Tells(symbol string) (field string) { return parsesJWT[symbol] }
