// The routes are those of a command that an initializer in another package makes;
// main only says go.
package main // want `^GET /prices: unguarded none$`

import "commands/cmd"

func main() { cmd.Execute() }
