// Package random holds guardvet against frameworks by programs made at random.
//
// A program registers routes in the ways that Go programs do: in groups and
// mounts, through helpers, closures, methods, loops over tables; with middleware
// of every behaviour. It is written as Go source, built, served and asked; every
// middleware and handler leaves a mark, so that the chain that really ran is
// known. guardvet reads the same source and must say the same: the routes, the
// order of the chain, verdict, level and status of the denial.
//
// Programs are data (see [Program]); [Framework] says how one framework spells
// them. What decides is always the server: nothing here knows what a late Use
// does.
package random
