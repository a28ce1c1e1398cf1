package frameworks

// github.com/valyala/fasthttp, with github.com/fasthttp/router and session. There is no
// middleware: guards are wrapped around handlers, or around the router's Handler
// method, which is what is served. A status is sent when the handler has returned; the
// one that was set last counts. A group is a prefix. Of the fields of the router
// that hold handlers, NotFound serves what no route matches. The values of a pattern's
// parameters are user values, as is what middleware leaves there (router.go, Handler).
func fasthttp() *Framework {
	return &Framework{
		Name:     "fasthttp",
		Versions: "fasthttp v1.78.0, router v1.5.4, session v2.4.16",
		Limits:   []string{"Of what the methods of a fasthttp.Request read, its header, URI, host and body are told apart."},
		Packages: []string{fasthttpPath, fastRouterPath, fastSessionPath},
		Shapes: map[string]*Shape{
			"fasthttp": {Name: "fasthttp", Params: []Role{RoleContext}, Method: "Handler", Wrap: true},
		},
		Routers: map[string]*Router{
			"fasthttp router": {
				Type: fastRouterPath + ".Router", Shape: "fasthttp", Bind: Live, Join: JoinConcat, KeepsNames: true,
				Fallbacks: map[string]string{"NotFound": "not found"},
			},
			"fasthttp group": {Type: fastRouterPath + ".Group", Shape: "fasthttp", Bind: Live, Join: JoinConcat, KeepsNames: true},
		},
		Calls: merge(
			symbols(fastRouterPath, []string{""}, map[string]Call{
				"New": {Op: OpNew, Kind: "fasthttp router"},
			}),
			symbols(fastRouterPath, []string{"*Router", "*Group"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, merge(upperVerbs, map[string]string{"ANY": "*", "CONNECT": "CONNECT", "TRACE": "TRACE"})),
				map[string]Call{
					"Handle":           {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
					"Group":            {Op: OpGroup, Kind: "fasthttp group", Pattern: 1, Returns: ReturnsChild},
					"ServeFiles":       {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Static: "static"},
					"ServeFS":          {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Static: "static"},
					"ServeFilesCustom": {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Static: "static"},
				},
			)),
			symbols(fastRouterPath, []string{"*Router"}, nops("List", "Lookup", "Mutable")),
			symbols(fasthttpPath, []string{""}, map[string]Call{
				"ListenAndServe":         {Op: OpServe, Handler: 2, Shape: "fasthttp"},
				"ListenAndServeUNIX":     {Op: OpServe, Handler: 3, Shape: "fasthttp"},
				"ListenAndServeTLS":      {Op: OpServe, Handler: 4, Shape: "fasthttp"},
				"ListenAndServeTLSEmbed": {Op: OpServe, Handler: 4, Shape: "fasthttp"},
				"Serve":                  {Op: OpServe, Handler: 2, Shape: "fasthttp"},
				"ServeTLS":               {Op: OpServe, Handler: 4, Shape: "fasthttp"},
			}),
			symbols(fasthttpPath, []string{"*Server"}, each(Call{Op: OpServe, Handler: Recv, Field: "Handler", Shape: "fasthttp"},
				"ListenAndServe", "ListenAndServeUNIX", "ListenAndServeTLS", "ListenAndServeTLSEmbed", "Serve", "ServeTLS", "ServeTLSEmbed")),
		),
		Roles:   map[string]Role{fasthttpPath + ".RequestCtx": RoleContext},
		Effects: merge(fasthttpEffects(), fasthttpSessions()),
	}
}

const (
	fasthttpPath   = "github.com/valyala/fasthttp"
	fastRouterPath = "github.com/fasthttp/router"
)

func fasthttpEffects() map[string]Effect {
	return merge(
		symbols(fasthttpPath, []string{"*RequestCtx"}, merge(
			map[string]Effect{
				"SetStatusCode":        {Status: 1, Sets: true},
				"Error":                {Status: 2, Refuses: true},
				"TimeoutErrorWithCode": {Status: 2},
				"Redirect":             {Status: 2},
				"RedirectBytes":        {Status: 2},
				"NotFound":             {StatusIs: 404},
				"NotModified":          {StatusIs: 304},
				"UserValue":            {Source: SourceContext, Key: 1},
				"UserValueBytes":       {Source: SourceContext, Key: 1},
				"Value":                {Source: SourceContext, Key: 1},
				"SetUserValue":         {Key: 1, Stores: 2},
				"SetUserValueBytes":    {Key: 1, Stores: 2},
				"QueryArgs":            {Source: SourceQuery},
				"FormValue":            {Source: SourceQuery, Key: 1},
				"Path":                 {Source: SourcePath},
				"URI":                  {Source: SourceURL},
				"RequestURI":           {Source: SourceURI},
				"Method":               {Source: SourceMethod},
				"Host":                 {Source: SourceHost},
				"Referer":              {Source: SourceOrigin},
				"UserAgent":            {Source: SourceContent},
				"TLSConnectionState":   {Source: SourceTLS},
			},
			each(Effect{Writes: true}, "SetBody", "SetBodyString", "SetBodyStream", "SetBodyStreamWriter", "SendFile", "SendFileBytes", "Write", "WriteString", "Success", "SuccessString"),
			each(Effect{Source: SourceMethod}, "IsGet", "IsPost", "IsPut", "IsDelete", "IsConnect", "IsOptions", "IsTrace", "IsPatch", "IsHead"),
			each(Effect{Source: SourceAddress}, "RemoteAddr", "RemoteIP"),
			each(Effect{Source: SourceBody}, "PostBody", "PostArgs", "FormFile", "MultipartForm"),
			each(Effect{Spares: true}, "SetContentType", "SetContentTypeBytes", "SetConnectionClose", "Logger", "Time", "ID", "ConnID", "ResetBody", "IsTLS", "LocalAddr", "LocalIP"),
		)),
		symbols(fasthttpPath, []string{"*URI"}, map[string]Effect{
			"Path":            {Source: SourcePath},
			"PathOriginal":    {Source: SourceRouting},
			"LastPathSegment": {Source: SourceRouting},
			"FullURI":         {Source: SourceURI},
			"RequestURI":      {Source: SourceURI},
			"String":          {Source: SourceURI},
			"QueryString":     {Source: SourceQuery},
			"QueryArgs":       {Source: SourceQuery},
			"Host":            {Source: SourceHost},
			"Scheme":          {Source: SourceHost},
		}),
		symbols(fasthttpPath, []string{"*Request"}, merge(
			map[string]Effect{
				"URI":        {Source: SourceURL},
				"RequestURI": {Source: SourceURI},
				"Host":       {Source: SourceHost},
			},
			each(Effect{Source: SourceBody}, "Body", "PostArgs", "MultipartForm"),
		)),
		symbols(fasthttpPath, []string{"*RequestHeader"}, map[string]Effect{
			"Peek":        {Source: SourceHeader, Key: 1},
			"PeekBytes":   {Source: SourceHeader, Key: 1},
			"Cookie":      {Source: SourceCookie, Key: 1},
			"CookieBytes": {Source: SourceCookie, Key: 1},
			"Method":      {Source: SourceMethod},
			"Host":        {Source: SourceHost},
			"UserAgent":   {Source: SourceContent},
			"ContentType": {Source: SourceContent},
		}),
		symbols(fastRouterPath, []string{"*Router"}, map[string]Effect{"Handler": {Handler: Recv}}),
		symbols(fasthttpPath+"/fasthttpadaptor", []string{""}, map[string]Effect{
			"ConvertRequest": {Spares: true},
		}),
	)
}
