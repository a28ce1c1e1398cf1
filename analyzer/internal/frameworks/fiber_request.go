package frameworks

// What fiber's context does. Writing does not end the chain: who calls Next
// afterwards goes on, and the status is that which was set last.
func fiberContext(path, context string) map[string]Effect {
	return symbols(path, []string{context}, merge(
		map[string]Effect{
			"Next":            {Next: true},
			"RestartRouting":  {Reroutes: true},
			"Status":          {Status: 1, Sets: true, Role: RoleContext},
			"SendStatus":      {Status: 1, Answers: true},
			"Redirect":        {StatusIs: 302, Answers: true},
			"RedirectToRoute": {StatusIs: 302, Answers: true},
			"RedirectBack":    {StatusIs: 302, Answers: true},
			"Get":             {Source: SourceHeader, Key: 1},
			"GetReqHeaders":   {Source: SourceHeader},
			"GetHeaders":      {Source: SourceHeader},
			"Cookies":         {Source: SourceCookie, Key: 1},
			"CookieParser":    {Source: SourceCookie},
			"Locals":          {Source: SourceContext, Key: 1, Stores: 2, Optional: true},
			"Value":           {Source: SourceContext, Key: 1},
			"UserContext":     {Source: SourceRequest},
			"Context":         {Source: SourceRequest},
			"RequestCtx":      {Source: SourceRequest},
			"SetUserContext":  {Spares: true},
			"SetContext":      {Spares: true},
			"Params":          {Source: SourceParam, Key: 1},
			"ParamsInt":       {Source: SourceParam, Key: 1},
			"ParamsParser":    {Source: SourceParam},
			"AllParams":       {Source: SourceParam},
			"Query":           {Source: SourceQuery, Key: 1},
			"QueryInt":        {Source: SourceQuery, Key: 1},
			"QueryBool":       {Source: SourceQuery, Key: 1},
			"QueryFloat":      {Source: SourceQuery, Key: 1},
			"Queries":         {Source: SourceQuery},
			"FormValue":       {Source: SourceQuery, Key: 1},
			"Path":            {Source: SourcePath},
			"OriginalURL":     {Source: SourcePath},
			"FullPath":        {Source: SourceRoute},
			"Method":          {Source: SourceMethod},
			"Route":           {Source: SourceRouting},
			"Type":            {Role: RoleContext},
			"Request":         {Role: RoleRequest},
			"Response":        {Role: RoleWriter},
			"ReqHeaderParser": {Source: SourceHeader},
		},
		each(Effect{Writes: true, Answers: true}, "JSON", "JSONP", "XML", "CBOR", "MsgPack", "Send", "SendString", "SendStream", "SendStreamWriter", "SendFile",
			"Render", "Format", "AutoFormat", "Download", "Write", "WriteString", "Writef", "SendEarlyHints"),
		each(Effect{Source: SourceBody}, "Body", "BodyRaw", "BodyParser", "FormFile", "MultipartForm", "Bind", "QueryParser"),
		each(Effect{Source: SourceAddress}, "IP", "IPs", "IsProxyTrusted", "IsFromLocal", "Port"),
		each(Effect{Source: SourceHost}, "Hostname", "Host", "BaseURL", "Protocol", "Scheme", "Secure", "Subdomains"),
		each(Effect{Source: SourceContent}, "Accepts", "AcceptsCharsets", "AcceptsEncodings", "AcceptsLanguages", "Is", "Fresh", "Stale", "Range", "XHR",
			"IsWebSocket", "IsPreflight"),
		each(Effect{Spares: true}, "Set", "Append", "Vary", "Links", "Location", "Cookie", "ClearCookie", "Attachment", "App", "ClientHelloInfo",
			"GetRespHeader", "GetRespHeaders", "GetRouteURL", "String", "ViewBind", "SaveFile", "SaveFileToStorage", "IsMiddleware", "HasBody", "Matched", "Drop", "End", "Reset"),
	))
}

// fiberPlain is what fiber's functions and other types do. In v3 the context is an
// interface, and redirects have a type of their own.
func fiberPlain(path, context string) map[string]Effect {
	out := merge(
		symbols(path, []string{""}, map[string]Effect{
			"NewError":  {Error: true, Status: 1},
			"NewErrorf": {Error: true, Status: 1},
		}),
		symbols(path, []string{"*Redirect"}, map[string]Effect{
			"To":     {StatusIs: 303, Answers: true},
			"Route":  {StatusIs: 303, Answers: true},
			"Back":   {StatusIs: 303, Answers: true},
			"Status": {Keeps: true},
			"With":   {Keeps: true},
		}),
	)
	if context == "Ctx" {
		out = merge(out, symbols(path, []string{context}, map[string]Effect{"Redirect": {Spares: true}}))
	}
	return out
}

func fiberErrors(path string) map[string]int {
	out := map[string]int{}
	for name, status := range map[string]int{
		"ErrBadRequest": 400, "ErrUnauthorized": 401, "ErrPaymentRequired": 402, "ErrForbidden": 403, "ErrNotFound": 404, "ErrMethodNotAllowed": 405,
		"ErrNotAcceptable": 406, "ErrProxyAuthRequired": 407, "ErrRequestTimeout": 408, "ErrConflict": 409, "ErrGone": 410, "ErrPreconditionFailed": 412,
		"ErrRequestEntityTooLarge": 413, "ErrUnsupportedMediaType": 415, "ErrTeapot": 418, "ErrUnprocessableEntity": 422, "ErrLocked": 423,
		"ErrTooManyRequests": 429, "ErrInternalServerError": 500, "ErrNotImplemented": 501, "ErrBadGateway": 502, "ErrServiceUnavailable": 503, "ErrGatewayTimeout": 504,
	} {
		out[path+"."+name] = status
	}
	return out
}
