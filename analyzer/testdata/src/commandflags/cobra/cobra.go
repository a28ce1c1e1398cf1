// Package cobra is a library of commands with flags.
package cobra

import "flag"

// A Command may have others.
type Command struct {
	Run   func(*Command, []string)
	flags flag.FlagSet
	sub   []*Command
}

// Flags are the command's flags.
func (c *Command) Flags() *flag.FlagSet { return &c.flags }

// AddCommand adds commands.
func (c *Command) AddCommand(more ...*Command) { c.sub = append(c.sub, more...) }

// Execute runs the first command.
func (c *Command) Execute(args []string) {
	for _, s := range c.sub {
		s.flags.Parse(args)
		s.Run(s, args)
	}
}
