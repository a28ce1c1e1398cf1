// Package app puts the sample together.
package app

import (
	"net/http"
	"os"

	"github.com/supertokens/supertokens-golang/recipe/session"
	"github.com/supertokens/supertokens-golang/recipe/session/claims"
	"github.com/supertokens/supertokens-golang/recipe/session/sessmodels"
	"github.com/supertokens/supertokens-golang/recipe/userroles"
	"github.com/supertokens/supertokens-golang/recipe/userroles/userrolesclaims"
	"github.com/supertokens/supertokens-golang/supertokens"
)

// New makes the application; core is where the sessions are kept.
func New(core string) http.Handler {
	err := supertokens.Init(supertokens.TypeInput{
		Supertokens: &supertokens.ConnectionInfo{ConnectionURI: core},
		AppInfo:     supertokens.AppInfo{AppName: "sample", APIDomain: "http://localhost:8080", WebsiteDomain: "http://localhost:3000"},
		RecipeList:  []supertokens.Recipe{session.Init(nil), userroles.Init(nil)},
	})
	if err != nil {
		panic(err)
	}
	no := false
	mux := http.NewServeMux()
	mux.HandleFunc("GET /books", done)
	mux.HandleFunc("POST /books", session.VerifySession(nil, done))
	mux.HandleFunc("PUT /books", session.VerifySession(&sessmodels.VerifySessionOptions{}, done))
	mux.HandleFunc("GET /maybe", session.VerifySession(&sessmodels.VerifySessionOptions{SessionRequired: &no}, done)) // planted fault
	mux.HandleFunc("GET /asked", session.VerifySession(&sessmodels.VerifySessionOptions{SessionRequired: &no}, asked))
	mux.HandleFunc("GET /mine", session.VerifySession(nil, mine))
	mux.HandleFunc("GET /late", late)
	mux.HandleFunc("GET /configured", session.VerifySession(&sessmodels.VerifySessionOptions{SessionRequired: required()}, done))
	mux.HandleFunc("GET /found", found)
	mux.HandleFunc("GET /guests", guests) // planted fault: a session may be there
	mux.Handle("GET /admin", session.VerifySession(&sessmodels.VerifySessionOptions{OverrideGlobalClaimValidators: admins}, done))
	mux.Handle("GET /all", require(http.HandlerFunc(done)))
	return supertokens.Middleware(mux)
}

// require is middleware of the program's own.
func require(next http.Handler) http.Handler {
	return session.VerifySession(nil, next.ServeHTTP)
}

// admins asks for a role.
func admins(list []claims.SessionClaimValidator, _ sessmodels.SessionContainer, _ supertokens.UserContext) ([]claims.SessionClaimValidator, error) {
	return append(list, userrolesclaims.UserRoleClaimValidators.Includes("admin", nil, nil)), nil
}

// late has the session asked for when a request comes, as frameworks other than net/http do.
func late(w http.ResponseWriter, r *http.Request) {
	session.VerifySession(nil, func(w http.ResponseWriter, r *http.Request) { mine(w, r) })(w, r)
}

// required is what the environment says.
func required() *bool {
	yes := os.Getenv("OPEN") == ""
	return &yes
}

func asked(w http.ResponseWriter, r *http.Request) {
	if session.GetSessionFromRequestContext(r.Context()) == nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func mine(w http.ResponseWriter, r *http.Request) {
	if s := session.GetSessionFromRequestContext(r.Context()); s.GetUserID() != "admin" {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	done(w, r)
}

func found(w http.ResponseWriter, r *http.Request) {
	if _, err := session.GetSession(r, w, nil); err != nil {
		if err := supertokens.ErrorHandler(err, r, w); err != nil {
			w.WriteHeader(http.StatusInternalServerError)
		}
		return
	}
	done(w, r)
}

func guests(w http.ResponseWriter, r *http.Request) {
	no := false
	if _, err := session.GetSession(r, w, &sessmodels.VerifySessionOptions{SessionRequired: &no}); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func done(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("X-Acted", "yes")
	w.Write([]byte("done"))
}
