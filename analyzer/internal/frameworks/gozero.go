package frameworks

// github.com/zeromicro/go-zero/rest. Routes are structs, given to the server one by
// one or in lists, with options for the whole list: a prefix, and what verifies
// tokens (server.go; engine.go, bindRoute). Middleware given to Use is applied when
// the server starts, to every route, whenever it was given, and to nothing that no
// route matches. WithMiddlewares returns routes that are wrapped; by itself it does
// nothing. A request passes the tokens' verifier, then Use's middleware, then that of the
// route. An error is answered 400 (httpx/responses.go, doHandleError).
func goZero() *Framework {
	return &Framework{
		Name:     "go-zero",
		Versions: "v1.10.3",
		Limits: []string{
			"The verifier of tokens is listed after the middleware of Use, which it precedes.",
			"The statuses that SetErrorHandler chooses are not followed, nor those of gRPC errors: httpx.Error and ErrorCtx answer 400.",
			"WithSignature, WithFileServer, WithCors, WithChain and WithRouter are not followed.",
		},
		Packages: []string{goZeroPath, goZeroPath + "/httpx"},
		Routers: map[string]*Router{
			"go-zero": {Type: goZeroPath + ".Server", Shape: "http", Bind: Live, Join: JoinConcat},
		},
		Calls: merge(
			symbols(goZeroPath, []string{""}, merge(
				map[string]Call{
					"MustNewServer":     {Op: OpNew, Kind: "go-zero"},
					"NewServer":         {Op: OpNew, Kind: "go-zero"},
					"NewServerless":     {Op: OpWrap, Handler: 1, Shape: "http"},
					"WithJwt":           {Op: OpOption, Make: goZeroPath + "/handler.Authorize"},
					"WithJwtTransition": {Op: OpOption, Make: goZeroPath + "/handler.Authorize"},
					"WithPrefix":        {Op: OpOption, Pattern: 1},
				},
				each(Call{Op: OpOption}, "WithTimeout", "WithMaxBytes", "WithPriority", "WithSSE", "WithSignature"),
			)),
			symbols(goZeroPath, []string{"*Server"}, merge(
				map[string]Call{
					"AddRoute": {
						Op: OpRoute, Record: 1, Fields: []string{"Method", "Path", "Handler"}, Method: 1, Pattern: 2, Handler: 3, Options: 4,
					},
					"AddRoutes": {
						Op: OpRoute, Records: 1, Fields: []string{"Method", "Path", "Handler"}, Method: 1, Pattern: 2, Handler: 3, Options: 4,
					},
					"Use": {Op: OpUse, Middleware: 1},
				},
				nops("PrintRoutes", "Routes", "Stop"),
				serves("Start", "StartWithOpts"),
			)),
		),
		Effects: merge(
			symbols(goZeroPath, []string{"*Serverless"}, map[string]Effect{"Serve": {Handler: Recv}}),
			symbols(goZeroPath+"/httpx", []string{""}, merge(
				each(Effect{StatusIs: 400, Refuses: true}, "Error", "ErrorCtx"),
				each(Effect{Source: SourceBody, Tagged: 2}, "Parse", "ParseForm", "ParseHeaders", "ParseJsonBody", "ParsePath"),
			)),
		),
	}
}

const goZeroPath = "github.com/zeromicro/go-zero/rest"
