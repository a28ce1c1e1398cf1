// Package analyzer defines the guardvet analyzers: they read a Go program's HTTP
// routes and report those that nobody guards.
//
// # Analyzer guardvet
//
// guardvet: execute route registration and classify what each middleware and handler does
//
// The analyzer executes the program's route registration abstractly, across
// packages, follows each route's chain of middleware, and finds out by their
// behaviour what a request must prove before the handler acts. It reports
// nothing itself; the rules (unguarded, ...) read its result.
//
// # How it works
//
// A package is lowered to a small registration program, which travels as a
// package fact ([golang.org/x/tools/go/analysis.Fact]); packages that do not see
// HTTP are left at once and have none. The package that serves an application,
// mostly main, evaluates the program it is the end of:
//
//	syntax + types ──► program ──► evaluate ──► table ──► rules ──► diagnostics, fixes
//	                      ▲            ▲          ▲
//	  facts of imports ───┘     frameworks     guard (what a step does to a request)
//
// Each of these is a package below internal/, and imports run one way. A command's table may be
// kept for the next run (package kept), which then executes nothing if the program is the same.
//
// [Analyzers] are the analyzers for drivers that take a list; [Together] is one that
// reports what all of them do (see packages nogo and gclplugin).
package analyzer
