package public

import (
	"maps"
	"strings"
)

// A set is a set of words.
type set map[string]bool

func of(words string) set {
	out := set{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func (s set) and(more string) set {
	out := maps.Clone(s)
	maps.Copy(out, of(more))
	return out
}

// The words that may stand before others without changing what they mean.
var (
	frame    = of("api base rest app web ui www public site portal")
	accounts = frame.and("auth authn authentication account accounts user users session sessions identity iam sso oauth oauth2 oidc saml ldap")
	// logging in is the same for everybody, those who administer included
	doors = accounts.and("admin console dashboard manage management backend member members customer customers " +
		"webauthn passkey passkeys login signin")
	systems = frame.and("- _ internal system sys actuator status")
)

// An entry is a way into the application.
type entry struct {
	why     string
	methods set
	ends    set // last words, or last two
	under   set // what may come before
	token   bool
}

// enters are the methods of a form and its page.
var enters = of("GET HEAD POST *")

var entries = []entry{
	{
		why: "login", methods: enters, under: doors,
		ends: of("login signin logon login/2fa login/mfa login/otp login/totp login/verify login/begin login/start " +
			"login/finish login/complete login/options login/webauthn login/passkey login/ldap"),
	},
	{why: "login", methods: of("POST"), under: frame, ends: of("auth authenticate")},
	{why: "logout", methods: enters.and("DELETE"), under: doors, ends: of("logout signout logoff")},
	{
		why: "registration", methods: enters, under: accounts,
		ends: of("signup register registration signup/verify signup/confirm register/verify register/confirm " +
			"registration/verify registration/confirm verifyemail confirmemail"),
	},
	{
		why: "password reset", methods: enters.and("PUT PATCH"), under: accounts, token: true,
		ends: of("forgotpassword resetpassword passwordreset passwordforgot passwordrecovery recoverpassword lostpassword " +
			"password/reset password/forgot password/recover password/recovery"),
	},
	{
		why: "token refresh", methods: of("POST PUT *"), under: accounts,
		ends: of("refreshtoken tokenrefresh renewtoken token/refresh token/renew tokens/refresh auth/refresh auth/renew " +
			"session/refresh jwt/refresh"),
	},
}

var (
	sessionEnds = of("session sessions")
	loginNames  = of("login signin logon authenticate")
	userEnds    = of("user users account accounts")
	signupNames = of("signup") // to register users is what administrators do, too
	logoutNames = of("logout signout logoff")
	pageNames   = of("index home homepage spa frontend ui page landing welcome notfound static assets")
	// setUp are functions that register routes: their closures are not named by them.
	setUp    = of("main init new routes route register setup mount handlers server")
	docNames = of("swagger openapi redoc scalar rapidoc apidocs")
)

// The words of single sign-on. Federated are about nothing else; signing also
// about the application's own accounts.
var (
	federated = of("oauth oauth1 oauth2 oidc openid openidconnect sso saml saml2")
	signing   = of("auth login signin")
	providers = of("google github gitlab bitbucket gitea facebook twitter apple microsoft azure azuread entra okta auth0 " +
		"keycloak discord slack linkedin dex authelia authentik")
	providerNames = of("provider providerid providername idp connector connectorid issuer strategy")

	steps = map[string]set{
		"authorize": enters, "callback": enters, "login": enters, "start": enters, "begin": enters, "redirect": enters,
		"initiate": enters, "logout": enters, "endsession": enters, "slo": enters, "sls": enters, "acs": of("POST *"), "consume": of("POST *"),
	}
	// issuerSteps tell the world an issuer's keys and endpoints.
	issuerSteps = map[string]set{
		"jwks": of("GET HEAD *"), "jwks.json": of("GET HEAD *"), "keys": of("GET HEAD"), "certs": of("GET HEAD"),
		"metadata": of("GET HEAD *"), "discovery": of("GET HEAD *"),
	}
	tokenSteps = of("token accesstoken")
	soleSteps  = map[string]set{
		"authorize": enters, "callback": of("GET *"), "token": of("POST"), "jwks": of("GET HEAD *"), "jwks.json": of("GET HEAD *"),
	}
)

// Health checks. Of the sole ones the word alone must be the path: live and
// ready are also what streams and orders are. Metrics are not here: they tell
// more than that the server is up.
var (
	probes = of("health healthz healthy healthcheck livez liveness readyz readiness ping health/live health/liveness " +
		"health/ready health/readiness health/startup healthz/live healthz/ready -/ready")
	soleProbes = of("live ready alive up")
	versions   = of("version")
)

// Files and directories of pages.
var (
	pageDirs   = of("app web ui www")
	staticDirs = of("static assets css js img images fonts dist public")
	assetDirs  = staticDirs.and("app web ui www")

	versionedDirs = staticDirs.and("icon icons script scripts style styles stylesheets")
	fileNames     = of("file filename")
	checksumNames = of("checksum hash digest version build")

	files = map[string]string{
		"favicon.ico": "favicon", "robots.txt": "robots.txt", "humans.txt": "humans.txt", "ads.txt": "ads.txt",
		"security.txt": "security.txt", "sitemap.xml": "site map", "manifest.json": "web manifest",
		"index.html": "the page shell", "index.htm": "the page shell", "browserconfig.xml": "web manifest",
		"opensearch.xml": "web manifest",
	}
	assetExtensions = of("css js mjs map ico png jpg jpeg gif svg webp avif woff woff2 ttf otf webmanifest")
)

// Documentation of the API.
var (
	docDirs  = frame.and("docs doc")
	docPages = of("swagger swaggerui redoc openapi apidocs scalar rapidoc")
	docFiles = of("openapi.json openapi.yaml openapi.yml swagger.json swagger.yaml swagger.yml doc.json")
)

// protocols are services of remote calls (grpc/grpc-proto): the state of the server, and
// its description.
var protocols = map[string]string{
	"grpc.health.v1.health":                    "health check",
	"grpc.reflection.v1.serverreflection":      "documentation",
	"grpc.reflection.v1alpha.serverreflection": "documentation",
}
