// Command emptyvet is a vet tool that only exports an empty fact: what any vet tool with
// facts costs, which parses and type-checks every dependency.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

type fact struct{}

func (*fact) AFact() {}

func main() {
	unitchecker.Main(&analysis.Analyzer{
		Name: "empty", Doc: "export an empty fact", FactTypes: []analysis.Fact{new(fact)},
		Run: func(pass *analysis.Pass) (any, error) {
			pass.ExportPackageFact(new(fact))
			return nil, nil
		},
	})
}
