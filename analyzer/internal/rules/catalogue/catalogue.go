// Package catalogue lists the rules.
package catalogue

import (
	"github.com/guardvet/guardvet/analyzer/internal/rules/bypass"
	"github.com/guardvet/guardvet/analyzer/internal/rules/continues"
	"github.com/guardvet/guardvet/analyzer/internal/rules/declared"
	"github.com/guardvet/guardvet/analyzer/internal/rules/failopen"
	"github.com/guardvet/guardvet/analyzer/internal/rules/latecheck"
	"github.com/guardvet/guardvet/analyzer/internal/rules/lateguard"
	"github.com/guardvet/guardvet/analyzer/internal/rules/publicreason"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/status401403"
	"github.com/guardvet/guardvet/analyzer/internal/rules/unguarded"
	"github.com/guardvet/guardvet/analyzer/internal/rules/weakguard"
)

// Rules are all rules, by name.
var Rules = []*rule.Rule{
	bypass.Rule, continues.Rule, declared.Rule, failopen.Rule, latecheck.Rule, lateguard.Rule, publicreason.Rule, status401403.Rule, unguarded.Rule, weakguard.Rule,
}
