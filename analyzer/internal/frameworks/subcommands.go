package frameworks

// github.com/google/subcommands. Register takes a command, whose Execute is called if the
// command line names it (subcommands.go, Commander.Execute).
func subcommands() *Framework {
	return &Framework{
		Name:     "subcommands",
		Versions: "v1.2.0",
		Packages: []string{subcommandsPath},
		Calls: symbols(subcommandsPath, []string{"", "*Commander"}, map[string]Call{
			"Register": {Op: OpRun, Func: 1, Set: "Execute"},
		}),
	}
}

const subcommandsPath = "github.com/google/subcommands"
