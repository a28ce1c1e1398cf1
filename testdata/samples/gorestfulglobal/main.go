// Command gorestfulglobal serves web services of the default container of go-restful,
// which is at home on the default mux of net/http.
package main

import (
	"log"
	"net/http"

	"github.com/emicklei/go-restful/v3"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

func main() {
	register()
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func register() {
	restful.Filter(require)
	ws := new(restful.WebService).Path("/orders")
	ws.Route(ws.GET("/{id}").To(act))
	restful.Add(ws)
	restful.DefaultContainer.HandleWithFilter("/report", http.HandlerFunc(auth.Done))
	restful.DefaultContainer.Handle("/stats", http.HandlerFunc(auth.Done)) // planted fault
	http.HandleFunc("/debug", auth.Done)                                   // planted fault: beside the container
}

func require(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	if !auth.Check(resp, req.Request, "admin") {
		return
	}
	chain.ProcessFilter(req, resp)
}

func act(req *restful.Request, resp *restful.Response) { auth.Done(resp, req.Request) }
