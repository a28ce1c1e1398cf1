package frameworks

// k8s.io/api. A program asks the server of Kubernetes whose token it was sent, or what
// somebody may do, by a review that it sends; the server fills in its status
// (authentication/v1/types.go, authorization/v1/types.go). Error and EvaluationError are about
// the question: they are empty also for a token that is nobody's, and for who may not. A
// status that is not denied is not allowed.
func kubernetes() *Framework {
	return &Framework{
		Name:     "kubernetes reviews",
		Versions: "k8s.io/api v0.33.2",
		Limits:   []string{"The rules of a cluster are data: what they let everybody do, nobody sees."},
		Verdicts: map[string]string{
			k8sAPI + "/authentication/v1.TokenReviewStatus":             "Authenticated",
			k8sAPI + "/authentication/v1beta1.TokenReviewStatus":        "Authenticated",
			k8sAPI + "/authorization/v1.SubjectAccessReviewStatus":      "Allowed",
			k8sAPI + "/authorization/v1beta1.SubjectAccessReviewStatus": "Allowed",
		},
	}
}

const k8sAPI = "k8s.io/api"
