// Package cobra is a library of commands.
package cobra

// A Command may have others.
type Command struct {
	Use string
	Run func(*Command, []string)
	sub []*Command
}

// AddCommand adds commands.
func (c *Command) AddCommand(more ...*Command) { c.sub = append(c.sub, more...) }

// Execute runs the command that args name.
func (c *Command) Execute(args []string) {
	for _, s := range c.sub {
		if len(args) > 0 && args[0] == s.Use {
			s.Run(s, args[1:])
		}
	}
}
