// Package catalogue lists the rules.
package catalogue

import (
	"github.com/guardvet/guardvet/analyzer/internal/rules/continues"
	"github.com/guardvet/guardvet/analyzer/internal/rules/failopen"
	"github.com/guardvet/guardvet/analyzer/internal/rules/latecheck"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/status401403"
	"github.com/guardvet/guardvet/analyzer/internal/rules/unguarded"
)

// Rules are all rules, by name.
var Rules = []*rule.Rule{continues.Rule, failopen.Rule, latecheck.Rule, status401403.Rule, unguarded.Rule}
