// Package driver is the guardvet command: a vet tool, and a command that drives
// the go command with itself as the vet tool. So the standalone command has the
// go command's cache and parallelism, and the two cannot give different answers.
package driver

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/term"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/guardvet/guardvet/analyzer"
	"github.com/guardvet/guardvet/analyzer/internal/spelling"
)

// Exit codes of the command.
const (
	exitClean    = 0
	exitFindings = 1
	exitTrouble  = 2 // something could not be analysed, or the command line is wrong
)

// softLimit is the memory, in bytes, above which a vet tool process spends time to save more.
const softLimit = 5 << 28

// Main runs the command and returns its exit code. Findings and tables go to
// stdout, everything else to stderr.
func Main(args []string, stdout, stderr io.Writer) int {
	if isVetProtocol(args) {
		if args[0] == "-V=full" && identify(stdout) {
			return exitClean
		}
		turnOn(args)
		configure(args[len(args)-1], args)
		keepTables()
		debug.SetGCPercent(400)                 // a short life, in a process that holds little
		debug.SetMemoryLimit(softLimit)         // and if it does hold much, it collects more often
		unitchecker.Main(analyzer.Analyzers...) // does not return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	e := &env{ctx: ctx, stdout: stdout, stderr: stderr}
	name, args := split(args)
	if name == "" && len(args) > 0 {
		if near := nearCommand(args[0]); near != "" {
			return e.fail("unknown command %q; did you mean %q?", args[0], near)
		}
	}
	return commands[name](e, args)
}

// isVetProtocol reports whether the go command is calling: it asks for the
// version and the flags, and hands over one package at a time as a .cfg file.
func isVetProtocol(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == "-V=full" || args[0] == "-flags" || strings.HasSuffix(args[len(args)-1], ".cfg")
}

// turnOn sees to it that a rule which is off runs when a flag names it.
func turnOn(args []string) {
	for _, arg := range args {
		name, value, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if a := analyzer.ByName(name); a != nil && value != "false" && a.Flags.Lookup("on") != nil {
			a.Flags.Set("on", "true")
		}
	}
}

// An env is where a command writes, and when it ends.
type env struct {
	ctx            context.Context // ends when the user interrupts
	stdout, stderr io.Writer
}

// fail says one line and returns the exit code for trouble.
func (e *env) fail(format string, args ...any) int {
	fmt.Fprintf(e.stderr, "guardvet: "+format+"\n", args...)
	return exitTrouble
}

// note says one line that is no trouble.
func (e *env) note(format string, args ...any) {
	fmt.Fprintf(e.stderr, "guardvet: "+format+"\n", args...)
}

// terminal reports whether somebody looks at what is printed.
func (e *env) terminal() bool { return isTerminal(e.stdout) }

// color reports whether to colour: on a terminal, unless NO_COLOR (no-color.org) is set.
func (e *env) color() bool {
	return e.terminal() && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// isTerminal is a variable for the tests.
var isTerminal = func(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// commands are the command's verbs; "" is the check of packages.
var commands map[string]func(*env, []string) int

func init() { // help lists the commands
	commands = map[string]func(*env, []string) int{
		"": check, "routes": listRoutes, "explain": explain, "lock": lock, "diff": compare, "contract": compareContract,
		"help": help, "version": version,
	}
}

// split takes the verb off. Anything else that comes first is a flag or a
// package, but -C may come first, as with the go command.
func split(args []string) (name string, rest []string) {
	if len(args) == 0 {
		return "", nil
	}
	first, rest := args[0], args[1:]
	switch {
	case first == "-h" || first == "-help" || first == "--help":
		return "help", nil
	case first == "-C" && len(rest) > 1 && isVerb(rest[1]):
		return rest[1], append([]string{first, rest[0]}, rest[2:]...)
	case strings.HasPrefix(first, "-C=") && len(rest) > 0 && isVerb(rest[0]):
		return rest[0], append([]string{first}, rest[1:]...)
	case isVerb(first):
		return first, rest
	}
	return "", args
}

func isVerb(word string) bool { return word != "" && commands[word] != nil }

// nearCommand returns the command that a mistyped word most likely means. Words
// that name something to the go command are rarely that near.
func nearCommand(word string) string {
	if strings.ContainsAny(word, "./-\\") || word == "work" { // all packages of the workspace, to the go command
		return ""
	}
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(commands)), func(name string) bool { return name == "" })
	name, _ := spelling.Nearest(word, names, 2)
	return name
}
