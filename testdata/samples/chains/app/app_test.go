package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range []string{
		"GET /alice/open", "GET /alice/known", "GET /alice/admin", "GET /alice/made",
		"GET /negroni/known", "GET /negroni/open", "GET /negroni/wrapped", "GET /negroni/late", "GET /pages/:id",
		"GET /handlers/known", "GET /handlers/open", "GET /handlers/method", "POST /handlers/method", "OPTIONS /handlers/method",
		"GET /cors/open", "GET /cors/known", "GET /jwt/verified", "GET /jwt/known",
		"GET /settings/alice/known", "GET /settings/alice/open", "GET /settings/negroni/known", "GET /settings/negroni/open",
		"GET /settings/wrapped/known", "GET /settings/wrapped/open", "GET /settings/decides",
	} {
		method, pattern, _ := strings.Cut(r, " ")
		list = append(list, served.Route{Method: method, Pattern: pattern})
	}
	served.Check(t, served.Sample{Packages: "./samples/chains/...", New: New, Routes: list, Login: login,
		Unknown: map[string]string{"GET /settings/decides": "the environment decides whether it is public"}})
}

func login(r *http.Request, who string) {
	token := who
	if strings.HasPrefix(r.URL.Path, "/jwt/") {
		_, token, _ = Tokens.Encode(map[string]any{"sub": who})
	}
	r.Header.Set("Authorization", "Bearer "+token)
}
