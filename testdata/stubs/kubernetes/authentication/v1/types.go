// Package v1 has the types of k8s.io/api/authentication/v1 that the samples use, as they are
// there but for what is said of the object itself: the module brings forty packages along.
package v1

// A TokenReview asks whose a token is.
type TokenReview struct {
	Spec   TokenReviewSpec
	Status TokenReviewStatus
}

// TokenReviewSpec is the question.
type TokenReviewSpec struct {
	Token     string
	Audiences []string
}

// TokenReviewStatus is the answer.
type TokenReviewStatus struct {
	Authenticated bool
	User          UserInfo
	Audiences     []string
	Error         string
}

// UserInfo is whose it is.
type UserInfo struct {
	Username string
	UID      string
	Groups   []string
}
