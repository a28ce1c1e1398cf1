package frameworks

// What a huma.Context reads and writes, and the errors that have a status (error.go).
func humaEffects() map[string]Effect {
	return merge(
		symbols(humaPath, []string{"Context"}, map[string]Effect{
			"Operation":        {Record: true},
			"Context":          {Source: SourceRequest},
			"Method":           {Source: SourceMethod},
			"Host":             {Source: SourceHost},
			"RemoteAddr":       {Source: SourceAddress},
			"URL":              {Source: SourceURL},
			"Param":            {Source: SourceParam, Key: 1},
			"Query":            {Source: SourceQuery, Key: 1},
			"Header":           {Source: SourceHeader, Key: 1},
			"BodyReader":       {Source: SourceBody},
			"GetMultipartForm": {Source: SourceBody},
			"SetReadDeadline":  {Spares: true},
			"SetStatus":        {Status: 1, Opens: true},
			"Status":           {Spares: true},
			"SetHeader":        {Spares: true},
			"AppendHeader":     {Spares: true},
			"BodyWriter":       {Role: RoleWriter},
			"Version":          {Spares: true},
		}),
		symbols(humaPath, []string{""}, merge(
			map[string]Effect{
				"WriteErr":         {Status: 3, Refuses: true},
				"WithContext":      {Role: RoleContext},
				"WithValue":        {Role: RoleContext, Key: 2, Stores: 3},
				"ReadCookie":       {Source: SourceCookie, Key: 2, Anonymous: []string{"nil", "error"}},
				"ReadCookies":      {Source: SourceCookie},
				"ErrorWithHeaders": {Keeps: true},
			},
			humaErrors(),
		)),
		symbols(humaAdapters+"humachi", []string{""}, map[string]Effect{"Unwrap": {Roles: []Role{RoleRequest, RoleWriter}}}),
		symbols(humaAdapters+"humago", []string{""}, map[string]Effect{"Unwrap": {Roles: []Role{RoleRequest, RoleWriter}}}),
		symbols(humaAdapters+"humamux", []string{""}, map[string]Effect{"Unwrap": {Roles: []Role{RoleRequest, RoleWriter}}}),
		symbols(humaAdapters+"humahttprouter", []string{""}, map[string]Effect{"Unwrap": {Roles: []Role{RoleRequest, RoleWriter, RoleNone}}}),
		symbols(humaAdapters+"humagin", []string{""}, map[string]Effect{"Unwrap": {Role: RoleContext}}),
		symbols(humaAdapters+"humaecho", []string{""}, map[string]Effect{"Unwrap": {Role: RoleContext}}),
		symbols(humaAdapters+"humafiber", []string{""}, map[string]Effect{"Unwrap": {Role: RoleContext}}),
	)
}

// humaErrors are the functions that make an error of one status.
func humaErrors() map[string]Effect {
	out := map[string]Effect{}
	for name, status := range map[string]int{
		"Status304NotModified": 304, "Error400BadRequest": 400, "Error401Unauthorized": 401, "Error402PaymentRequired": 402, "Error403Forbidden": 403,
		"Error404NotFound": 404, "Error405MethodNotAllowed": 405, "Error406NotAcceptable": 406, "Error407ProxyAuthRequired": 407,
		"Error408RequestTimeout": 408, "Error409Conflict": 409, "Error410Gone": 410, "Error412PreconditionFailed": 412,
		"Error413RequestEntityTooLarge": 413, "Error415UnsupportedMediaType": 415, "Error422UnprocessableEntity": 422, "Error423Locked": 423,
		"Error428PreconditionRequired": 428, "Error429TooManyRequests": 429, "Error451UnavailableForLegalReasons": 451,
		"Error500InternalServerError": 500, "Error501NotImplemented": 501, "Error502BadGateway": 502, "Error503ServiceUnavailable": 503, "Error504GatewayTimeout": 504,
	} {
		out[name] = Effect{Error: true, StatusIs: status}
	}
	return out
}
