package public

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Each line is a route (+ stands for all below it), optionally with its handler's
// name, and the reason why it is public; "-" is none. The second half is what the
// first must not cover.
const cases = `
POST /login                                  login
GET  /login                                  login
*    /login                                  login
GET  /admin/login                            login
POST /api/v1/auth/sign-in                    login
POST /api/auth                               login
POST /api/authenticate                       login
POST /users/login/totp                       login
POST /webauthn/login/begin                   login
POST {?cfg.Base}/login                       login
POST {?}api/auth/login                       login
POST /session                 app.SignIn     login
POST /api/sessions            app.logIn      login
DELETE /session               app.signOut    logout
POST /api/users               app.SignUp     registration
POST /logout                                 logout
POST /logout/                                logout
POST /logout/+                               -
*    /static+                                static files
DELETE /api/logout                           logout
POST /signup                                 registration
POST /api/v2/users/register                  registration
GET  /register/+                              -
GET  /register                               registration
GET  /auth/register/confirm                  registration
POST /forgot-password                        password reset
POST /users/password/reset                   password reset
PUT  /reset_password/{token}                 password reset
POST /auth/refresh                           token refresh
POST /api/token/refresh                      token refresh
POST /refreshToken                           token refresh
GET  /oauth2/authorize                       a step of single sign-on
POST /oauth/token                            a step of single sign-on
GET  /oauth2/jwks.json                       a step of single sign-on
GET  /auth/{provider}                        a step of single sign-on
GET  /auth/google                            a step of single sign-on
GET  /login/github                           a step of single sign-on
GET  /auth/:provider/callback                a step of single sign-on
GET  /auth/github/callback                   a step of single sign-on
GET  /oidc/{name}/login                      a step of single sign-on
GET  /oauth/callback/{provider}              a step of single sign-on
POST /login/oauth/access_token               a step of single sign-on
GET  /api/auth/oidc/callback                 a step of single sign-on
POST /saml/acs                               a step of single sign-on
GET  /sso                                    a step of single sign-on
GET  /authorize                              a step of single sign-on
GET  /callback                               a step of single sign-on
GET  /js/{checksum}/{filename}               static files
GET  /css/:file                              static files
POST /js/{checksum}/{filename}               -
GET  /public/{id}                            -
GET  /js/{user}/{filename}                   -
GET  /files/{checksum}/{filename}            -
GET  /healthz                                health check
*    /health                                 health check
GET  /api/v1/health/ready                    health check
GET  /-/healthy                              health check
GET  /-/ready                                health check
GET  /ready                                  health check
GET  /ping                                   health check
GET  /api/version                            version
GET  /static/*filepath                       static files
*    /assets/+                                static files
GET  /ui/static/{path...}                    static files
GET  /app.js                                 static files
GET  /static/logo.png                        static files
GET  /index.html                             the page shell
GET  /+                                       the page shell
GET  /{$}                                    the page shell
GET  /*                                      the page shell
GET  /{path...}                              the page shell
*    /+                        app.serveIndex the page shell
*    /+                        (*x/web.spaHandler).ServeHTTP  the page shell
*    /+                        (*x/web.Server).handleHome$1   the page shell
GET  /favicon.ico                            favicon
GET  /robots.txt                             robots.txt
GET  /manifest.json                          web manifest
GET  /swagger/*any                           documentation
GET  /api/docs/swagger/{file}                documentation
GET  /openapi.yaml                           documentation
GET  /redoc                                  documentation
GET  /docs                    web.serveRedoc documentation
GET  /.well-known/openid-configuration       a well-known resource
GET  /realms/{realm}/.well-known/jwks        a well-known resource
OPTIONS /api/users/{id}                      CORS preflight

GET  /loginhistory                           -
GET  /login-history                          -
GET  /audit/login                            -
GET  /users/{id}/login                       -
DELETE /login                                -
DELETE /api/login                            -
POST /login/+                                 -
GET  /logins                                 -
GET  /auth                                   -
GET  /api/authenticate                       -
POST /sessions                               -
POST /sessions                app.Create     -
POST /api/users               app.Create     -
POST /api/users               app.register   -
PUT  /api/users               app.SignUp     -
POST /admin/users             app.signUp     -
POST /clubs/users             app.signUp     -
DELETE /sessions              app.deleteAll  -
DELETE /sessions/{id}         app.signOut    -
POST /training/sessions       app.login      -
POST /users/{id}/logout                      -
POST /users/{id}/register-key                -
POST /devices/register                       -
POST /admin/register                         -
POST /webhooks/register                      -
POST /webauthn/register                      -
POST /webauthn/register/begin                -
GET  /registrations                          -
DELETE /register                             -
POST /registry                               -
POST /users/{id}/reset-password              -
POST /admin/users/reset-password             -
POST /me/password                            -
POST /change-password                        -
DELETE /reset-password                       -
POST /refresh                                -
POST /feeds/refresh                          -
GET  /api/token                              -
POST /api/token                              -
DELETE /api/token/{id}                       -
POST /users/{id}/token                       -
POST /users/token                            -
GET  /auth/token                             -
GET  /auth/keys                              -
GET  /auth/{id}                              -
GET  /oauth/{client}                         -
DELETE /oauth/token                          -
GET  /oauth/clients                          -
POST /oauth/clients/{id}                     -
POST /oauth/introspect                       -
GET  /oauth/userinfo                         -
POST /auth/impersonation/start               -
DELETE /auth/{provider}                      -
DELETE /auth/google                          -
GET  /auth/google/tokens                     -
DELETE /sso/{provider}                       -
POST /payments/callback                      -
POST /callback                               -
POST /admin/oauth/token                      -
GET  /admin/health/reset                     -
POST /health                                 -
GET  /admin/health                           -
GET  /devices/{id}/ping                      -
GET  /api/live                               -
GET  /orders/ready                           -
GET  /healthy-recipes                        -
GET  /patients/health                        -
GET  /documents/version                      -
GET  /metrics                                -
GET  /debug/pprof/+                           -
POST /static/*                               -
GET  /static/{id}                            -
GET  /users/images/*                         -
GET  /api/static/*                           -
GET  /images/{id}/*                          -
PUT  /favicon.ico                            -
GET  /api/report.png                         -
GET  /files/{name}.png                       -
GET  /users/robots.txt                       -
GET  /{id}                                   -
GET  /:slug                                  -
POST /+                                       -
DELETE /+                                     -
*    /+                                       -
*    /+                        app.proxy      -
*    /+                        app.main$1     -
*    /+                        app.registerUI$1  -
*    /+                        app.indexes$2  -
GET  {?path}                                 -
POST {?path}                                 -
POST {?}login                                -
POST {?}devices/register                     -
GET  {?a}/{?b}                               -
GET  /docs                                   -
GET  /docs/{id}               app.getDocs    -
GET  /api/docs                app.listDocs   -
POST /openapi                                -
GET  /openapi/import                         -
GET  /projects/{id}/swagger                  -
POST /.well-known/thing                      -
GET  /well-known/secrets                     -
`

func TestEvidence(t *testing.T) {
	for line := range strings.Lines(cases) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		method, rest, _ := strings.Cut(line, " ")
		pattern, rest, _ := strings.Cut(strings.TrimSpace(rest), " ")
		want, handler := strings.TrimSpace(rest), ""
		if first, more, _ := strings.Cut(want, " "); strings.ContainsRune(first, '.') && more != "" {
			handler, want = first, strings.TrimSpace(more)
		}
		below, subtree := strings.CutSuffix(pattern, "+")
		got, ok := Evidence(&routes.Route{Method: method, Pattern: below, Subtree: subtree, Handler: handler})
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%s %s %s: %s, want %s", method, pattern, handler, got, want)
		}
	}
}

func TestEvidenceOfTheChain(t *testing.T) {
	step := func(role string) routes.Step { return routes.Step{Role: role} }
	for _, test := range []struct {
		chain []routes.Step
		want  string
	}{
		{[]routes.Step{step("handler")}, ""},
		{[]routes.Step{step("logging"), step("static")}, "static files"},
		{[]routes.Step{step("static"), step("handler")}, ""}, // what acts is the last one
		{[]routes.Step{step("redirect")}, "a redirect"},
		{[]routes.Step{step("not found")}, "a not-found page"},
		{[]routes.Step{step("signature"), step("handler")}, "verifies a signature"},
		{[]routes.Step{step("csrf"), step("handler")}, ""},
	} {
		got, ok := Evidence(&routes.Route{Method: "POST", Pattern: "/hooks", Chain: test.chain})
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%v: %q %v, want %q", test.chain, got, ok, test.want)
		}
	}
}
