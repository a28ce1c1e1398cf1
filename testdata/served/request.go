package served

import (
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

// An answer is what the server answers to one request.
type answer struct {
	status int
	acted  bool
}

// compare sends the route the requests of somebody unknown, of a user and of an
// administrator, and compares the answers with the verdict.
func (s *Sample) compare(t *testing.T, r Found) {
	nobody, user, admin := s.ask(t, r, ""), s.ask(t, r, "user"), s.ask(t, r, "admin")
	t.Logf("nobody %+v, user %+v, admin %+v", nobody, user, admin)
	if why := s.Unknown[r.String()]; (r.Verdict == "unknown") != (why != "") {
		t.Errorf("%s (%s), and the reason why it may be unknown is %q", r.Verdict, r.Reason, why)
	}
	switch r.Verdict {
	case "guarded":
		if nobody.acted || nobody.passed() {
			t.Errorf("guarded, but the anonymous request passes: %+v", nobody)
		}
		if !r.denies(nobody.status) {
			t.Errorf("the anonymous request is answered %d, not listed in %+v", nobody.status, r.Guards)
		}
		if !admin.passed() {
			t.Errorf("the administrator does not pass: %+v", admin)
		}
		s.compareLevel(t, r, user)
	case "unguarded", "public":
		if !nobody.passed() {
			t.Errorf("%s, but the anonymous request is refused: %+v", r.Verdict, nobody)
		}
	}
}

func (s *Sample) compareLevel(t *testing.T, r Found, user answer) {
	switch r.Level {
	case "authz":
		if user.passed() {
			t.Errorf("authz, but the user without the role passes: %+v", user)
		}
		if !r.denies(user.status) {
			t.Errorf("the user without the role is answered %d, not listed in %+v", user.status, r.Guards)
		}
	case "authn":
		if !user.passed() {
			t.Errorf("authn, but the user is refused: %+v", user)
		}
	default:
		t.Errorf("guarded at level %s", r.Level)
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
