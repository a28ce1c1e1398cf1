package random

import "strings"

// standard is the shape of net/http and of the frameworks that keep to it.
var standard = Shape{
	MiddlewareType: "func(http.Handler) http.Handler",
	HandlerType:    "http.Handler",
	Middleware:     "func(next http.Handler) http.Handler {\nreturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n$body\n})\n}",
	Handler:        "http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n$body\n})",
	FuncMiddleware: "func $recv$name(next http.Handler) http.Handler {\nreturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n$body\n})\n}",
	FuncHandler:    "func $recv$name(w http.ResponseWriter, r *http.Request) {\n$body\n}",
	HandlerOf:      "http.HandlerFunc($f)",
	Words: map[string]string{
		"$credential": `r.Header.Get("Authorization")`,
		"$r":          "r",
		"$pass":       "next.ServeHTTP(w, r)\nreturn",
		"$with":       "r = r.WithContext(kit.With(r.Context(), u))",
		"$user":       "kit.From(r.Context())",
		"$header":     `w.Header().Set("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(r)",
		"$done":       "w.WriteHeader(200)",
		"$given":      "w, r",
		"$leave":      "return",
	},
	Refuse: "http.Error(w, \"refused\", $status)\nreturn",
	Say:    "http.Error(w, \"refused\", $status)",
	Helpers: `
func requireUser(w http.ResponseWriter, r *http.Request) bool {
	if !kit.Known(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(w http.ResponseWriter, r *http.Request) (*kit.User, bool) {
	u, err := kit.Verify(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}
`,
}

// standardWith is standard with a named type of middleware.
func standardWith(middleware string) Shape {
	s := standard
	s.MiddlewareType = middleware
	return s
}

var ginShape = Shape{
	MiddlewareType: "gin.HandlerFunc",
	HandlerType:    "gin.HandlerFunc",
	Middleware:     "func(c *gin.Context) {\n$body\n}",
	Handler:        "func(c *gin.Context) {\n$body\n}",
	FuncMiddleware: "func $recv$name(c *gin.Context) {\n$body\n}",
	FuncHandler:    "func $recv$name(c *gin.Context) {\n$body\n}",
	HandlerOf:      "$f",
	Words: map[string]string{
		"$credential": `c.Request.Header.Get("Authorization")`,
		"$r":          "c.Request",
		"$pass":       "c.Next()\nreturn",
		"$with":       `c.Set("user", u)`,
		"$user":       "userOf(c)",
		"$header":     `c.Header("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(c.Request)",
		"$done":       "c.Status(200)",
		"$given":      "c",
		"$leave":      "return",
	},
	Refuse: "c.AbortWithStatusJSON($status, gin.H{\"error\": \"refused\"})\nreturn",
	Say:    "c.JSON($status, gin.H{\"error\": \"refused\"})",
	Helpers: `
func userOf(c *gin.Context) *kit.User {
	v, ok := c.Get("user")
	if !ok {
		return nil
	}
	return v.(*kit.User)
}

func requireUser(c *gin.Context) bool {
	if !kit.Known(c.Request) {
		c.AbortWithStatus(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c *gin.Context) (*kit.User, bool) {
	u, err := kit.Verify(c.Request)
	if err != nil {
		c.String(http.StatusUnauthorized, err.Error())
		return nil, false
	}
	return u, true
}
`,
}

// echoShape is the shape of both of echo's versions, which differ in the type of
// the context.
func echoShape(context string) Shape {
	return Shape{
		MiddlewareType: "echo.MiddlewareFunc",
		HandlerType:    "echo.HandlerFunc",
		Middleware:     "func(next echo.HandlerFunc) echo.HandlerFunc {\nreturn func(c " + context + ") error {\n$body\n}\n}",
		Handler:        "func(c " + context + ") error {\n$body\n}",
		FuncMiddleware: "func $recv$name(next echo.HandlerFunc) echo.HandlerFunc {\nreturn func(c " + context + ") error {\n$body\n}\n}",
		FuncHandler:    "func $recv$name(c " + context + ") error {\n$body\n}",
		HandlerOf:      "$f",
		Words: map[string]string{
			"$credential": `c.Request().Header.Get("Authorization")`,
			"$r":          "c.Request()",
			"$pass":       "return next(c)",
			"$with":       `c.Set("user", u)`,
			"$user":       "userOf(c)",
			"$header":     `c.Response().Header().Set("X-Frame-Options", "DENY")`,
			"$act":        "kit.Act(c.Request())",
			"$done":       "return c.NoContent(200)",
			"$given":      "c",
			"$leave":      "return nil",
		},
		Refuse: "return echo.NewHTTPError($status, \"refused\")",
		Say:    "c.String($status, \"refused\")",
		Helpers: `
func userOf(c ` + context + `) *kit.User {
	u, _ := c.Get("user").(*kit.User)
	return u
}

func requireUser(c ` + context + `) bool {
	if !kit.Known(c.Request()) {
		c.NoContent(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c ` + context + `) (*kit.User, bool) {
	u, err := kit.Verify(c.Request())
	if err != nil {
		c.String(http.StatusUnauthorized, err.Error())
		return nil, false
	}
	return u, true
}
`,
	}
}

// fiberShape is the shape of both of fiber's versions, which differ in the type of
// the context.
func fiberShape(context string) Shape {
	return Shape{
		MiddlewareType: "fiber.Handler",
		HandlerType:    "fiber.Handler",
		Middleware:     "func(c " + context + ") error {\n$body\n}",
		Handler:        "func(c " + context + ") error {\n$body\n}",
		FuncMiddleware: "func $recv$name(c " + context + ") error {\n$body\n}",
		FuncHandler:    "func $recv$name(c " + context + ") error {\n$body\n}",
		HandlerOf:      "$f",
		Words: map[string]string{
			"$credential": `c.Get("Authorization")`,
			"$r":          "request(c)",
			"$pass":       "return c.Next()",
			"$with":       `c.Locals("user", u)`,
			"$user":       "userOf(c)",
			"$header":     `c.Set("X-Frame-Options", "DENY")`,
			"$act":        "kit.Act(request(c))",
			"$done":       "return c.SendStatus(200)",
			"$given":      "c",
			"$leave":      "return nil",
		},
		Refuse: "return fiber.NewError($status, \"refused\")",
		Say:    "c.Status($status).SendString(\"refused\")",
		Helpers: `
func request(c ` + context + `) *http.Request {
	r, err := adaptor.ConvertRequest(c, false)
	if err != nil {
		panic(err)
	}
	return r
}

func userOf(c ` + context + `) *kit.User {
	u, _ := c.Locals("user").(*kit.User)
	return u
}

func requireUser(c ` + context + `) bool {
	if !kit.Known(request(c)) {
		c.SendStatus(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c ` + context + `) (*kit.User, bool) {
	u, err := kit.Verify(request(c))
	if err != nil {
		c.Status(http.StatusUnauthorized).SendString(err.Error())
		return nil, false
	}
	return u, true
}
`,
	}
}

// extended is standard with another type of handler: what stands for the request
// ($r) and the parameters of one, what a handler returns, and what is passed on.
func extended(handler, middleware, params, args, request, result string) Shape {
	s := standard
	s.MiddlewareType, s.HandlerType, s.HandlerOf = middleware, handler, "$f"
	s.Handler = "func(" + params + ")" + result + " {\n$body\n}"
	s.FuncHandler = "func $recv$name(" + params + ")" + result + " {\n$body\n}"
	s.Middleware = "func(next " + handler + ") " + handler + " {\nreturn " + s.Handler + "\n}"
	s.FuncMiddleware = "func $recv$name(next " + handler + ") " + handler + " {\nreturn " + s.Handler + "\n}"
	s.Words = map[string]string{
		"$credential": request + `.Header.Get("Authorization")`,
		"$r":          request,
		"$pass":       "next(" + args + ")\nreturn",
		"$with":       "r = r.WithContext(kit.With(r.Context(), u))",
		"$user":       "kit.From(r.Context())",
		"$header":     `w.Header().Set("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(" + request + ")",
		"$done":       "w.WriteHeader(200)",
		"$given":      "w, " + request,
		"$leave":      "return",
	}
	if result != "" {
		s.Refuse = "http.Error(w, \"refused\", $status)\nreturn nil"
		s.Words["$pass"], s.Words["$leave"] = "return next("+args+")", "return nil"
		s.Words["$done"] = "w.WriteHeader(200)\nreturn nil"
	}
	return s
}

// hertzShape is gin's with another context.
func hertzShape() Shape {
	s := ginShape
	const params = "ctx context.Context, c *app.RequestContext"
	s.MiddlewareType, s.HandlerType = "app.HandlerFunc", "app.HandlerFunc"
	s.Middleware = "func(" + params + ") {\n$body\n}"
	s.Handler = s.Middleware
	s.FuncMiddleware = "func $recv$name(" + params + ") {\n$body\n}"
	s.FuncHandler = s.FuncMiddleware
	s.Words = map[string]string{
		"$credential": `string(c.GetHeader("Authorization"))`,
		"$r":          "request(c)",
		"$pass":       "c.Next(ctx)\nreturn",
		"$with":       `c.Set("user", u)`,
		"$user":       "userOf(c)",
		"$header":     `c.Header("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(request(c))",
		"$done":       `c.String(200, "done")`,
		"$given":      "c",
		"$leave":      "return",
	}
	s.Refuse = "c.AbortWithStatusJSON($status, map[string]string{\"error\": \"refused\"})\nreturn"
	s.Say = "c.JSON($status, map[string]string{\"error\": \"refused\"})"
	s.Helpers = strings.NewReplacer("*gin.Context", "*app.RequestContext", "c.Request", "request(c)").Replace(s.Helpers) + `
func request(c *app.RequestContext) *http.Request {
	r, err := adaptor.GetCompatRequest(&c.Request)
	if err != nil {
		panic(err)
	}
	return r
}
`
	return s
}

func fasthttpShape() Shape {
	s := extended("fasthttp.RequestHandler", "func(fasthttp.RequestHandler) fasthttp.RequestHandler", "c *fasthttp.RequestCtx", "c", "request(c)", "")
	s.Words["$credential"] = `string(c.Request.Header.Peek("Authorization"))`
	s.Words["$with"] = `c.SetUserValue("user", u)`
	s.Words["$user"] = "userOf(c)"
	s.Words["$header"] = `c.Response.Header.Set("X-Frame-Options", "DENY")`
	s.Words["$done"] = "c.SetStatusCode(200)"
	s.Words["$given"] = "c"
	s.Refuse = "c.Error(\"refused\", $status)\nreturn"
	s.Say = "c.Error(\"refused\", $status)"
	s.Helpers = `
func request(c *fasthttp.RequestCtx) *http.Request {
	r := &http.Request{}
	if err := fasthttpadaptor.ConvertRequest(c, r, false); err != nil {
		panic(err)
	}
	return r
}

func userOf(c *fasthttp.RequestCtx) *kit.User {
	u, _ := c.UserValue("user").(*kit.User)
	return u
}

func requireUser(c *fasthttp.RequestCtx) bool {
	if !kit.Known(request(c)) {
		c.SetStatusCode(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c *fasthttp.RequestCtx) (*kit.User, bool) {
	u, err := kit.Verify(request(c))
	if err != nil {
		c.Error(err.Error(), http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}
`
	return s
}
