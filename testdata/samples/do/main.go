// Command do serves the sample application that samber/do puts together, if its
// command line says so.
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"

	"github.com/google/subcommands"
	"github.com/samber/do/v2"

	"github.com/guardvet/guardvet/testdata/samples/do/app"
)

func main() {
	subcommands.Register(subcommands.HelpCommand(), "")
	subcommands.Register(&serve{}, "")
	flag.Parse()
	os.Exit(int(subcommands.Execute(context.Background())))
}

// serve is the command that serves.
type serve struct{ addr string }

func (*serve) Name() string               { return "serve" }
func (*serve) Synopsis() string           { return "serve the shop" }
func (*serve) Usage() string              { return "serve [-addr address]\n" }
func (s *serve) SetFlags(f *flag.FlagSet) { f.StringVar(&s.addr, "addr", "localhost:8080", "") }

func (s *serve) Execute(context.Context, *flag.FlagSet, ...any) subcommands.ExitStatus {
	i := app.Injector()
	srv := &http.Server{Addr: s.addr, Handler: do.MustInvoke[http.Handler](i)}
	log.Print(srv.ListenAndServe())
	return subcommands.ExitFailure
}
