package frameworks

// github.com/samber/do/v2. A service is found by its type, or by its name, and made by its
// provider when somebody invokes it, once (service_lazy.go). A scope sees the services of
// the scopes above it, and has its own (scope.go). A package is a function that gives
// services to the injector that it is called with (di.go).
func do() *Framework {
	return &Framework{
		Name:     "do",
		Versions: "v2.0.0",
		Limits: []string{
			"A transient service is taken to be made once.",
			"InvokeStruct, InvokeAs and InvokeNamed by another type are not followed.",
		},
		Packages: []string{doPath},
		Containers: map[string]*Container{
			"do": {Type: doPath + ".RootScope", Self: []string{doPath + ".Injector"}, Keeps: true},
		},
		Calls: merge(
			symbols(doPath, []string{""}, map[string]Call{
				"New":         {Op: OpInject, Inject: InjectNew, Kind: "do", Parts: 1},
				"NewWithOpts": {Op: OpInject, Inject: InjectNew, Kind: "do", Parts: 2},
				"Package":     {Op: OpInject, Inject: InjectBundle, Parts: 1},
				"As":          {Op: OpInject, Inject: InjectAlias, Container: 1},
				"MustAs":      {Op: OpInject, Inject: InjectAlias, Container: 1},
				"Bind":        {Op: OpInject, Inject: InjectAlias},
			}),
			symbols(doPath, []string{""}, merge(
				each(Call{Op: OpInject, Inject: InjectProvide, Container: 1, Func: 2}, "Provide", "ProvideTransient"),
				each(Call{Op: OpInject, Inject: InjectProvide, Container: 1, Name: 2, Func: 3}, "ProvideNamed", "ProvideNamedTransient"),
				each(Call{Op: OpInject, Inject: InjectSupply, Container: 1, Func: 2}, "ProvideValue"),
				each(Call{Op: OpInject, Inject: InjectSupply, Container: 1, Name: 2, Func: 3}, "ProvideNamedValue"),
				each(Call{Op: OpInject, Inject: InjectDecorate, Container: 1, Func: 2}, "Override", "OverrideTransient"),
				each(Call{Op: OpInject, Inject: InjectReplace, Container: 1, Func: 2}, "OverrideValue"),
				each(Call{Op: OpInject, Inject: InjectReplace, Container: 1, Name: 2, Func: 3}, "OverrideNamedValue"),
				each(Call{Op: OpInject, Inject: InjectProvide, Func: 1}, "Lazy", "Transient"),
				each(Call{Op: OpInject, Inject: InjectProvide, Name: 1, Func: 2}, "LazyNamed", "TransientNamed"),
				each(Call{Op: OpInject, Inject: InjectSupply, Func: 1}, "Eager"),
				each(Call{Op: OpInject, Inject: InjectSupply, Name: 1, Func: 2}, "EagerNamed"),
				each(Call{Op: OpInject, Inject: InjectGet, Container: 1}, "Invoke", "MustInvoke"),
				each(Call{Op: OpInject, Inject: InjectGet, Container: 1, Name: 2}, "InvokeNamed", "MustInvokeNamed"),
			)),
			symbols(doPath, []string{"*RootScope", "*Scope", "Injector"}, merge(
				map[string]Call{"Scope": {Op: OpInject, Inject: InjectScope, Container: Recv, Parts: 2}},
				nops("Shutdown", "ShutdownWithContext", "ShutdownOnSignals", "ShutdownOnSignalsWithContext", "HealthCheck", "HealthCheckWithContext",
					"ListProvidedServices", "ListInvokedServices", "ID", "Name"),
			)),
		),
	}
}

const doPath = "github.com/samber/do/v2"
