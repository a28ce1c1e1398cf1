package frameworks

// What net/http and the packages around it do while a request is served.
func nethttpEffects() map[string]Effect {
	return merge(
		symbols("net/http", []string{""}, map[string]Effect{
			"Error":                 {Status: 3, Refuses: true},
			"NotFound":              {StatusIs: 404},
			"Redirect":              {Status: 4},
			"ServeFile":             {Writes: true},
			"ServeContent":          {Writes: true},
			"ServeFileFS":           {Writes: true},
			"SetCookie":             {Spares: true},
			"StatusText":            {Spares: true},
			"MaxBytesReader":        {Source: SourceBody},
			"CanonicalHeaderKey":    {Keeps: true},
			"NewResponseController": {Spares: true},
			"NewRequestWithContext": {Makes: true},
			"NewRequest":            {Makes: true},
		}),
		symbols("net/http", []string{"", "*Client"}, each(Effect{Reaches: true}, "Get", "Head", "Post", "PostForm")),
		symbols("net/http", []string{"*Client"}, each(Effect{Reaches: true}, "Do")),
		symbols("net/http", []string{"ResponseWriter"}, map[string]Effect{
			"WriteHeader": {Status: 1, Opens: true},
			"Write":       {Writes: true, Answers: true},
			"Header":      {Spares: true},
		}),
		symbols("net/http", []string{"Handler"}, map[string]Effect{
			"ServeHTTP": {Handler: Recv},
		}),
		symbols("net/http", []string{"HandlerFunc", "*ServeMux"}, map[string]Effect{
			"ServeHTTP": {Handler: Recv},
		}),
		symbols("net/http", []string{"Header"}, map[string]Effect{
			"Get":    {Source: SourceHeader, Key: 1},
			"Values": {Source: SourceHeader, Key: 1},
			"Set":    {Spares: true, Puts: 2},
			"Add":    {Spares: true, Puts: 2},
			"Del":    {Spares: true},
		}),
		symbols("net/http", []string{"*Request"}, map[string]Effect{
			"BasicAuth":          {Source: SourceAuth, Header: "Authorization", Anonymous: []string{"name", "zero", "false"}},
			"Cookie":             {Source: SourceCookie, Key: 1, Anonymous: []string{"nil", "error"}},
			"Cookies":            {Source: SourceCookie},
			"CookiesNamed":       {Source: SourceCookie},
			"FormValue":          {Source: SourceQuery, Key: 1},
			"PostFormValue":      {Source: SourceQuery, Key: 1},
			"PathValue":          {Source: SourceParam, Key: 1},
			"Context":            {Source: SourceRequest},
			"WithContext":        {Role: RoleRequest},
			"Clone":              {Role: RoleRequest},
			"SetPathValue":       {Spares: true},
			"UserAgent":          {Source: SourceContent},
			"Referer":            {Source: SourceOrigin},
			"ParseForm":          {Source: SourceBody},
			"ParseMultipartForm": {Source: SourceBody},
			"FormFile":           {Source: SourceBody},
			"MultipartReader":    {Source: SourceBody},
		}),
		symbols("net/url", []string{"*URL"}, map[string]Effect{
			"Query": {Source: SourceQuery},
		}),
		symbols("net/url", []string{"Values"}, map[string]Effect{
			"Get": {Source: SourceQuery, Key: 1},
			"Has": {Source: SourceQuery, Key: 1},
			"Set": {Spares: true, Puts: 2},
			"Add": {Spares: true, Puts: 2},
		}),
		symbols("context", []string{"Context"}, map[string]Effect{
			"Value":    {Source: SourceContext, Key: 1},
			"Done":     {Spares: true},
			"Err":      {Spares: true},
			"Deadline": {Spares: true},
		}),
		symbols("context", []string{""}, map[string]Effect{
			"WithValue":    {Source: SourceRequest, Key: 2, Stores: 3},
			"WithTimeout":  {Keeps: true},
			"WithCancel":   {Keeps: true},
			"WithDeadline": {Keeps: true},
			"Background":   {Spares: true},
			"TODO":         {Spares: true},
		}),
		symbols("io", []string{""}, map[string]Effect{
			"WriteString": {Writes: true, Into: 1, Answers: true},
			"Copy":        {Writes: true, Into: 1},
			"ReadAll":     {Source: SourceBody},
			"LimitReader": {Keeps: true},
			"NopCloser":   {Keeps: true},
		}),
		symbols("fmt", []string{""}, map[string]Effect{
			"Fprint":   {Writes: true, Into: 1, Answers: true},
			"Fprintf":  {Writes: true, Into: 1, Answers: true},
			"Fprintln": {Writes: true, Into: 1, Answers: true},
			"Println":  {Spares: true},
			"Printf":   {Spares: true},
			"Print":    {Spares: true},
		}),
		symbols("encoding/json", []string{""}, map[string]Effect{
			"NewEncoder": {Keeps: true},
			"NewDecoder": {Source: SourceBody},
		}),
		symbols("encoding/json", []string{"*Encoder"}, map[string]Effect{
			"Encode":        {Writes: true, Into: Recv, Answers: true},
			"SetIndent":     {Spares: true},
			"SetEscapeHTML": {Spares: true},
		}),
		symbols("encoding/json", []string{"*Decoder"}, map[string]Effect{
			"Decode":                {Source: SourceBody},
			"DisallowUnknownFields": {Spares: true},
		}),
		symbols("html/template", []string{"*Template"}, map[string]Effect{
			"Execute":         {Writes: true, Into: 1, Answers: true},
			"ExecuteTemplate": {Writes: true, Into: 1, Answers: true},
		}),
		symbols("os", []string{""}, map[string]Effect{"Exit": {Ends: true, Halts: true}}),
		symbols("log", []string{""}, map[string]Effect{
			"Print": {Spares: true}, "Printf": {Spares: true}, "Println": {Spares: true},
			"Fatal": {Exits: true}, "Fatalf": {Exits: true}, "Fatalln": {Exits: true},
		}),
		loggerEffects(),
		encoderEffects(),
		deedEffects(),
		symbols("net/http/httputil", []string{"*ReverseProxy"}, map[string]Effect{"ServeHTTP": {Writes: true, Forwards: true}}),
		symbols("net/http/pprof", []string{""}, map[string]Effect{
			"Index": {Writes: true}, "Cmdline": {Writes: true}, "Profile": {Writes: true}, "Symbol": {Writes: true}, "Trace": {Writes: true},
		}),
		symbols("github.com/gorilla/context", []string{""}, map[string]Effect{
			"Set": {Key: 2, Stores: 3}, "Get": {Source: SourceContext, Key: 2},
			"GetOk": {Source: SourceContext, Key: 2, Anonymous: []string{"nil", "false"}},
			"Clear": {Spares: true},
		}),
		symbols("github.com/gorilla/sessions", []string{"*CookieStore", "*FilesystemStore", "Store", "*Registry"}, each(
			Effect{Role: RoleSession, Anonymous: []string{"", ""}}, "Get", "New",
		)),
	)
}

func nethttpFields() map[string]Part {
	return map[string]Part{
		"request.Method":        {Source: SourceMethod},
		"request.URL":           {Source: SourceURL},
		"request.Header":        {Source: SourceHeader},
		"request.TLS":           {Source: SourceTLS},
		"request.RemoteAddr":    {Source: SourceAddress},
		"request.Host":          {Source: SourceHost},
		"request.Body":          {Source: SourceBody},
		"request.ContentLength": {Source: SourceContent},
		"request.Form":          {Source: SourceQuery},
		"request.PostForm":      {Source: SourceQuery},
		"request.RequestURI":    {Source: SourceURI},
		"request.Pattern":       {Source: SourceRouting},
		"session.Values":        {Source: SourceSession},
		"tls.PeerCertificates":  {Source: SourceAuth},
		"tls.VerifiedChains":    {Source: SourceAuth},
		"url.Path":              {Source: SourcePath},
		"url.RawPath":           {Source: SourceRouting},
		"url.RawQuery":          {Source: SourceQuery},
		"url.Host":              {Source: SourceHost},
		"url.Scheme":            {Source: SourceHost},
	}
}
