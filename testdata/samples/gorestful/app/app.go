// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/emicklei/go-restful/v3"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() *restful.Container {
	c := restful.NewContainer()
	c.Router(restful.CurlyRouter{})
	c.Add(products{store: map[string]string{}}.service())
	c.Filter(frame) // for services that were added before, too
	c.Add(admin())
	c.Add(drafts())
	c.Add(plain())
	c.Handle("/metrics", http.HandlerFunc(auth.Done)) // planted fault: no filter is for what is registered so
	return c
}

// frame refuses nobody.
func frame(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	resp.AddHeader("X-Frame-Options", "DENY")
	if u, err := auth.Authenticate(req.Request); err == nil {
		req.SetAttribute("user", u)
	}
	chain.ProcessFilter(req, resp)
}

type products struct{ store map[string]string }

func (p products) service() *restful.WebService {
	ws := new(restful.WebService)
	ws.Path("/products").Doc("what there is").
		Consumes(restful.MIME_JSON, "*/*").
		Produces(restful.MIME_JSON)
	ws.Route(ws.GET("/").To(p.list).Doc("list"))
	ws.Route(ws.GET("/{id}").To(p.list).
		Param(ws.PathParameter("id", "its number").DataType("integer")).
		Returns(http.StatusOK, "OK", ""))
	ws.Route(ws.POST("").To(p.list).Filter(require))
	ws.Route(ws.PUT("/{id}").To(p.own).Do(documented))
	ws.Route(ws.DELETE("/{id}").To(p.list).Do(documented, protected))
	ws.Route(ws.Method("PATCH").Path("/{id}").To(p.list).Filter(forgets)) // planted fault
	b := ws.GET("/{id}/price").To(p.list)
	ws.Route(b)
	b.Filter(require) // planted fault: the route is made
	return ws
}

func (p products) list(_ *restful.Request, resp *restful.Response) { done(resp) }

// own asks for itself.
func (p products) own(req *restful.Request, resp *restful.Response) {
	if current(req) == nil {
		resp.WriteHeader(http.StatusUnauthorized)
		return
	}
	done(resp)
}

func documented(b *restful.RouteBuilder) { b.Returns(http.StatusOK, "OK", nil).Writes("") }

func protected(b *restful.RouteBuilder) { b.Filter(require) }

func admin() *restful.WebService {
	ws := &restful.WebService{}
	ws.Path("/admin").Consumes("*/*").Produces(restful.MIME_JSON)
	ws.Route(ws.GET("/users").To(act))
	ws.Filter(role("admin")) // for all routes of the service
	ws.Route(ws.DELETE("/users/{id}").To(act).Filter(require))
	return ws
}

// drafts is protected by middleware of net/http.
func drafts() *restful.WebService {
	ws := new(restful.WebService).Path("/drafts").Filter(restful.HttpMiddlewareHandlerToFilter(auth.Require))
	return ws.Route(ws.GET("/{rest:*}").To(act)).Route(ws.HEAD("/count").To(act))
}

func plain() *restful.WebService {
	ws := new(restful.WebService)
	ws.Route(ws.GET("/healthz").To(act))
	ws.Route(ws.GET("/me").To(act).Filter(require))
	ws.GET("/never").To(act) // no route
	return ws
}

func current(req *restful.Request) *auth.User {
	u, _ := req.Attribute("user").(*auth.User)
	return u
}

func require(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	if current(req) == nil {
		resp.WriteErrorString(http.StatusUnauthorized, "log in first")
		return
	}
	chain.ProcessFilter(req, resp)
}

func role(name string) restful.FilterFunction {
	return func(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
		u := current(req)
		if u == nil {
			_ = resp.WriteError(http.StatusUnauthorized, auth.ErrNobody)
			return
		}
		if !u.Has(name) {
			_ = resp.WriteHeaderAndEntity(http.StatusForbidden, restful.NewError(1, "not for you"))
			return
		}
		chain.ProcessFilter(req, resp)
	}
}

func forgets(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	if current(req) == nil {
		resp.WriteErrorString(http.StatusUnauthorized, "log in first")
	}
	chain.ProcessFilter(req, resp)
}

func act(_ *restful.Request, resp *restful.Response) { done(resp) }

func done(resp *restful.Response) {
	resp.AddHeader("X-Acted", "yes")
	_ = resp.WriteEntity("done")
}
