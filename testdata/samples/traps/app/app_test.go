package app

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	t.Setenv("INVITATION", "invited")
	var list []served.Route
	for _, r := range []string{
		"GET /sharing/admins", "GET /sharing/all", "GET /sharing/users", "GET /sharing/rest",
		"GET /sharing/gin/known", "GET /sharing/gin/anybody", "GET /sharing/negroni/guarded", "GET /sharing/negroni/open",
		"DELETE /methods/outside", "POST /methods/outside", "DELETE /methods/inside", "POST /methods/inside",
		"* /methods/own", "DELETE /methods/echo", "POST /methods/echo",
		"POST /spellings/order", "* /spellings/order", "* /spellings/admin", "* /spellings/admin/",
		"GET /parameters/exchange", "GET /parameters/invitation", "GET /parameters/escaped", "GET /parameters/owner", "GET /parameters/found", "POST /parameters/sent", "POST /parameters/password", "POST /parameters/pointed/sent", "POST /parameters/pointed/password",
		"GET /again/known", "GET /again/open", "GET /again/counted", "GET /again/folder", "GET /hidden/rest",
		"GET /envelope/open", "GET /envelope/known", "PUT /envelope/admin", "POST /envelope/forgets", "GET /envelope/encoded", "GET /envelope/mapped", "GET /large/known", "GET /large/none", "GET /large/filtered", "GET /large/limited",
		"GET /lists/known", "GET /lists/guests", "GET /lists/gathered", "GET /lists/first", "GET /lists/others",
		"GET /kept/there", "GET /kept/pointer", "GET /kept/slowly", "GET /kept/zero", "GET /kept/ignored", "GET /kept/stream", "GET /kept/watch",
		"GET /asked/own", "GET /asked/copy", "GET /asked/filled", "GET /asked/handed", "GET /asked/forwarded", "GET /asked/copied", "GET /asked/looped",
		"GET /settings/or", "GET /settings/then", "GET /settings/returned", "GET /settings/chosen", "GET /settings/header", "GET /settings/page/{page}", "GET /settings/limited", "GET /settings/folder", "GET /tells/problems", "GET /tells/short", "POST /oneself", "PUT /oneself",
		"GET /left/known", "GET /left/guests", "GET /left/coded", "GET /left/coded/guests", "GET /left/handler", "GET /left/some/handler",
		"GET /plain/open", "GET /plain/known", "GET /plain/admin", "GET /plain/asked",
		"GET /central/framework", "GET /central/own", "GET /central/admin", "GET /central/open", "GET /central/token/page",
		"GET /spans/known", "GET /crowds/counted", "GET /crowds/listed", "GET /crowds/known", "GET /crowds/allowed",
		"GET /patterns/login.html", "GET /patterns/assets/style.css", "GET /patterns/assets/icons/big/{name}", "GET /patterns/users", "GET /patterns/users/{name}",
		"GET /chains/known", "GET /chains/inside", "GET /chains/open", "GET /chains/maybe", "GET /chains/both", "GET /chains/copied",
		"GET /locks/set", "GET /locks/asked", "GET /locks/word", "GET /locks/always",
		"GET /hooks/known", "GET /hooks/open", "GET /hooks/header", "GET /hooks/answered",
		"GET /services/installed", "GET /services/files", "GET /services/state", "GET /services/forked", "GET /services/guests", "GET /services/people", "GET /services/sent", "GET /services/known", "GET /services/filled", "GET /services/replaced", "GET /services/picked",
		"GET /standing/disabled", "GET /standing/verified", "GET /standing/status",
		"GET /groups/open", "GET /groups/known", "GET /doors/asked", "GET /doors/greeted",
		"GET /pages/known/{page}", "GET /pages/known/{file}", "GET /pages/open/{page}", "GET /pages/open/{file}", "GET /pages/named/about", "GET /pages/named/{page}", "GET /pages/named/{file}",
		"GET /pooled/open", "GET /pooled/known", "GET /pooled/found",
		"GET /said/body", "GET /said/page", "GET /said/known", "GET /said/filled",
		"GET /{?os.Getenv()}/joined/open", "GET /{?os.Getenv()}/joined/known",
		"GET /compared/below", "GET /compared/least", "GET /compared/never", "GET /compared/other", "GET /compared/opposite", "GET /compared/itself",
		"GET /received/asked", "GET /received/timed", "GET /received/few",
		"GET /keyed/listed", "POST /keyed/listed", "POST /keyed/asked", "GET /keyed/read", "POST /keyed/read", "PUT /keyed/read", "GET /keyed/hand/open", "POST /keyed/hand/known",
		"GET /checkers/always", "GET /checkers/set", "GET /checkers/first", "GET /checkers/either", "GET /checkers/named",
		"GET /finds/encoded", "GET /finds/described", "GET /finds/created", "GET /finds/noted", "GET /finds/shown", "GET /finds/page",
		"GET /upfront/known", "GET /upfront/admins", "GET /upfront/set", "GET /upfront/preview", "GET /upfront/keyless",
		"POST /replies/stored", "GET /replies/pages", "GET /replies/refused", "GET /replies/sent",
	} {
		method, pattern, _ := strings.Cut(r, " ")
		list = append(list, served.Route{Method: method, Pattern: pattern})
	}
	served.Check(t, served.Sample{
		Packages: "./samples/traps/...", New: func() http.Handler { return asRead(withToken(withWord(asPost(New())))) }, Routes: list,
		Path: map[string]string{"/{?os.Getenv()}/joined/open": "/joined/open", "/{?os.Getenv()}/joined/known": "/joined/known",
			"/pages/known/{file}": "/pages/known/page.css", "/pages/open/{file}": "/pages/open/page.css", "/pages/named/{file}": "/pages/named/page.css"},
		Unknown: map[string]string{
			"GET /again/counted":      "the function calls itself more often than is followed",
			"GET /large/known":        "it asks a function that is too large to follow",
			"GET /pages/known/{file}": "a name without a dot is not handed on",
			"GET /pooled/found":       "the handler is looked up where nobody follows",
			"GET /kept/zero":          "nobody knows whether there is anything under a name",
			"GET /kept/ignored":       "the same",
			"POST /replies/stored":    "nobody knows what it answers if storing fails, nor why that may be",
			"GET /replies/pages":      "nobody knows whether the two answers differ",
			"GET /finds/page":         "what the request says to a function that nobody has read is not known",
			"GET /services/guests":    "who finds out who asks may find a guest, or nobody",
			"GET /services/people":    "the same",
			"GET /services/sent":      "the same",
			"GET /said/filled":        "who asks is kept where the body is, which might have said so",

			"GET /received/asked": "what another goroutine has found out is not followed",
			"GET /received/timed": "the same",

			"GET /checkers/set":    "anybody passes where the program is set so",
			"GET /checkers/either": "the same",
			"GET /checkers/named":  "the same",

			"GET /chains/maybe":  "who is there is asked only where the program is set so",
			"GET /chains/copied": "the same",
			"GET /locks/set":     "another package asks for a token only where the program is set so",
			"GET /locks/asked":   "the same",
			"GET /locks/word":    "the same",

			"GET /settings/or":          "everybody passes where the program is set so",
			"GET /settings/returned":    "the same",
			"GET /settings/chosen":      "the same",
			"GET /settings/header":      "where it is set so, whoever sends a header passes",
			"GET /settings/folder":      "everybody has the same folder, or each one's own",
			"GET /settings/page/{page}": "of some pages everybody may read",

			"GET /upfront/set": "everybody passes where the program is set so",

			"GET /hooks/header":   "where the program is set so, whoever sends a header passes",
			"GET /hooks/answered": "everybody passes where the program is set so, and with which status nobody knows",
		},
	})
}

// asPost sends what is to be a DELETE as a POST that says so, as whoever wants past a guard
// for DELETE will.
func asPost(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodDelete {
			r.Method = http.MethodPost
			r.Header.Set("X-HTTP-Method-Override", http.MethodDelete)
		}
		h.ServeHTTP(w, r)
	})
}

// asRead gives a response the status that its body says: that is how a client reads it.
func asRead(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got := httptest.NewRecorder()
		h.ServeHTTP(got, r)
		maps.Copy(w.Header(), got.Header())
		status := got.Code
		var said reply
		if json.Unmarshal(got.Body.Bytes(), &said) == nil && said.Code != 0 {
			status = said.Code
		}
		w.WriteHeader(status)
	})
}

// withToken adds the parameter that a route wants to be there: the right one for whoever is
// known, and any for the others.
func withToken(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/parameters/") {
			r.URL.RawQuery = "owner=any&named=none&token=any"
			password := "any"
			if _, err := auth.Authenticate(r); err == nil {
				r.URL.RawQuery = "owner=any&named=.&token=" + os.Getenv("INVITATION")
				password = os.Getenv("INVITATION")
			}
			r.Body = io.NopCloser(strings.NewReader(`{"owner": "any", "password": "` + password + `"}`))
		}
		h.ServeHTTP(w, r)
	})
}

// withWord sends a client's name and its password, for whoever is known.
func withWord(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := auth.Authenticate(r); err == nil && strings.HasPrefix(r.URL.Path, "/kept/") {
			r.Header.Set("X-Client", u.Name)
			r.Header.Set("X-Word", "secret of "+u.Name)
		}
		h.ServeHTTP(w, r)
	})
}
