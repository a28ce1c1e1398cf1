package frameworks

// What gin.Context's methods do. Only the Abort family stops the chain; writing
// does not.
func ginEffects() map[string]Effect {
	return merge(
		ginContext(),
		symbols(ginPath, []string{"*Engine"}, map[string]Effect{
			"HandleContext": {Reroutes: true},
			"ServeHTTP":     {Handler: Recv},
		}),
		symbols(ginPath, []string{"errorMsgs"}, map[string]Effect{
			"Last":   {Source: SourceLeft},
			"ByType": {Source: SourceLeft},
		}),
		symbols(ginPath, []string{"ResponseWriter"}, map[string]Effect{"Written": {Written: true}}),
	)
}

func ginContext() map[string]Effect {
	return symbols(ginPath, []string{"*Context"}, merge(
		map[string]Effect{
			"Next":                    {Next: true},
			"Abort":                   {Abort: true},
			"Done":                    {Spares: true},
			"Err":                     {Spares: true},
			"Deadline":                {Spares: true},
			"SaveUploadedFile":        {Spares: true},
			"SetCookieData":           {Spares: true},
			"GetQueryArray":           {Source: SourceQuery, Key: 1},
			"GetPostFormArray":        {Source: SourceQuery, Key: 1},
			"PostFormArray":           {Source: SourceQuery, Key: 1},
			"PostFormMap":             {Source: SourceQuery, Key: 1},
			"GetDuration":             {Source: SourceContext, Key: 1, Anonymous: []string{""}},
			"GetTime":                 {Source: SourceContext, Key: 1, Anonymous: []string{""}},
			"GetFloat64":              {Source: SourceContext, Key: 1, Anonymous: []string{""}},
			"GetStringMapString":      {Source: SourceContext, Key: 1},
			"AbortWithStatus":         {Abort: true, Status: 1, Refuses: true, Opens: true},
			"AbortWithStatusJSON":     {Abort: true, Status: 1, Refuses: true},
			"AbortWithStatusPureJSON": {Abort: true, Status: 1, Refuses: true},
			"AbortWithError":          {Abort: true, Status: 1, Refuses: true, Opens: true},
			"Status":                  {Status: 1, Sets: true, Aborting: "AbortWithStatus"},
			"Redirect":                {Status: 1},
			"GetHeader":               {Source: SourceHeader, Key: 1},
			"Cookie":                  {Source: SourceCookie, Key: 1, Anonymous: []string{"zero", "error"}},
			"Get":                     {Source: SourceContext, Key: 1, Anonymous: []string{"nil", "false"}},
			"MustGet":                 {Source: SourceContext, Key: 1},
			"Value":                   {Source: SourceContext, Key: 1},
			"GetString":               {Source: SourceContext, Key: 1, Anonymous: []string{"zero"}},
			"GetInt":                  {Source: SourceContext, Key: 1, Anonymous: []string{""}},
			"GetInt64":                {Source: SourceContext, Key: 1, Anonymous: []string{""}},
			"GetUint":                 {Source: SourceContext, Key: 1, Anonymous: []string{""}},
			"GetUint64":               {Source: SourceContext, Key: 1, Anonymous: []string{""}},
			"GetBool":                 {Source: SourceContext, Key: 1, Anonymous: []string{"zero"}},
			"GetStringSlice":          {Source: SourceContext, Key: 1},
			"GetStringMap":            {Source: SourceContext, Key: 1},
			"Set":                     {Key: 1, Stores: 2},
			"Header":                  {Spares: true},
			"SetCookie":               {Spares: true},
			"SetSameSite":             {Spares: true},
			"Error":                   {Leaves: 1},
			"IsAborted":               {Aborted: true},
			"Param":                   {Source: SourceParam, Key: 1},
			"Query":                   {Source: SourceQuery, Key: 1},
			"DefaultQuery":            {Source: SourceQuery, Key: 1},
			"GetQuery":                {Source: SourceQuery, Key: 1, Anonymous: []string{"zero", "false"}},
			"QueryArray":              {Source: SourceQuery, Key: 1},
			"QueryMap":                {Source: SourceQuery, Key: 1},
			"PostForm":                {Source: SourceQuery, Key: 1},
			"DefaultPostForm":         {Source: SourceQuery, Key: 1},
			"GetPostForm":             {Source: SourceQuery, Key: 1, Anonymous: []string{"zero", "false"}},
			"FormFile":                {Source: SourceBody},
			"MultipartForm":           {Source: SourceBody},
			"GetRawData":              {Source: SourceBody},
			"FullPath":                {Source: SourceRoute},
			"HandlerName":             {Spares: true},
			"HandlerNames":            {Spares: true},
			"ClientIP":                {Source: SourceAddress},
			"RemoteIP":                {Source: SourceAddress},
			"ContentType":             {Source: SourceContent},
			"Copy":                    {Role: RoleContext},
			"IsWebsocket":             {Source: SourceContent},
		},
		map[string]Effect{"JSON": {Status: 1, Aborting: "AbortWithStatusJSON"}},
		each(Effect{Status: 1}, "IndentedJSON", "SecureJSON", "JSONP", "AsciiJSON", "PureJSON", "XML", "YAML", "TOML",
			"ProtoBuf", "String", "HTML", "Data", "DataFromReader", "Render", "Negotiate"),
		each(Effect{Writes: true}, "File", "FileFromFS", "FileAttachment", "SSEvent", "Stream"),
		each(Effect{Source: SourceBody}, "Bind", "BindJSON", "BindXML", "BindQuery", "BindYAML", "BindUri", "BindHeader", "MustBindWith",
			"ShouldBind", "ShouldBindJSON", "ShouldBindXML", "ShouldBindQuery", "ShouldBindYAML", "ShouldBindUri",
			"BindPlain", "BindTOML", "ShouldBindPlain", "ShouldBindTOML", "ShouldBindBodyWithXML", "ShouldBindBodyWithYAML",
			"ShouldBindBodyWithTOML", "ShouldBindBodyWithPlain", "ShouldBindHeader", "ShouldBindWith", "ShouldBindBodyWith", "ShouldBindBodyWithJSON"),
	))
}

func ginFields() map[string]Part {
	return map[string]Part{
		"context.Request": {Role: RoleRequest},
		"context.Writer":  {Role: RoleWriter},
		"context.Errors":  {Source: SourceLeft},
	}
}

// each gives the same to several methods.
func each[V any](e V, names ...string) map[string]V {
	out := map[string]V{}
	for _, n := range names {
		out[n] = e
	}
	return out
}
