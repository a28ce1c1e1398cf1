package frameworks

// github.com/cloudwego/hertz. Its model is gin's (pkg/route/routergroup.go): one flat
// list, each goes on unless it aborts; a group copies its parent's list when it is
// made, a route its group's when it is registered; what serves unmatched requests is
// put together anew at each Use of the engine. A status that is set is sent when
// all have returned, so a handler after a redirect that did not abort replaces it.
func hertz() *Framework {
	return &Framework{
		Name:     "hertz",
		Versions: "v0.10.4",
		Limits:   []string{"A request that is hijacked is not followed."},
		Packages: []string{hertzPath + "/app", hertzPath + "/app/server", hertzPath + "/route"},
		Shapes: map[string]*Shape{
			"hertz": {Name: "hertz", Params: []Role{RoleNone, RoleContext}},
		},
		Routers: map[string]*Router{
			"hertz":        {Type: hertzPath + "/app/server.Hertz", Shape: "hertz", Bind: Snapshot, Inherit: InheritCopy, Join: JoinClean},
			"hertz engine": {Type: hertzPath + "/route.Engine", Shape: "hertz", Bind: Snapshot, Inherit: InheritCopy, Join: JoinClean},
			"hertz group":  {Type: hertzPath + "/route.RouterGroup", Shape: "hertz", Bind: Snapshot, Inherit: InheritCopy, Join: JoinClean},
		},
		Calls: merge(
			symbols(hertzPath+"/app/server", []string{""}, map[string]Call{
				"New":     {Op: OpNew, Kind: "hertz"},
				"Default": {Op: OpNew, Kind: "hertz", Steps: []string{hertzPath + "/app/middlewares/server/recovery.Recovery"}},
			}),
			symbols(hertzPath+"/route", []string{""}, map[string]Call{
				"NewEngine": {Op: OpNew, Kind: "hertz engine"},
			}),
			symbols(hertzPath+"/app/server", []string{"*Hertz"}, serves("Spin")),
			symbols(hertzPath+"/route", hertzRouters, verbs(Call{Op: OpRoute, Pattern: 1, Handlers: 2, Returns: ReturnsSelf}, map[string]string{
				"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD", "OPTIONS": "OPTIONS", "Any": "*",
			})),
			symbols(hertzPath+"/route", hertzRouters, verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2, Returns: ReturnsSelf}, map[string]string{
				"GETEX": "GET", "POSTEX": "POST", "PUTEX": "PUT", "DELETEEX": "DELETE", "HEADEX": "HEAD", "AnyEX": "*",
			})),
			symbols(hertzPath+"/route", hertzRouters, map[string]Call{
				"Handle":     {Op: OpRoute, Method: 1, Pattern: 2, Handlers: 3, Returns: ReturnsSelf},
				"HandleEX":   {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3, Returns: ReturnsSelf},
				"Use":        {Op: OpUse, Middleware: 1, Returns: ReturnsSelf},
				"Group":      {Op: OpGroup, Kind: "hertz group", Pattern: 1, Middleware: 2, Returns: ReturnsChild},
				"Static":     {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Suffix: "/*filepath", Static: "static", Returns: ReturnsSelf},
				"StaticFS":   {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Suffix: "/*filepath", Static: "static", Returns: ReturnsSelf},
				"StaticFile": {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Static: "static", Returns: ReturnsSelf},
				"BasePath":   {Op: OpNop},
			}),
			symbols(hertzPath+"/route", []string{"*Engine"}, merge(
				map[string]Call{
					"NoRoute":  {Op: OpFallback, Handlers: 1, Late: true},
					"NoMethod": {Op: OpNop},
				},
				nops("Routes", "GetOptions", "Shutdown", "Close", "PrintRoute", "SetHTMLTemplate", "SetFuncMap", "LoadHTMLGlob", "LoadHTMLFiles", "AddProtocol"),
				serves("Run"),
			)),
		),
		Effects: hertzEffects(),
	}
}

const hertzPath = "github.com/cloudwego/hertz/pkg"

var hertzRouters = []string{"*RouterGroup", "*Engine", "IRouter", "IRoutes"}

func hertzEffects() map[string]Effect {
	return merge(
		symbols(hertzPath+"/app", []string{"*RequestContext"}, merge(
			map[string]Effect{
				"Next":                {Next: true},
				"Abort":               {Abort: true},
				"AbortWithStatus":     {Abort: true, Status: 1, Refuses: true, Opens: true},
				"AbortWithMsg":        {Abort: true, Status: 2, Refuses: true},
				"AbortWithStatusJSON": {Abort: true, Status: 1, Refuses: true},
				"AbortWithError":      {Abort: true, Status: 1, Refuses: true, Opens: true},
				"NotFound":            {StatusIs: 404},
				"Status":              {Status: 1, Sets: true},
				"SetStatusCode":       {Status: 1, Sets: true},
				"Redirect":            {Status: 1},
				"GetHeader":           {Source: SourceHeader, Key: 1},
				"Cookie":              {Source: SourceCookie, Key: 1},
				"Get":                 {Source: SourceContext, Key: 1, Anonymous: []string{"nil", "false"}},
				"MustGet":             {Source: SourceContext, Key: 1},
				"Value":               {Source: SourceContext, Key: 1},
				"GetString":           {Source: SourceContext, Key: 1, Anonymous: []string{"zero"}},
				"GetBool":             {Source: SourceContext, Key: 1, Anonymous: []string{"zero"}},
				"Set":                 {Key: 1, Stores: 2},
				"Param":               {Source: SourceParam, Key: 1},
				"Query":               {Source: SourceQuery, Key: 1},
				"DefaultQuery":        {Source: SourceQuery, Key: 1},
				"GetQuery":            {Source: SourceQuery, Key: 1, Anonymous: []string{"zero", "false"}},
				"QueryArgs":           {Source: SourceQuery},
				"PostForm":            {Source: SourceQuery, Key: 1},
				"DefaultPostForm":     {Source: SourceQuery, Key: 1},
				"GetPostForm":         {Source: SourceQuery, Key: 1, Anonymous: []string{"zero", "false"}},
				"FormValue":           {Source: SourceQuery, Key: 1},
				"PostArgs":            {Source: SourceBody},
				"FullPath":            {Source: SourceRoute},
				"Path":                {Source: SourcePath},
				"URI":                 {Source: SourcePath},
				"Method":              {Source: SourceMethod},
				"Host":                {Source: SourceHost},
				"ClientIP":            {Source: SourceAddress},
				"RemoteAddr":          {Source: SourceAddress},
				"UserAgent":           {Source: SourceContent},
				"ContentType":         {Source: SourceContent},
				"GetRequest":          {Role: RoleRequest},
				"GetResponse":         {Role: RoleWriter},
				"Copy":                {Role: RoleContext},
				"Error":               {Leaves: 1},
				"IsAborted":           {Aborted: true},
			},
			map[string]Effect{"JSON": {Status: 1, Aborting: "AbortWithStatusJSON"}},
			each(Effect{Status: 1}, "PureJSON", "IndentedJSON", "XML", "ProtoBuf", "String", "HTML", "Data", "Render"),
			each(Effect{Writes: true}, "File", "FileFromFS", "FileAttachment", "Write", "WriteString", "SetBodyString", "SetBodyStream"),
			each(Effect{Source: SourceMethod}, "IsGet", "IsHead", "IsPost"),
			each(Effect{Source: SourceBody}, "Bind", "BindAndValidate", "Validate", "BindQuery", "BindHeader", "BindPath", "BindForm", "BindJSON", "BindProtobuf",
				"BindByContentType", "Body", "GetRawData", "FormFile", "MultipartForm", "RequestBodyStream"),
			each(Effect{Spares: true}, "Header", "SetCookie", "SetPartitionedCookie", "SetContentType", "SetContentTypeBytes", "SetConnectionClose", "Handlers",
				"HandlerName", "SaveUploadedFile", "SetFullPath", "Finished"),
		)),
		symbols(hertzPath+"/protocol", []string{"*RequestHeader"}, map[string]Effect{
			"Get":           {Source: SourceHeader, Key: 1},
			"Peek":          {Source: SourceHeader, Key: 1},
			"Cookie":        {Source: SourceCookie, Key: 1},
			"Method":        {Source: SourceMethod},
			"Host":          {Source: SourceHost},
			"UserAgent":     {Source: SourceContent},
			"ContentType":   {Source: SourceContent},
			"ContentLength": {Source: SourceContent},
		}),
		symbols(hertzPath+"/common/adaptor", []string{""}, map[string]Effect{
			"GetCompatRequest": {Role: RoleRequest, Anonymous: []string{"", "nil"}},
		}),
		symbols(hertzPath+"/common/ut", []string{""}, map[string]Effect{
			"PerformRequest": {Handler: 1},
		}),
	)
}
