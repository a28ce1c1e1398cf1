// Package v1 has the types of k8s.io/api/authorization/v1 that the samples use.
package v1

// A SubjectAccessReview asks what somebody may do.
type SubjectAccessReview struct {
	Spec   SubjectAccessReviewSpec
	Status SubjectAccessReviewStatus
}

// SubjectAccessReviewSpec is the question.
type SubjectAccessReviewSpec struct {
	User   string
	Groups []string
}

// SubjectAccessReviewStatus is the answer.
type SubjectAccessReviewStatus struct {
	Allowed         bool
	Denied          bool
	Reason          string
	EvaluationError string
}
