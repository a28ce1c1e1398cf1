// Package supertokens has the form of supertokens-golang v0.25.2, as far as the sample and the
// table need it, and answers as that does, of sessions that are the names in a token: the module
// proxy refuses the module. It was written for these tests; none of it is supertokens'.
package supertokens

import (
	"net/http"
	"strings"
)

type (
	// UserContext is passed on.
	UserContext = *map[string]interface{}
	// Recipe is a part of the configuration.
	Recipe func(base string) error
	// ConnectionInfo says where sessions are kept.
	ConnectionInfo struct{ ConnectionURI string }
	// AppInfo says what the application is.
	AppInfo struct {
		AppName, APIDomain, WebsiteDomain string
		APIBasePath                       *string
	}
	// TypeInput is the configuration.
	TypeInput struct {
		Supertokens *ConnectionInfo
		AppInfo     AppInfo
		RecipeList  []Recipe
	}
)

var base = "/auth"

func Init(c TypeInput) error {
	if c.AppInfo.APIBasePath != nil {
		base = *c.AppInfo.APIBasePath
	}
	for _, r := range c.RecipeList {
		if err := r(base); err != nil {
			return err
		}
	}
	return nil
}

// Middleware answers what is its own.
func Middleware(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost && r.URL.Path == base+"/signout" {
			w.WriteHeader(http.StatusOK)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// Refused is an error with its status.
type Refused struct{ Status int }

func (e Refused) Error() string { return strings.ToLower(http.StatusText(e.Status)) }

func ErrorHandler(err error, _ *http.Request, w http.ResponseWriter, _ ...UserContext) error {
	if e, ok := err.(Refused); ok {
		w.WriteHeader(e.Status)
		return nil
	}
	return err
}
