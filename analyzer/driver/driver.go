// Package driver is the guardvet command: a vet tool, and a command that drives
// the go command with itself as the vet tool. So the standalone command has the
// go command's cache and parallelism, and the two cannot give different answers.
package driver

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/guardvet/guardvet/analyzer"
)

// Exit codes of the command.
const (
	exitClean    = 0
	exitFindings = 1
	exitTrouble  = 2 // something could not be analysed, or the command line is wrong
)

// Main runs the command and returns its exit code. Findings and tables go to
// stdout, everything else to stderr.
func Main(args []string, stdout, stderr io.Writer) int {
	if isVetProtocol(args) {
		unitchecker.Main(analyzer.Analyzers...) // does not return
	}
	cmd, args := command(args)
	run := commands[cmd]
	if run == nil {
		fmt.Fprintf(stderr, "guardvet: unknown command %q; run 'guardvet help'\n", cmd)
		return exitTrouble
	}
	return run(&env{stdout: stdout, stderr: stderr}, args)
}

// isVetProtocol reports whether the go command is calling: it asks for the
// version and the flags, and hands over one package at a time as a .cfg file.
func isVetProtocol(args []string) bool {
	for _, a := range args {
		if a == "-V=full" || a == "-flags" || strings.HasSuffix(a, ".cfg") {
			return true
		}
	}
	return false
}

// An env is where a command reads and writes.
type env struct {
	stdout, stderr io.Writer
}

// commands are the command's verbs; "" is the check of packages.
var commands map[string]func(*env, []string) int

func init() {
	commands = map[string]func(*env, []string) int{
		"": check, "routes": listRoutes, "explain": explain, "help": help, "version": version,
	}
}

// command splits the verb off. Anything else first is a flag or a package.
func command(args []string) (string, []string) {
	if len(args) == 0 {
		return "", nil
	}
	switch args[0] {
	case "routes", "explain", "help", "version":
		return args[0], args[1:]
	case "-h", "-help", "--help":
		return "help", nil
	}
	return "", args
}
