package frameworks

// go.uber.org/fx. New takes constructors, calls what it is told to invoke with what
// they make (app.go, New; module.go, invokeAll: that of modules first), and Start runs the
// hooks that constructors have left with the Lifecycle. A value is found by its type, and
// by the name or the group of an annotation; a constructor is called once, when somebody
// wants what it makes. What a module provides is for all, unless it is private; what it
// replaces or decorates, for itself and its own modules.
func fx() *Framework {
	return &Framework{
		Name:     "fx",
		Versions: "v1.24.0",
		Limits: []string{
			"The values of a group come in the order of their constructors; fx shuffles them.",
			"A constructor or an option that is made by a function whose body was not read is unknown.",
			"Decorators of groups, and OnStart of a constructor whose hook takes a struct, are not followed.",
		},
		Packages: []string{fxPath},
		Containers: map[string]*Container{
			"fx": {
				Type: fxPath + ".App", In: digPath + ".In", Out: digPath + ".Out", Struct: fxPath + ".Annotated",
				Private: fxPath + ".privateOption", Hooks: fxPath + ".Lifecycle",
			},
		},
		Calls: merge(
			symbols(fxPath, []string{""}, merge(
				map[string]Call{
					"New":           {Op: OpInject, Inject: InjectNew, Kind: "fx", Parts: 1},
					"Provide":       {Op: OpInject, Inject: InjectProvide, Parts: 1},
					"Supply":        {Op: OpInject, Inject: InjectSupply, Parts: 1},
					"Replace":       {Op: OpInject, Inject: InjectReplace, Parts: 1},
					"Decorate":      {Op: OpInject, Inject: InjectDecorate, Parts: 1},
					"Invoke":        {Op: OpInject, Inject: InjectInvoke, Parts: 1},
					"Populate":      {Op: OpInject, Inject: InjectPopulate, Parts: 1},
					"Options":       {Op: OpInject, Inject: InjectBundle, Parts: 1},
					"Module":        {Op: OpInject, Inject: InjectModule, Parts: 2},
					"Annotate":      {Op: OpInject, Inject: InjectAnnotate, Func: 1, Parts: 2},
					"ParamTags":     {Op: OpInject, Inject: InjectNote, Set: "params", Parts: 1},
					"ResultTags":    {Op: OpInject, Inject: InjectNote, Set: "results", Parts: 1},
					"As":            {Op: OpInject, Inject: InjectNote, Set: "as", Parts: 1},
					"From":          {Op: OpInject, Inject: InjectNote, Set: "from", Parts: 1},
					"OnStart":       {Op: OpInject, Inject: InjectNote, Set: "start", Parts: 1},
					"StartHook":     {Op: OpInject, Inject: InjectHookOf, Func: 1},
					"StopHook":      {Op: OpInject, Inject: InjectHookOf},
					"StartStopHook": {Op: OpInject, Inject: InjectHookOf, Func: 1},
				},
				each(Call{Op: OpInject, Inject: InjectNothing}, "WithLogger", "StartTimeout", "StopTimeout", "ErrorHook", "Error",
					"RecoverFromPanics", "Logger"),
				each(Call{Op: OpInject, Inject: InjectNote}, "OnStop", "Self"),
			)),
			symbols(fxPath, []string{"*App"}, merge(
				each(Call{Op: OpInject, Inject: InjectStart, Container: Recv}, "Run", "Start"),
				nops("Stop", "Err", "Done", "Wait", "StartTimeout", "StopTimeout"),
			)),
			symbols(fxPath, []string{"Lifecycle"}, map[string]Call{
				"Append": {Op: OpInject, Inject: InjectHook, Container: Recv, Func: 1, Field: "OnStart"},
			}),
		),
	}
}

const fxPath = "go.uber.org/fx"
