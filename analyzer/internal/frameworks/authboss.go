package frameworks

// github.com/aarondl/authboss/v3, which was github.com/volatiletech/authboss/v3. Its middleware is
// read as it is written: Middleware2 refuses with 404, 401 or a redirect who is not in the session,
// and those who were only remembered or have no second factor if that is required
// (authboss.go, MountedMiddleware2). What that rests on is here. LoadClientStateMiddleware reads
// the session and the cookies into the context and refuses nobody; without it there is
// nobody in the session (client_state.go, LoadClientState, getState). Who is in the session is
// looked up by CurrentUser and LoadCurrentUser, which say ErrUserNotFound of nobody;
// CurrentUserID says "" and never an error (context.go). IsFullyAuthed is true of whom no cookie
// has remembered, so of nobody, too (client_state.go); IsTwoFactored is not.
//
// remember.Middleware and expire.Middleware refuse nobody (remember/remember.go, expire/expire.go).
// confirm.Middleware and lock.Middleware ask for a user, without whom they panic, and redirect
// those who are not confirmed, or locked (confirm/confirm.go, lock/lock.go). What Init registers on
// the router of the configuration is authboss's own: logging in, registering, recovering.
func authboss() *Framework {
	session := Effect{Source: SourceSession, Key: 2, Anonymous: []string{"zero", "false"}}
	user := Effect{Source: SourceContext, Anonymous: []string{"nil", "error"}}
	id := Effect{Source: SourceSession, Anonymous: []string{"zero", "nil"}}
	f := &Framework{
		Name:     "authboss",
		Versions: "v3.5.2",
		Limits: []string{
			"The module proxy refuses the module. The sample is checked against a stub that serves, and was served with the module's source.",
			"The routes of its own modules are one route: the one that its router is mounted at. It counts as public, as logging in is.",
			"Routes that a program itself registers on that router are not listed: the place is said to be incomplete.",
			"That LoadClientStateMiddleware stands before what asks for a user is not checked: without it everybody is refused.",
			"The state that storage keeps for clients is taken to be theirs; storage that believes everybody is not found out.",
		},
		Packages: []string{authbossPath, authbossOld},
		Calls:    map[string]Call{},
		Effects:  map[string]Effect{},
	}
	for _, path := range []string{authbossPath, authbossOld} {
		f.Calls = merge(f.Calls, symbols(path+"/defaults", []string{""}, map[string]Call{
			"NewRouter": {Op: OpLeaf, Shape: "http", Static: "login"},
		}), symbols(path, []string{"Router"}, verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, map[string]string{"Get": "GET", "Post": "POST", "Delete": "DELETE"})),
			symbols(path, []string{"*Authboss"}, nops("Init")))
		f.Effects = merge(f.Effects,
			symbols(path, []string{"*Authboss"}, merge(
				each(user, "CurrentUser", "LoadCurrentUser"),
				each(id, "CurrentUserID", "LoadCurrentUserID"),
				each(Effect{Spares: true}, "RequestLogger", "Logger", "Localizef"),
				map[string]Effect{
					"LoadClientState": {Role: RoleRequest, Anonymous: []string{"", "nil"}},
					"NewResponse":     {Role: RoleWriter},
				},
			)),
			symbols(path, []string{""}, merge(
				each(Effect{Spares: true}, "PutSession", "DelSession", "DelAllSession", "DelKnownSession", "PutCookie", "DelCookie", "DelKnownCookie"),
				map[string]Effect{
					"GetSession": session,
					"GetCookie":  {Source: SourceCookie, Key: 2, Anonymous: []string{"zero", "false"}},
				},
			)),
			symbols(path+"/remember", []string{""}, map[string]Effect{"Authenticate": {Spares: true}}),
		)
	}
	return f
}

const (
	authbossPath = "github.com/aarondl/authboss/v3"
	authbossOld  = "github.com/volatiletech/authboss/v3"
)
