package frameworks

// go.uber.org/dig. A container is given constructors and calls functions with what they
// make, found by type and by a name or a group (param.go, paramSingle.Build). A
// constructor is called once, when somebody wants what it makes. What a scope is given
// is for itself and its own scopes (scope.go, storesToRoot).
func dig() *Framework {
	return &Framework{
		Name:     "dig",
		Versions: "v1.19.0",
		Limits: []string{
			"The values of a group come in the order of their constructors; dig shuffles them.",
			"Export of a scope's constructors is not followed.",
		},
		Packages: []string{digPath},
		Containers: map[string]*Container{
			"dig": {Type: digPath + ".Container", In: digPath + ".In", Out: digPath + ".Out", Keeps: true},
		},
		Calls: merge(
			symbols(digPath, []string{""}, merge(
				map[string]Call{
					"New":   {Op: OpInject, Inject: InjectNew, Kind: "dig"},
					"Name":  {Op: OpInject, Inject: InjectNote, Set: "name", Parts: 1},
					"Group": {Op: OpInject, Inject: InjectNote, Set: "group", Parts: 1},
					"As":    {Op: OpInject, Inject: InjectNote, Set: "each", Parts: 1},
				},
				each(Call{Op: OpInject, Inject: InjectNote}, "Export", "LocationForPC", "FillProvideInfo", "FillInvokeInfo", "FillDecorateInfo"),
			)),
			symbols(digPath, []string{"*Container", "*Scope"}, merge(
				map[string]Call{
					"Provide":  {Op: OpInject, Inject: InjectProvide, Container: Recv, Func: 1, Options: 2},
					"Invoke":   {Op: OpInject, Inject: InjectInvoke, Container: Recv, Func: 1},
					"Decorate": {Op: OpInject, Inject: InjectDecorate, Container: Recv, Func: 1},
					"Scope":    {Op: OpInject, Inject: InjectScope, Container: Recv},
				},
				nops("String"),
			)),
		),
	}
}

const digPath = "go.uber.org/dig"
