// Package catalogue lists the rules.
package catalogue

import (
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/unguarded"
)

// Rules are all rules, by name.
var Rules = []*rule.Rule{unguarded.Rule}
