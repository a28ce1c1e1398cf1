// Package catalogue lists the rules.
package catalogue

import (
	"github.com/guardvet/guardvet/analyzer/internal/rules/bypass"
	"github.com/guardvet/guardvet/analyzer/internal/rules/challenge"
	"github.com/guardvet/guardvet/analyzer/internal/rules/continues"
	"github.com/guardvet/guardvet/analyzer/internal/rules/contract"
	"github.com/guardvet/guardvet/analyzer/internal/rules/failopen"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ignored"
	"github.com/guardvet/guardvet/analyzer/internal/rules/latecheck"
	"github.com/guardvet/guardvet/analyzer/internal/rules/lateguard"
	"github.com/guardvet/guardvet/analyzer/internal/rules/neverpasses"
	"github.com/guardvet/guardvet/analyzer/internal/rules/policy"
	"github.com/guardvet/guardvet/analyzer/internal/rules/publicreason"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/status401403"
	"github.com/guardvet/guardvet/analyzer/internal/rules/unguarded"
	"github.com/guardvet/guardvet/analyzer/internal/rules/weakguard"
)

// Rules are all rules, by name.
var Rules = []*rule.Rule{
	bypass.Rule, challenge.Rule, continues.Rule, contract.Rule, failopen.Rule, ignored.Rule, latecheck.Rule, lateguard.Rule,
	neverpasses.Rule, policy.Rule, publicreason.Rule, status401403.Rule, unguarded.Rule, weakguard.Rule,
}

// Names are the names of the rules.
func Names() []string {
	var out []string
	for _, r := range Rules {
		out = append(out, r.Name)
	}
	return out
}
