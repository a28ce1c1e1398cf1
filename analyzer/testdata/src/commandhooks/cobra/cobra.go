// Package cobra is a library of commands with hooks.
package cobra

// A Command may have others.
type Command struct {
	PersistentPreRun func(*Command, []string)
	Run              func(*Command, []string)
	sub              []*Command
}

var initializers []func()

// OnInitialize notes what runs before all commands.
func OnInitialize(f ...func()) { initializers = append(initializers, f...) }

// AddCommand adds commands.
func (c *Command) AddCommand(more ...*Command) { c.sub = append(c.sub, more...) }

// Execute runs the first command, behind the hook of this one.
func (c *Command) Execute(args []string) {
	for _, f := range initializers {
		f()
	}
	for _, s := range c.sub {
		if c.PersistentPreRun != nil {
			c.PersistentPreRun(c, args)
		}
		s.Run(s, args)
	}
}
