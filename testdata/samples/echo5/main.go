// Command echo5 serves the sample application for echo v5: a club's booking of
// courts.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"

	"github.com/labstack/echo/v5"

	"github.com/guardvet/guardvet/testdata/samples/echo5/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	club := app.New(app.Defaults()...)
	server := echo.StartConfig{Address: "localhost:8080", HideBanner: true}
	if err := server.Start(ctx, club.Echo); err != nil {
		log.Print(err)
	}
}
