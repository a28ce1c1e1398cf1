package frameworks

import (
	"slices"
	"strings"
	"unicode"
)

// HeaderSource says what a request header is evidence of, by its name in any case.
func HeaderSource(name string) Source {
	n := strings.ToLower(name)
	if src, ok := headerSources[n]; ok {
		return src
	}
	switch {
	case strings.Contains(n, "csrf") || strings.Contains(n, "xsrf"):
		return SourceCSRF
	case strings.HasPrefix(n, "sec-fetch-"):
		return SourceOrigin
	case strings.HasPrefix(n, "accept"), strings.HasPrefix(n, "content-"), strings.HasPrefix(n, "if-"):
		return SourceContent
	}
	for _, part := range credentialParts {
		if strings.Contains(n, part) {
			return SourceAuth
		}
	}
	if SaysWho(n) {
		return SourceAuth
	}
	return SourceHeader
}

// SaysWho reports whether a header is one by which a proxy in front says who sends the
// request, once it has checked that. It is a credential for who believes it, and anybody
// can send it who reaches the program without the proxy.
func SaysWho(name string) bool {
	n := strings.ToLower(name)
	if n == "x-user" || n == "x-username" {
		return true
	}
	for _, by := range proxies {
		if of, ok := strings.CutPrefix(n, by); ok && whoWords[of] {
			return true
		}
	}
	return false
}

// proxies begin the names of such headers (oauth2-proxy, oathkeeper, Authelia, authentik,
// Grafana's, Kong, and those of the large clouds), whoWords end them.
var proxies = []string{
	"x-forwarded-", "x-auth-request-", "x-auth-", "x-authenticated-", "x-authentik-", "x-remote-", "remote-", "x-webauth-", "x-user-",
	"x-goog-authenticated-user-", "cf-access-authenticated-user-", "x-ms-client-principal-", "tailscale-user-", "x-pomerium-claim-",
	"x-amzn-oidc-", "x-vouch-", "x-consumer-", "x-hasura-", "x-vouch-idp-claims-",
}

var whoWords = map[string]bool{
	"user": true, "username": true, "user-id": true, "userid": true, "user-name": true, "user-email": true, "email": true, "name": true,
	"preferred-username": true, "id": true, "uid": true, "login": true, "identity": true, "group": true, "groups": true, "role": true, "roles": true,
}

// ClaimsWho reports whether a cookie of a name says who somebody is, or what he may do, by itself: what is compared with that in the program's text is no
// secret, and whoever asks writes it.
func ClaimsWho(name string) bool {
	return claims[strings.NewReplacer("-", "", "_", "", ".", "").Replace(strings.ToLower(name))]
}

var claims = map[string]bool{
	"role": true, "roles": true, "userrole": true, "admin": true, "isadmin": true, "group": true, "groups": true, "level": true, "userlevel": true, "accesslevel": true,
	"usertype": true, "accounttype": true, "permission": true, "permissions": true, "loggedin": true, "isloggedin": true, "islogin": true, "authenticated": true,
	"isauthenticated": true, "isauth": true, "user": true, "username": true, "userid": true, "uid": true, "email": true, "useremail": true,
}

var headerSources = map[string]Source{
	"authorization": SourceAuth, "proxy-authorization": SourceAuth, "cookie": SourceCookie,
	"origin": SourceOrigin, "referer": SourceOrigin, "x-requested-with": SourceCSRF,
	"x-forwarded-for": SourceAddress, "x-real-ip": SourceAddress, "cf-connecting-ip": SourceAddress,
	"true-client-ip": SourceAddress, "forwarded": SourceAddress, "x-forwarded-host": SourceHost,
	"user-agent": SourceContent, "range": SourceContent, "upgrade": SourceContent, "connection": SourceContent,
}

// credentialParts mark the name of a header or query value that carries a credential.
var credentialParts = []string{"auth", "token", "api-key", "apikey", "api_key", "secret", "session", "signature", "password"}

// QuerySource says what a query or form value is evidence of, by its name.
func QuerySource(name string) Source {
	n := strings.ToLower(name)
	if strings.Contains(n, "csrf") || strings.Contains(n, "xsrf") {
		return SourceCSRF
	}
	for _, part := range queryCredentials {
		if n == part {
			return SourceAuth
		}
	}
	return SourceQuery
}

var queryCredentials = []string{
	"token", "access_token", "accesstoken", "auth", "auth_token", "authtoken", "api_key", "apikey", "key", "secret", "jwt", "sig", "signature",
}

// NamesRight reports whether a text may be the name of a role, a scope or a permission: what is asked of a database, or the format of a
// text, is none.
func NamesRight(text string) bool {
	const long = 80
	return len(text) <= long && strings.ContainsFunc(text, func(r rune) bool { return r == '*' || unicode.IsLetter(r) || unicode.IsDigit(r) }) && !strings.ContainsAny(text, "=?%;()\n\t") && strings.Count(text, " ") < 4
}

// MeansYesOrNo reports whether a text is one of a few by which a form, a flag or a cookie says so.
func MeansYesOrNo(text string) bool {
	return slices.Contains([]string{"1", "0", "true", "false", "yes", "no", "on", "off"}, strings.ToLower(text))
}

// AuthScheme reports whether a text is the name of an authentication scheme, with or
// without the space that follows it in a header (RFC 9110 section 11.1, and the
// registry of IANA).
func AuthScheme(text string) bool { return authSchemes[strings.ToLower(strings.TrimSpace(text))] }

var authSchemes = map[string]bool{
	"basic": true, "bearer": true, "concealed": true, "digest": true, "dpop": true, "gnap": true, "hoba": true, "mutual": true, "negotiate": true,
	"oauth": true, "privatetoken": true, "scram-sha-1": true, "scram-sha-256": true, "vapid": true,
}

// TokenClaim reports whether a claim says whether a token is valid, and nothing of who
// has it or what that one may do (RFC 7519 section 4.1).
func TokenClaim(name string) bool { return tokenClaims[name] }

var tokenClaims = map[string]bool{"iss": true, "aud": true, "exp": true, "nbf": true, "iat": true, "jti": true}

// NamesWhom reports whether a parameter or a field of a name says whom a request is about: a number or a name, which is no secret.
func NamesWhom(name string) bool {
	n := strings.NewReplacer("-", "", "_", "", ".", "").Replace(strings.ToLower(name))
	return whom[n]
}

var whom = map[string]bool{
	"id": true, "uid": true, "user": true, "userid": true, "username": true, "login": true, "loginname": true, "name": true, "email": true, "useremail": true, "emailaddress": true,
	"mail": true, "phone": true, "phonenumber": true, "account": true, "accountid": true, "accountname": true, "customer": true, "customerid": true, "member": true, "memberid": true,
	"owner": true, "ownerid": true, "employeeid": true, "profileid": true, "tenant": true, "tenantid": true, "org": true, "orgid": true, "organization": true, "organizationid": true,
}

// NamesAdmin reports whether a field or a role is that of those who may do everything.
func NamesAdmin(name string) bool {
	n := strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
	return admins[strings.TrimPrefix(n, "is")]
}

var admins = map[string]bool{"admin": true, "administrator": true, "superadmin": true, "superuser": true, "sysadmin": true, "siteadmin": true, "root": true, "staff": true}
