// Command guardvet finds missing and inconsistent authorization in Go HTTP
// programs. See "guardvet help".
package main

import (
	"os"

	"github.com/guardvet/guardvet/analyzer/driver"
)

func main() { os.Exit(driver.Main(os.Args[1:], os.Stdout, os.Stderr)) }
