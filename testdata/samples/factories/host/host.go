// Package host runs the commands of a program: each is made when it is asked for.
package host

import "os"

// A Command is what can be run.
type Command interface {
	Help() string
	Run(args []string) int
}

// A Factory makes a command.
type Factory func() (Command, error)

// A CLI knows the commands.
type CLI struct {
	Args     []string
	Commands map[string]Factory
}

// Run makes the command that is named first, and runs it.
func (c *CLI) Run() int {
	if len(c.Args) == 0 || c.Commands[c.Args[0]] == nil {
		return 127
	}
	command, err := c.Commands[c.Args[0]]()
	if err != nil {
		os.Stderr.WriteString(err.Error())
		return 1
	}
	return command.Run(c.Args[1:])
}
