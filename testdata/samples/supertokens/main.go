// Command supertokens serves the sample application for supertokens.
package main

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/supertokens/app"
)

func main() { http.ListenAndServe("localhost:8080", app.New("http://localhost:3567")) }
