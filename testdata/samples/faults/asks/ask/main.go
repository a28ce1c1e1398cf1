// Command ask sends the requests that it reads to the application, and prints the answers.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/guardvet/guardvet/testdata/samples/faults/app"
	"github.com/guardvet/guardvet/testdata/samples/faults/asks"
)

func main() {
	var list []asks.Ask
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		log.Fatal(err)
	}
	answers := []asks.Statuses{}
	h := app.New()
	for _, a := range list {
		answers = append(answers, asks.Of(h, a))
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}
