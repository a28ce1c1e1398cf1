// What a command does depends on settings that a hook reads before it runs.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"commandhooks/cobra"
)

type settings struct {
	Server struct {
		Debug   bool
		Swagger int
	}
}

var (
	root     = &cobra.Command{PersistentPreRun: prepare}
	server   = &cobra.Command{Run: serve}
	config   settings
	profiled bool
	fixed    = "GET "
)

func init() {
	cobra.OnInitialize(profile)
	root.AddCommand(server)
}

func main() { root.Execute(os.Args[1:]) }

// prepare reads the settings.
func prepare(_ *cobra.Command, _ []string) { read(&config) }

func read(s *settings) {
	text, _ := os.ReadFile("settings.json")
	json.Unmarshal(text, s)
}

// profile is run before every command.
func profile() { profiled = true }

func serve(_ *cobra.Command, _ []string) {
	http.HandleFunc(fixed+"/prices", say) // want `^GET /prices: unguarded none$`
	if config.Server.Debug {
		http.HandleFunc("GET /orders", say) // want `^GET /orders: unguarded none if config.Server.Debug$`
	}
	if config.Server.Swagger == 1 {
		http.HandleFunc("GET /extra", say) // want `^GET /extra: unguarded none if config.Server.Swagger == 1$`
	}
	if profiled {
		http.HandleFunc("GET /profile", say) // want `^GET /profile: unguarded none if profiled$`
	}
	http.ListenAndServe("", nil)
}

func say(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
