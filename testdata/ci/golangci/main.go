// Command golangci is golangci-lint with the plugin, made without "golangci-lint custom"
// and its clone of a repository: ten lines and a go.mod.
package main

import (
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/guardvet/guardvet/analyzer/gclplugin"
)

func main() {
	if err := commands.Execute(commands.BuildInfo{GoVersion: "go", Version: "2.15.0"}); err != nil {
		os.Exit(exitcodes.Failure)
	}
}
