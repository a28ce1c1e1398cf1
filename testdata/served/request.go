package served

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// An answer is what the server answers to one request.
type answer struct {
	status int
	acted  bool
}

// compare sends the route the requests of somebody unknown, of a user and of an
// administrator. It returns how the answers differ from the verdict.
func (s *Sample) compare(t *testing.T, r Found) (faults []string) {
	nobody, user, admin := s.ask(t, r, ""), s.ask(t, r, "user"), s.ask(t, r, "admin")
	t.Logf("nobody %+v, user %+v, admin %+v", nobody, user, admin)
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if why := s.Unknown[r.String()]; (r.Verdict == "unknown") != (why != "") {
		fault("%s (%s), and the reason why it may be unknown is %q", r.Verdict, r.Reason, why)
	}
	if slices.Contains(s.Strangers, r.String()) {
		if nobody = s.ask(t, r, "stranger"); r.Verdict == "guarded" {
			fault("guarded, but who sends a credential that is nobody's passes: %+v", nobody)
		}
	}
	switch r.Verdict {
	case "guarded":
		if nobody.acted || nobody.passed() && !r.denies(nobody.status) { // an empty 200 may be a refusal
			fault("guarded, but the anonymous request passes: %+v", nobody)
		}
		if !r.denies(nobody.status) {
			fault("the anonymous request is answered %d, not listed in %+v", nobody.status, r.Guards)
		}
		if !admin.passed() && admin.status != http.StatusNotImplemented {
			fault("the administrator does not pass: %+v", admin)
		}
		compareLevel(r, user, fault)
	case "public", "unguarded":
		if r.Reason == "not implemented" {
			if nobody.status != http.StatusNotImplemented || admin.status != nobody.status {
				fault("%s, but it is answered %+v and %+v", r.Reason, nobody, admin)
			}
			break
		}
		if !nobody.passed() {
			fault("%s, but the anonymous request is refused: %+v", r.Verdict, nobody)
		}
	}
	return faults
}

func compareLevel(r Found, user answer, fault func(string, ...any)) {
	switch r.Level {
	case "authz":
		if user.passed() {
			fault("authz, but the user without the role passes: %+v", user)
		}
		if !r.denies(user.status) {
			fault("the user without the role is answered %d, not listed in %+v", user.status, r.Guards)
		}
	case "authn":
		if !user.passed() && user.status != http.StatusNotImplemented {
			fault("authn, but the user is refused: %+v", user)
		}
	default:
		fault("guarded at level %s", r.Level)
	}
}

// passed reports whether the request was served: by a handler of the sample,
// which says so, or by one of the framework's.
func (a answer) passed() bool { return a.acted || a.status < 300 }

func (s *Sample) ask(t *testing.T, r Found, who string) answer {
	t.Helper()
	method := r.Method
	if method == "*" {
		method = "GET"
	}
	path := s.Path[r.Pattern]
	if path == "" {
		path = parameter.ReplaceAllString(r.Pattern, "1")
	}
	req := httptest.NewRequest(method, path, strings.NewReader(""))
	if r.Host != "" {
		req.Host = r.Host
	}
	switch {
	case who == "":
	case s.Login != nil:
		s.Login(req, who)
	default:
		req.Header.Set("Authorization", "Bearer "+who)
	}
	w := httptest.NewRecorder()
	s.New().ServeHTTP(w, req)
	return answer{status: w.Code, acted: w.Header().Get(Acted) != ""}
}

// parameter matches path parameters of the spellings in use: {id}, {id:[0-9]+},
// {rest...}, :id, *rest.
var parameter = regexp.MustCompile(`\{\$\}|\{[^{}]*(\{[^{}]*\}[^{}]*)*\}|:\w+|\*\w*`)

// Login adds the credentials that a part of the shops asks for, of which most samples
// are one: for operators, for the payment provider, for everybody else.
func Login(r *http.Request, who string) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/ops/"):
		r.SetBasicAuth(who, "pass")
	case strings.HasPrefix(r.URL.Path, "/hooks/"):
		r.Header.Set("X-Hook-Key", "hook-key")
	default:
		r.Header.Set("Authorization", "Bearer "+who)
	}
}
