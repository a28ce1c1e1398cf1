package frameworks

// echoEffects is what echo's context does. A handler answers by writing or by returning an
// error, which the error handler turns into its status; the methods that write
// return the error of writing.
func echoEffects(path, context string) map[string]Effect {
	return merge(
		symbols(path, []string{context}, merge(
			map[string]Effect{
				"Request":       {Role: RoleRequest},
				"Response":      {Role: RoleWriter},
				"SetRequest":    {Spares: true},
				"SetResponse":   {Spares: true},
				"Get":           {Source: SourceContext, Key: 1},
				"Set":           {Key: 1, Stores: 2},
				"Cookie":        {Source: SourceCookie, Key: 1, Anonymous: []string{"nil", "error"}},
				"Cookies":       {Source: SourceCookie},
				"SetCookie":     {Spares: true},
				"Param":         {Source: SourceParam, Key: 1},
				"ParamOr":       {Source: SourceParam, Key: 1},
				"PathValues":    {Source: SourceParam},
				"QueryParamOr":  {Source: SourceQuery, Key: 1},
				"FormValueOr":   {Source: SourceQuery, Key: 1},
				"FormValues":    {Source: SourceBody},
				"QueryString":   {Source: SourceQuery},
				"SetPath":       {Spares: true},
				"SetLogger":     {Spares: true},
				"ParamValues":   {Source: SourceParam},
				"ParamNames":    {Source: SourceParam},
				"QueryParam":    {Source: SourceQuery, Key: 1},
				"QueryParams":   {Source: SourceQuery},
				"FormValue":     {Source: SourceQuery, Key: 1},
				"FormParams":    {Source: SourceBody},
				"FormFile":      {Source: SourceBody},
				"MultipartForm": {Source: SourceBody},
				"Bind":          {Source: SourceBody},
				"Validate":      {Source: SourceBody},
				"Path":          {Source: SourceRoute},
				"RouteInfo":     {Source: SourceRouting},
				"RealIP":        {Source: SourceAddress},
				"Scheme":        {Source: SourceHost},
				"IsTLS":         {Source: SourceHost},
				"IsWebSocket":   {Source: SourceContent},
				"Logger":        {Spares: true},
				"Echo":          {Spares: true},
				"Error":         {Writes: true},
				"Redirect":      {Status: 1, Answers: true},
				"NoContent":     {Status: 1, Answers: true},
			},
			each(Effect{Status: 1, Answers: true}, "JSON", "JSONPretty", "JSONBlob", "JSONP", "JSONPBlob", "XML", "XMLPretty", "XMLBlob",
				"String", "HTML", "HTMLBlob", "Blob", "Stream", "Render"),
			each(Effect{Writes: true, Answers: true}, "File", "FileFS", "Attachment", "Inline"),
		)),
		symbols(path, []string{"*Echo"}, map[string]Effect{
			"ServeHTTP": {Handler: Recv},
		}),
		symbols(path, []string{""}, map[string]Effect{
			"NewHTTPError":             {Error: true, Status: 1},
			"NewHTTPErrorWithInternal": {Error: true, Status: 1},
			"UnwrapResponse":           {Role: RoleWriter, Anonymous: []string{"", "error"}},
		}),
		symbols(path, []string{"*HTTPError", "httpError"}, map[string]Effect{
			"SetInternal":  {Keeps: true},
			"WithInternal": {Keeps: true},
			"Wrap":         {Keeps: true},
		}),
	)
}

func echoErrors(path string) map[string]int {
	return map[string]int{
		path + ".ErrBadRequest":                  400,
		path + ".ErrUnauthorized":                401,
		path + ".ErrForbidden":                   403,
		path + ".ErrNotFound":                    404,
		path + ".ErrMethodNotAllowed":            405,
		path + ".ErrRequestTimeout":              408,
		path + ".ErrStatusRequestEntityTooLarge": 413,
		path + ".ErrUnsupportedMediaType":        415,
		path + ".ErrTooManyRequests":             429,
		path + ".ErrInternalServerError":         500,
		path + ".ErrBadGateway":                  502,
		path + ".ErrServiceUnavailable":          503,
	}
}
