package frameworks

// github.com/casbin/casbin/v2. Enforce says whether the policy lets a subject do something
// with an object (enforcer.go); who the subject is, its caller has to know. It is no
// guard by itself: what refuses the request is what its caller does with the answer.
func casbin() *Framework {
	return &Framework{
		Name:     "casbin",
		Versions: "v2.135.0",
		Limits: []string{
			"What a policy says is data: that it lets everybody do something, nobody sees.",
		},
		Effects: symbols(casbinPath, []string{"*Enforcer", "*CachedEnforcer", "*SyncedEnforcer", "*SyncedCachedEnforcer", "*DistributedEnforcer", "IEnforcer"},
			each(Effect{Decides: true}, "Enforce", "EnforceWithMatcher", "EnforceEx", "EnforceExWithMatcher", "BatchEnforce", "BatchEnforceWithMatcher")),
	}
}

const casbinPath = "github.com/casbin/casbin/v2"
