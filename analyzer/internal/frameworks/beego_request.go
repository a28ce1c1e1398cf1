package frameworks

import "strconv"

// What beego does while a request is served (controller.go, context/).
func beegoEffects(path string) map[string]Effect {
	context := path + "/context"
	return merge(
		symbols(path, []string{"*ControllerRegister"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		symbols(path, []string{""}, map[string]Effect{"written": {Written: true}}), // asked by ServeHTTP itself
		symbols(path, []string{"*Controller"}, merge(
			map[string]Effect{
				"Abort":           {Status: 1, Codes: textCodes(), Refuses: true, Ends: true},
				"CustomAbort":     {Status: 1, Refuses: true, Ends: true},
				"StopRun":         {Ends: true},
				"Redirect":        {Status: 2},
				"GetSession":      {Source: SourceSession, Key: 1},
				"CheckXSRFCookie": {Source: SourceCSRF},
				"GetFile":         {Source: SourceBody, Key: 1},
				"GetFiles":        {Source: SourceBody, Key: 1},
				"ParseForm":       {Source: SourceBody},
				"Input":           {Source: SourceQuery},
				"IsAjax":          {Source: SourceContent},
				"GetSecureCookie": {Source: SourceCookie, Key: 2, Anonymous: []string{"zero", "false"}},
			},
			each(Effect{Source: SourceQuery, Key: 1}, "GetString", "GetStrings", "GetInt", "GetInt8", "GetInt16", "GetInt32", "GetInt64", "GetUint8", "GetUint16", "GetUint32",
				"GetUint64", "GetBool", "GetFloat"),
			each(Effect{Writes: true}, "ServeJSON", "ServeJSONP", "ServeXML", "ServeYAML", "ServeFormatted"),
			each(Effect{Writes: true, Answers: true}, "Render"),
			each(Effect{Spares: true}, "SetSession", "DelSession", "StartSession", "SessionRegenerateID", "DestroySession", "SetSecureCookie", "XSRFToken", "XSRFFormHTML", "URLFor", "SaveToFile"),
		)),
		symbols(context, []string{"*Context"}, map[string]Effect{
			"Abort":              {Status: 1, Refuses: true, Ends: true},
			"Redirect":           {Status: 1},
			"WriteString":        {Writes: true, Now: true},
			"GetCookie":          {Source: SourceCookie, Key: 1},
			"GetSecureCookie":    {Source: SourceCookie, Key: 2, Anonymous: []string{"zero", "false"}},
			"CheckXSRFCookie":    {Source: SourceCSRF},
			"SetCookie":          {Spares: true},
			"SetSecureCookie":    {Spares: true},
			"XSRFToken":          {Spares: true},
			"RenderMethodResult": {Writes: true},
		}),
		symbols(context, []string{"*Response"}, map[string]Effect{
			"WriteHeader": {Status: 1, Opens: true},
			"Write":       {Writes: true, Answers: true, Now: true},
			"Header":      {Spares: true},
		}),
		symbols(context, []string{"*BeegoOutput"}, merge(
			map[string]Effect{
				"SetStatus": {Status: 1, Sets: true},
				"Body":      {Writes: true, Answers: true},
				"Download":  {Writes: true},
			},
			each(Effect{Writes: true, Answers: true}, "JSON", "JSONP", "XML", "YAML"),
			each(Effect{Writes: true}, "ServeFormatted"),
			each(Effect{Spares: true}, "Header", "Cookie", "ContentType", "Session", "Reset"),
		)),
		symbols(context, []string{"*BeegoInput"}, merge(
			map[string]Effect{
				"Header":  {Source: SourceHeader, Key: 1},
				"Cookie":  {Source: SourceCookie, Key: 1},
				"Session": {Source: SourceSession, Key: 1},
				"GetData": {Source: SourceContext, Key: 1},
				"SetData": {Key: 1, Stores: 2},
				"Query":   {Source: SourceQuery, Key: 1},
				"Param":   {Source: SourceParam, Key: 1},
				"Params":  {Source: SourceParam},
				"Method":  {Source: SourceMethod},
				"URL":     {Source: SourcePath},
				"URI":     {Source: SourceURI},
				"IP":      {Source: SourceAddress},
				"Proxy":   {Source: SourceAddress},
				"Referer": {Source: SourceOrigin},
				"Refer":   {Source: SourceOrigin},
				"Bind":    {Source: SourceBody, Key: 2},
			},
			each(Effect{Source: SourceHost}, "Host", "Domain", "Site", "SubDomains", "Port", "Scheme", "IsSecure", "Protocol"),
			each(Effect{Source: SourceContent}, "IsAjax", "IsWebsocket", "IsUpload", "AcceptsHTML", "AcceptsXML", "AcceptsJSON", "AcceptsYAML", "UserAgent"),
			each(Effect{Source: SourceBody}, "CopyBody", "ParseFormOrMulitForm"),
			each(Effect{Spares: true}, "SetParam", "ResetParams", "ParamsLen", "Data"),
		)),
	)
}

// textCodes are the statuses that are texts.
func textCodes() map[string]int {
	codes := map[string]int{}
	for _, status := range []int{400, 401, 402, 403, 404, 405, 409, 410, 413, 417, 422, 429, 500, 501, 502, 503, 504} {
		codes[strconv.Itoa(status)] = status
	}
	return codes
}
