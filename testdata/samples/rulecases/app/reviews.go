package app

import (
	"context"
	"net/http"

	authentication "k8s.io/api/authentication/v1"
	authorization "k8s.io/api/authorization/v1"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// reviews asks a cluster whose token it was sent, and whether they may.
func reviews(m *http.ServeMux) {
	m.Handle("POST /reviews/error", reviewed(func(r *http.Request) (string, string) {
		review := &authentication.TokenReview{Spec: authentication.TokenReviewSpec{Token: r.Header.Get("Authorization")}}
		if err := theCluster.Create(r.Context(), review); err != nil { // want ignored
			return "", err.Error()
		}
		return review.Status.User.Username, review.Status.Error
	}))
	m.Handle("POST /reviews/asked", reviewed(func(r *http.Request) (string, string) {
		review := authentication.TokenReview{Spec: authentication.TokenReviewSpec{Token: r.Header.Get("Authorization")}}
		if err := theCluster.Create(r.Context(), &review); err != nil { // fine ignored
			return "", err.Error()
		}
		if !review.Status.Authenticated {
			return "", "log in"
		}
		return review.Status.User.Username, ""
	}))
	m.Handle("POST /reviews/returned", reviewed(func(r *http.Request) (string, string) {
		review, err := tokens{theCluster}.Review(r.Context(), &authentication.TokenReview{Spec: authentication.TokenReviewSpec{Token: r.Header.Get("Authorization")}}) // want ignored
		if err != nil {
			return "", err.Error()
		}
		status := review.Status
		return status.User.Username, status.Error
	}))
	m.Handle("POST /reviews/handed", reviewed(func(r *http.Request) (string, string) {
		review := &authentication.TokenReview{Spec: authentication.TokenReviewSpec{Token: r.Header.Get("Authorization")}}
		if err := theCluster.Create(r.Context(), review); err != nil { // fine ignored
			return "", err.Error()
		}
		if review.Status.Error != "" || !isGood(review) {
			return "", "log in"
		}
		return review.Status.User.Username, ""
	}))
	m.Handle("POST /reviews/judged", reviewed(func(r *http.Request) (string, string) {
		review := &authentication.TokenReview{Spec: authentication.TokenReviewSpec{Token: r.Header.Get("Authorization")}}
		if err := theCluster.Create(r.Context(), review); err != nil { // fine ignored
			return "", err.Error()
		}
		if theJudge.Judge(review) != nil {
			return "", "log in"
		}
		return review.Status.User.Username, ""
	}))
	m.Handle("POST /reviews/denied", auth.Require(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		review := &authorization.SubjectAccessReview{Spec: authorization.SubjectAccessReviewSpec{User: auth.Current(r.Context()).Name}}
		if err := theCluster.Create(r.Context(), review); err != nil || review.Status.Denied { // want ignored
			http.Error(w, review.Status.Reason, http.StatusForbidden)
			return
		}
		done(w, r)
	})))
	m.Handle("POST /reviews/allowed", auth.Require(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		review := &authorization.SubjectAccessReview{Spec: authorization.SubjectAccessReviewSpec{User: auth.Current(r.Context()).Name}}
		if err := theCluster.Create(r.Context(), review); err != nil || !review.Status.Allowed { // fine ignored
			http.Error(w, review.Status.Reason, http.StatusForbidden)
			return
		}
		done(w, r)
	})))
}

// reviewed lets pass whoever somebody is found for, by one of a list of ways that is made for
// each request.
func reviewed(ask func(*http.Request) (name, wrong string)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ways := []func(*http.Request) (string, string){}
		if r.Header.Get("Authorization") != "" { // want failopen
			ways = append(ways, ask)
		}
		ways = append(ways, func(*http.Request) (string, string) { return "", "log in" })
		if _, wrong := ways[0](r); wrong != "" {
			http.Error(w, wrong, http.StatusUnauthorized)
			return
		}
		done(w, r)
	})
}

// isGood asks for another function.
func isGood(review *authentication.TokenReview) bool { return review.Status.Authenticated }

// A judge asks, too, whatever it is given.
type judge interface{ Judge(review any) error }

var theJudge judge = strictJudge{}

type strictJudge struct{}

func (strictJudge) Judge(review any) error {
	if r, ok := review.(*authentication.TokenReview); ok && !r.Status.Authenticated {
		return errNone
	}
	return nil
}

// A cluster answers reviews. That a token is nobody's is no error.
type cluster interface {
	Create(ctx context.Context, review any) error
}

var theCluster cluster = owned{}

type owned struct{}

func (owned) Create(_ context.Context, review any) error {
	switch review := review.(type) {
	case *authentication.TokenReview:
		if u, there := owners[review.Spec.Token]; there {
			review.Status.Authenticated = true
			review.Status.User.Username = u.Name
		}
	case *authorization.SubjectAccessReview:
		review.Status.Allowed = review.Spec.User == "admin"
		review.Status.Reason = "for administrators"
	}
	return nil
}

// tokens answers as a client does that is made for one kind of review.
type tokens struct{ cluster }

func (t tokens) Review(ctx context.Context, review *authentication.TokenReview) (*authentication.TokenReview, error) {
	return review, t.Create(ctx, review)
}
