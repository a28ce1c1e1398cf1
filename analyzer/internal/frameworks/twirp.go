package frameworks

// github.com/twitchtv/twirp. What twirp writes is ordinary code, and is read as such: a
// server cuts the path into its pieces, and a method is POST and the last one. Of the hooks,
// those for a request that was received or routed refuse by an error, and interceptors
// stand around the method (protoc-gen-twirp/generator.go, generateServerMethod). What is a
// table are the errors: each code has a status (errors.go, ServerHTTPStatusFromErrorCode), and
// any other error is 500. Options that are read by reflection (ReadOpt) keep their defaults.
func twirp() *Framework {
	return &Framework{
		Name:     "twirp",
		Versions: "v8.1.3",
		Limits: []string{
			"Of a server with a path prefix of its own, the methods are not told apart.",
		},
		Packages: []string{twirpPath, twirpPath + "/ctxsetters", twirpPath + "/internal/contextkeys"},
		Handlers: []string{twirpPath + ".Method"},
		Effects: merge(
			symbols(twirpPath, []string{""}, map[string]Effect{
				"NewError":                      {Error: true, Status: 1, Codes: twirpCodes},
				"NewErrorf":                     {Error: true, Status: 1, Codes: twirpCodes},
				"NotFoundError":                 {Error: true, StatusIs: 404},
				"InvalidArgumentError":          {Error: true, StatusIs: 400},
				"RequiredArgumentError":         {Error: true, StatusIs: 400},
				"InternalError":                 {Error: true, StatusIs: 500},
				"InternalErrorf":                {Error: true, StatusIs: 500},
				"InternalErrorWith":             {Error: true, StatusIs: 500},
				"WrapError":                     {Keeps: true},
				"ServerHTTPStatusFromErrorCode": {Keeps: true},
				"WriteError":                    {Status: 2, Refuses: true},
				"HTTPRequestHeaders":            {Source: SourceContext, Anonymous: []string{"nil", "false"}},
				"SetHTTPResponseHeader":         {Answers: true},
				"AddHTTPResponseHeader":         {Answers: true},
			}),
			symbols(twirpPath, []string{"ErrorCode"}, each(Effect{Error: true, Status: Recv, Codes: twirpCodes}, "Error", "Errorf")),
			symbols(twirpPath, []string{"Error"}, each(Effect{Keeps: true}, "Code", "WithMeta")),
		),
	}
}

const twirpPath = "github.com/twitchtv/twirp"

// twirpCodes are the statuses of the codes.
var twirpCodes = map[string]int{
	"canceled": 408, "unknown": 500, "invalid_argument": 400, "malformed": 400, "deadline_exceeded": 408, "not_found": 404,
	"bad_route": 404, "already_exists": 409, "permission_denied": 403, "unauthenticated": 401, "resource_exhausted": 429,
	"failed_precondition": 412, "aborted": 409, "out_of_range": 400, "unimplemented": 501, "internal": 500, "unavailable": 503,
	"data_loss": 500, "": 200,
}
