// Package nogo holds guardvet as one analyzer, for drivers that know an analyzer by the
// path of its package, as Bazel's nogo does (rules_go, go/nogo.rst). It needs neither
// flags nor go/packages; docs/ci.md shows the configuration.
package nogo

import "github.com/guardvet/guardvet/analyzer"

// Analyzer reports what all rules find.
var Analyzer = analyzer.Together()
