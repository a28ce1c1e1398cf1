package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/markbates/goth/gothic"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/authhttp/...",
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/jwt/strict"}, {Method: "GET", Pattern: "/jwt/optional"}, {Method: "GET", Pattern: "/jwt/claimed"},
			{Method: "GET", Pattern: "/session/open"}, {Method: "GET", Pattern: "/session/known"},
			{Method: "GET", Pattern: "/session/read"}, {Method: "POST", Pattern: "/session/name"},
			{Method: "GET", Pattern: "/session/visit"}, {Method: "GET", Pattern: "/session/admin"},
			{Method: "GET", Pattern: "/session/guests"}, {Method: "GET", Pattern: "/session/level"}, {Method: "GET", Pattern: "/session/anylevel"},
			{Method: "POST", Pattern: "/session/again"},
			{Method: "GET", Pattern: "/clerk/required"}, {Method: "GET", Pattern: "/clerk/with"}, {Method: "GET", Pattern: "/clerk/claimed"},
			{Method: "GET", Pattern: "/clerk/admin"}, {Method: "GET", Pattern: "/clerk/subject"},
			{Method: "GET", Pattern: "/goth/open"}, {Method: "GET", Pattern: "/goth/known"}, {Method: "GET", Pattern: "/goth/page"},
			{Method: "GET", Pattern: "/shop/open"}, {Method: "GET", Pattern: "/shop/known"}, {Method: "GET", Pattern: "/shop/there"}, {Method: "GET", Pattern: "/shop/said"},
			{Method: "GET", Pattern: "/shop/noted"}, {Method: "GET", Pattern: "/shop/manager"}, {Method: "GET", Pattern: "/shop/guest"},
		},
		Login: login,
	})
}

func login(r *http.Request, who string) {
	if strings.HasPrefix(r.URL.Path, "/goth/") {
		w := httptest.NewRecorder()
		if err := gothic.StoreInSession("user", who, r, w); err != nil {
			panic(err)
		}
		for _, c := range w.Result().Cookies() {
			r.AddCookie(c)
		}
		return
	}
	if strings.HasPrefix(r.URL.Path, "/shop/") {
		s, err := Shop.Get(r, "shop")
		if err != nil {
			panic(err)
		}
		s.Values["user"], s.Values["in"] = who, true
		w := httptest.NewRecorder()
		if err := s.Save(r, w); err != nil {
			panic(err)
		}
		for _, c := range w.Result().Cookies() {
			r.AddCookie(c)
		}
		return
	}
	if strings.HasPrefix(r.URL.Path, "/session/") {
		ctx, err := Sessions.Load(r.Context(), "")
		if err != nil {
			panic(err)
		}
		Sessions.Put(ctx, "visit", Visit{LoggedIn: true, Admin: who == "admin"})
		Sessions.Put(ctx, "level", 1)
		token, _, err := Sessions.Commit(ctx)
		if err != nil {
			panic(err)
		}
		r.AddCookie(&http.Cookie{Name: Sessions.Cookie.Name, Value: token})
		return
	}
	if !strings.HasPrefix(r.URL.Path, "/clerk/") {
		r.Header.Set("Authorization", "Bearer "+who)
		return
	}
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{
		"iss": "https://clerk.example.com", "sub": who, "org_role": "org:" + who, "exp": 4e9,
	})
	token.Header["kid"] = "1"
	signed, err := token.SignedString(SessionKey)
	if err != nil {
		panic(err)
	}
	r.Header.Set("Authorization", "Bearer "+signed)
}
