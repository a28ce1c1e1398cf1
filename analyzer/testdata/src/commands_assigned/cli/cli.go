// Package cli is a library of commands.
package cli

// An App is a program with commands.
type App struct {
	Name     string
	Action   func(*Context) error
	Commands []*Command
}

// A Command is one of them.
type Command struct {
	Name   string
	Action func(*Context) error
}

// A Context is what an action is called with.
type Context struct{ Name string }

// NewApp makes a program without commands.
func NewApp() *App { return &App{} }

// Run runs the command that args name.
func (a *App) Run(args []string) error {
	for _, c := range a.Commands {
		if len(args) > 1 && args[1] == c.Name {
			return c.Action(&Context{Name: c.Name})
		}
	}
	return a.Action(&Context{Name: a.Name})
}
