// Command cleanly serves a program of its own; package app says what is to be said of it.
package main

import "github.com/guardvet/guardvet/testdata/samples/rulecases/app"

func main() { app.Cleanly() }
