// Package session has the form of supertokens'.
package session

import (
	"context"
	"net/http"
	"strings"

	"github.com/supertokens/supertokens-golang/recipe/session/sessmodels"
	"github.com/supertokens/supertokens-golang/supertokens"
)

func Init(*sessmodels.TypeInput) supertokens.Recipe { return func(string) error { return nil } }

func GetSession(r *http.Request, _ http.ResponseWriter, o *sessmodels.VerifySessionOptions, _ ...supertokens.UserContext) (sessmodels.SessionContainer, error) {
	if o == nil {
		o = &sessmodels.VerifySessionOptions{}
	}
	name, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		if o.SessionRequired != nil && !*o.SessionRequired {
			return nil, nil
		}
		return nil, supertokens.Refused{Status: http.StatusUnauthorized}
	}
	payload := map[string]interface{}{"sub": name, "st-role": []interface{}{name}}
	s := &sessmodels.TypeSessionContainer{
		GetUserID:             func() string { return name },
		GetAccessTokenPayload: func() map[string]interface{} { return payload },
	}
	if o.OverrideGlobalClaimValidators == nil {
		return s, nil
	}
	list, err := o.OverrideGlobalClaimValidators(nil, s, nil)
	if err != nil {
		return nil, err
	}
	for _, v := range list {
		if !v.Validate(payload, nil).IsValid {
			return nil, supertokens.Refused{Status: http.StatusForbidden}
		}
	}
	return s, nil
}

type key struct{}

func VerifySession(o *sessmodels.VerifySessionOptions, h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s, err := GetSession(r, w, o)
		if err != nil {
			if err := supertokens.ErrorHandler(err, r, w); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
			}
			return
		}
		if s != nil {
			r = r.WithContext(context.WithValue(r.Context(), key{}, s))
		}
		h(w, r)
	}
}

func GetSessionFromRequestContext(ctx context.Context) sessmodels.SessionContainer {
	s, _ := ctx.Value(key{}).(sessmodels.SessionContainer)
	return s
}
