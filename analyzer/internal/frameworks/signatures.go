package frameworks

import "strconv"

// Libraries that say who has signed a request or a token, where they can be used so that they say nothing of that. Of what they do otherwise
// nothing need be said: what a function that was not read says of a credential counts.
func signatures() *Framework {
	return &Framework{
		Name: "signatures",
		Versions: "github.com/slack-go/slack v0.27.0, github.com/google/go-github v66.0.0, github.com/coreos/go-oidc/v3 v3.21.0, github.com/go-jose/go-jose/v4 v4.1.4, " +
			"github.com/o1egl/paseto v1.0.0, aidanwoods.dev/go-paseto v1.6.0, google.golang.org/api v0.280.0",
		Effects: merge(slack(), goGitHub(), goOIDC(), paseto(), goJOSE()),
		Limits:  []string{"A secret counts as missing only where the call says so; one that a setting leaves empty is not looked for."},
	}
}

// slack has a verifier that is made of the headers, written to, and asked in the end (security.go): until then only the form of the headers has
// been looked at.
func slack() map[string]Effect {
	const path, header = "github.com/slack-go/slack", "X-Slack-Signature"
	return map[string]Effect{
		path + ".NewSecretsVerifier":             {Unverified: 1, Header: header},
		"(*" + path + ".SecretsVerifier).Write":  {Says: true},
		"(" + path + ".SecretsVerifier).Ensure":  {Verifies: true},
		"(*" + path + ".SecretsVerifier).Ensure": {Verifies: true},
	}
}

// goGitHub reads the payload of a webhook, and verifies it if there is a secret or a signature (github/messages.go,
// ValidatePayloadFromBody): without a secret who sends no signature passes.
func goGitHub() map[string]Effect {
	out := map[string]Effect{}
	for version := 1; version <= lastGoGitHub; version++ {
		path := "github.com/google/go-github"
		if version > 1 {
			path += "/v" + strconv.Itoa(version)
		}
		out[path+"/github.ValidatePayload"] = Effect{Unverified: 1, Secret: 2, Header: "X-Hub-Signature-256"}
		out[path+"/github.ValidatePayloadFromBody"] = Effect{Unverified: 3, Secret: 4}
	}
	return out
}

// lastGoGitHub is further than its versions had come.
const lastGoGitHub = 99

// goOIDC verifies nothing with one of its settings (oidc/verify.go). What SkipClientIDCheck, SkipIssuerCheck and SkipExpiryCheck let pass, the provider has
// signed.
func goOIDC() map[string]Effect {
	const setting = "InsecureSkipSignatureCheck"
	out := map[string]Effect{}
	for _, path := range []string{"github.com/coreos/go-oidc", "github.com/coreos/go-oidc/v3/oidc"} {
		out[path+".NewVerifier"] = Effect{Unsigned: 3, Setting: setting}
		out["(*"+path+".Provider).Verifier"] = Effect{Unsigned: 1, Setting: setting}
		out["(*"+path+".Provider).VerifierContext"] = Effect{Unsigned: 2, Setting: setting}
		out["(*"+path+".IDTokenVerifier).Verify"] = Effect{Unverified: 2, ByOption: true}
		out["(*"+path+".IDToken).Claims"] = Effect{Says: true}
	}
	return out
}

// paseto reads the footer of a token without looking at the rest (parser.go), and google.golang.org/api a whole one (idtoken/validate.go).
func paseto() map[string]Effect {
	return map[string]Effect{
		"github.com/o1egl/paseto.ParseFooter":                  {Unverified: 1},
		"github.com/o1egl/paseto.GetTokenInfo":                 {Unverified: 1},
		"(aidanwoods.dev/go-paseto.Parser).UnsafeParseFooter":  {Unverified: 2},
		"(*aidanwoods.dev/go-paseto.Parser).UnsafeParseFooter": {Unverified: 2},
		"google.golang.org/api/idtoken.ParsePayload":           {Unverified: 1},
	}
}

// goJOSE takes a token apart, and has it verified by another call (jws.go, jwt/jwt.go).
func goJOSE() map[string]Effect {
	out := map[string]Effect{}
	for _, path := range []string{"github.com/go-jose/go-jose/v3", "github.com/go-jose/go-jose/v4", "gopkg.in/square/go-jose.v2", "gopkg.in/go-jose/go-jose.v2"} {
		for _, name := range []string{".ParseSigned", ".ParseSignedCompact", ".ParseSignedJSON", "/jwt.ParseSigned"} {
			out[path+name] = Effect{Unverified: 1, Verifiable: true}
		}
		for _, name := range []string{"JSONWebSignature).Verify", "JSONWebSignature).VerifyMulti", "JSONWebSignature).DetachedVerify", "JSONWebSignature).DetachedVerifyMulti"} {
			out["("+path+"."+name] = Effect{Verifies: true}
			out["(*"+path+"."+name] = Effect{Verifies: true}
		}
		out["(*"+path+"/jwt.JSONWebToken).Claims"] = Effect{Verifies: true}
		out["(*"+path+"/jwt.JSONWebToken).UnsafeClaimsWithoutVerification"] = Effect{Unverified: Recv}
		for _, recv := range []string{"(", "(*"} {
			out[recv+path+".JSONWebSignature).UnsafePayloadWithoutVerification"] = Effect{Unverified: Recv}
		}
	}
	return out
}
