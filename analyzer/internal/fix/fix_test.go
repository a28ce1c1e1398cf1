package fix

import (
	"errors"
	"go/format"
	"regexp"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// A source is one file, and what its calls call, by how they are written.
type source struct {
	content string
	calls   map[string]routes.Callee
}

const name = "/src/x/x.go"

func (s source) Sum(file string) (string, bool) { return program.Sum([]byte(s.content)), file == name }

var qualified = regexp.MustCompile(`[\w.]*$`)
var plain = regexp.MustCompile(`^\w+`)

func (s source) Called(at routes.Position) (routes.Callee, bool) {
	line := strings.Split(s.content, "\n")[at.Line-1]
	before, after := line[:at.Column-1], line[at.Column-1:]
	c, ok := s.calls[qualified.FindString(before)+plain.FindString(after)]
	return c, ok
}

// Marks are places of a source: §a stands before the thing that is called a.
type marks map[string]routes.Position

var mark = regexp.MustCompile(`§(\w)`)

func unmark(text string) (string, marks) {
	at := marks{}
	lines := strings.Split(text, "\n")
	for i := range lines {
		for {
			loc := mark.FindStringSubmatchIndex(lines[i])
			if loc == nil {
				break
			}
			at[lines[i][loc[2]:loc[3]]] = routes.Position{File: name, Line: i + 1, Column: loc[0] + 1}
			lines[i] = lines[i][:loc[0]] + lines[i][loc[1]:]
		}
	}
	return strings.Join(lines, "\n"), at
}

// A test is a source, and what becomes of it; nothing if there is no fix.
type test struct{ name, in, want string }

// check makes the fix of every test, of which the source stands below a head.
func check(t *testing.T, head string, calls map[string]routes.Callee, change func(marks) rule.Change, tests []test) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Helper()
			text, at := unmark(head + test.in)
			m := New(source{text, calls}, frameworks.Default(), func(string) ([]byte, error) { return []byte(text), nil })
			e, ok := m.Make(rule.Fix{Change: change(at)})
			if !ok {
				if test.want != "" {
					t.Error("there is no fix")
				}
				return
			}
			got := text
			for i := len(e.List) - 1; i >= 0; i-- {
				x := e.List[i]
				got = got[:x.Start] + x.New + got[x.End:]
			}
			formatted, err := format.Source([]byte(got))
			if err != nil {
				t.Fatalf("%v in\n%s", err, got)
			}
			if got := strings.TrimPrefix(string(formatted), head); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

// TestOtherContent requires that only what the table was made from is changed.
func TestOtherContent(t *testing.T) {
	text, at := unmark("package p\n\n§c//guardvet:public why\nvar x int\n")
	s := source{content: text}
	change := rule.Fix{Change: rule.Remove{Comment: at["c"]}}
	for name, read := range map[string]func(string) ([]byte, error){
		"changed":  func(string) ([]byte, error) { return []byte(strings.ReplaceAll(text, "why", "yes")), nil },
		"longer":   func(string) ([]byte, error) { return []byte(text + "\n"), nil },
		"no file":  func(string) ([]byte, error) { return nil, errors.New("no such file") },
		"as it is": func(string) ([]byte, error) { return []byte(text), nil },
	} {
		if _, ok := New(s, frameworks.Default(), read).Make(change); ok != (name == "as it is") {
			t.Errorf("%s: a fix is %v", name, ok)
		}
	}
	other := rule.Remove{Comment: routes.Position{File: "/src/other/x.go", Line: 3, Column: 1}}
	if _, ok := New(s, frameworks.Default(), func(string) ([]byte, error) { return []byte(text), nil }).Make(rule.Fix{Change: other}); ok {
		t.Error("a file of another module was changed")
	}
	if _, ok := New(nil, frameworks.Default(), nil).Make(change); ok {
		t.Error("a table without a source was mended")
	}
}

func TestRemove(t *testing.T) {
	check(t, "package p\n", nil, func(at marks) rule.Change { return rule.Remove{Comment: at["c"]} }, []test{
		{"a line of its own", "\nvar a int\n\n§c//guardvet:public why\nvar b int\n", "\nvar a int\n\nvar b int\n"},
		{"behind a statement", "\nvar a int §c//guardvet:public why\n", "\nvar a int\n"},
		{"in a doc comment", "\n// F does.\n//\n§c//guardvet:public why\nfunc F() {}\n", "\n// F does.\nfunc F() {}\n"},
		{"another comment", "\n§c// public\nvar b int\n", ""},
		{"not a comment", "\n§cvar b int\n", ""},
		{"lines of Windows", "\r\nvar a int\r\n§c//guardvet:public why\r\nvar b int\r\n", ""},
	})
}

const ginContext = "(*github.com/gin-gonic/gin.Context)."

func TestStop(t *testing.T) {
	calls := map[string]routes.Callee{
		"http.Error":    {Symbol: "net/http.Error"},
		"w.WriteHeader": {Symbol: "(net/http.ResponseWriter).WriteHeader"},
		"g.JSON":        {Symbol: ginContext + "JSON"},
		"g.Status":      {Symbol: ginContext + "Status"},
		"g.String":      {Symbol: ginContext + "String"},
		"e.JSON":        {Symbol: "(github.com/labstack/echo/v4.Context).JSON", Result: "error"},
	}
	const head = "package p\n\nimport (\n\t\"encoding/json\"\n\t\"net/http\"\n)\n"
	t.Run("handler", func(t *testing.T) {
		check(t, head, calls, func(at marks) rule.Change { return rule.Stop{Answer: at["a"], Func: at["f"]} }, []test{
			{
				"at the end of a branch",
				"\nfunc §fh() {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n\tact()\n}\n",
				"\nfunc h() {\n\tif no {\n\t\thttp.Error(w, m, 401)\n\t\treturn\n\t}\n\tact()\n}\n",
			},
			{
				"before what is left of the answer, and behind a comment",
				"\nfunc §fh() {\n\tif no {\n\t\tw.§aWriteHeader(401)\n\t\tjson.NewEncoder(w).Encode(m) // why\n\t}\n\tact()\n}\n",
				"\nfunc h() {\n\tif no {\n\t\tw.WriteHeader(401)\n\t\tjson.NewEncoder(w).Encode(m) // why\n\t\treturn\n\t}\n\tact()\n}\n",
			},
			{
				"a line",
				"\nfunc §fh() {\n\tif no { http.§aError(w, m, 401) }\n\tact()\n}\n",
				"\nfunc h() {\n\tif no {\n\t\thttp.Error(w, m, 401)\n\t\treturn\n\t}\n\tact()\n}\n",
			},
			{
				"a case",
				"\nfunc §fh() {\n\tswitch {\n\tcase no:\n\t\thttp.§aError(w, m, 401)\n\t}\n\tact()\n}\n",
				"\nfunc h() {\n\tswitch {\n\tcase no:\n\t\thttp.Error(w, m, 401)\n\t\treturn\n\t}\n\tact()\n}\n",
			},
			{
				"a closure",
				"\nvar h = §ffunc() {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n\tact()\n}\n",
				"\nvar h = func() {\n\tif no {\n\t\thttp.Error(w, m, 401)\n\t\treturn\n\t}\n\tact()\n}\n",
			},
			{
				"an error is returned",
				"\nfunc §fh() error {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n\treturn act()\n}\n",
				"\nfunc h() error {\n\tif no {\n\t\thttp.Error(w, m, 401)\n\t\treturn nil\n\t}\n\treturn act()\n}\n",
			},
			{
				"the answer gives the error",
				"\nfunc §fh() error {\n\tif no {\n\t\te.§aJSON(401, m)\n\t}\n\treturn act()\n}\n",
				"\nfunc h() error {\n\tif no {\n\t\treturn e.JSON(401, m)\n\t}\n\treturn act()\n}\n",
			},
			{
				"which nobody wants",
				"\nfunc §fh() error {\n\tif no {\n\t\t_ = e.§aJSON(401, m)\n\t}\n\treturn act()\n}\n",
				"\nfunc h() error {\n\tif no {\n\t\treturn e.JSON(401, m)\n\t}\n\treturn act()\n}\n",
			},
			{name: "another function answers", in: "\nfunc §fh() {\n\tif no {\n\t\tdeny()\n\t}\n\tact()\n}\n\nfunc deny() {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n\tlog()\n}\n"},
			{name: "it acts in the branch", in: "\nfunc §fh() {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t\tact()\n\t}\n\tlog()\n}\n"},
			{name: "it returns already", in: "\nfunc §fh() {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t\treturn\n\t}\n\tact()\n}\n"},
			{name: "it returns what acts", in: "\nfunc §fh() error {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t\treturn act()\n\t}\n\treturn nil\n}\n"},
			{name: "nothing follows", in: "\nfunc §fh() {\n\tact()\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n}\n"},
			{name: "no branch", in: "\nfunc §fh() {\n\thttp.§aError(w, m, 401)\n\tact()\n}\n"},
			{name: "a loop", in: "\nfunc §fh() {\n\tfor range x {\n\t\thttp.§aError(w, m, 401)\n\t}\n\tact()\n}\n"},
			{name: "other results", in: "\nfunc §fh() (int, error) {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n\treturn act()\n}\n"},
			{name: "the answer is looked at", in: "\nfunc §fh() error {\n\tif no {\n\t\terr := e.§aJSON(401, m)\n\t}\n\treturn act()\n}\n"},
		})
	})
	t.Run("flat chain", func(t *testing.T) {
		check(t, head, calls, func(at marks) rule.Change { return rule.Stop{Answer: at["a"], Func: at["f"], Chain: "gin"} }, []test{
			{
				"a form that aborts",
				"\nfunc §fm() {\n\tif no {\n\t\tg.§aJSON(401, m)\n\t\treturn\n\t}\n\tg.Next()\n}\n",
				"\nfunc m() {\n\tif no {\n\t\tg.AbortWithStatusJSON(401, m)\n\t\treturn\n\t}\n\tg.Next()\n}\n",
			},
			{
				"and a return",
				"\nfunc §fm() {\n\tif no {\n\t\tg.§aStatus(401)\n\t}\n\tact()\n}\n",
				"\nfunc m() {\n\tif no {\n\t\tg.AbortWithStatus(401)\n\t\treturn\n\t}\n\tact()\n}\n",
			},
			{
				"no such form",
				"\nfunc §fm() {\n\tif no {\n\t\tg.§aString(401, m)\n\t}\n}\n",
				"\nfunc m() {\n\tif no {\n\t\tg.String(401, m)\n\t\tg.Abort()\n\t\treturn\n\t}\n}\n",
			},
			{
				"no such form, and it returns",
				"\nfunc §fm() {\n\tif no {\n\t\tg.§aString(401, m)\n\t\treturn\n\t}\n}\n",
				"\nfunc m() {\n\tif no {\n\t\tg.String(401, m)\n\t\tg.Abort()\n\t\treturn\n\t}\n}\n",
			},
			{name: "what answers cannot abort", in: "\nfunc §fm() {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n\tg.Next()\n}\n"},
		})
	})
	t.Run("chain of wrappers", func(t *testing.T) {
		check(t, head, calls, func(at marks) rule.Change { return rule.Stop{Answer: at["a"], Func: at["f"], Chain: "chi"} }, []test{
			{
				"a return is enough",
				"\nfunc §fm() {\n\tif no {\n\t\thttp.§aError(w, m, 401)\n\t}\n\tnext()\n}\n",
				"\nfunc m() {\n\tif no {\n\t\thttp.Error(w, m, 401)\n\t\treturn\n\t}\n\tnext()\n}\n",
			},
		})
	})
}

var answering = map[string]routes.Callee{
	"http.Error":         {Symbol: "net/http.Error"},
	"w.WriteHeader":      {Symbol: "(net/http.ResponseWriter).WriteHeader"},
	"e.ForbiddenError":   {Symbol: "(*github.com/pocketbase/pocketbase/tools/router.Event).ForbiddenError"},
	"own.ForbiddenError": {Symbol: "(*example.com/x.T).ForbiddenError"},
}

func TestAnswer(t *testing.T) {
	const head = "package p\n\nimport (\n\t\"net/http\"\n\n\t\"example.com/x/own\"\n\tfi \"github.com/gofiber/fiber/v2\"\n\t\"github.com/labstack/echo/v4\"\n\t\"google.golang.org/grpc/codes\"\n)\n"
	branch := func(s string) string { return "\nfunc h() {\n\tif §qno {\n\t\t" + s + "\n\t\treturn\n\t}\n}\n" }
	done := func(s string) string { return strings.ReplaceAll(branch(s), "§q", "") }
	check(t, head, answering, func(at marks) rule.Change { return rule.Answer{At: at["a"], Asked: at["q"], Has: 403, Get: 401} }, []test{
		{"a constant", branch("http.§aError(w, m, http.StatusForbidden)"), done("http.Error(w, m, http.StatusUnauthorized)")},
		{"with its text", branch("http.§aError(w, http.StatusText(http.StatusForbidden), http.StatusForbidden)"), done("http.Error(w, http.StatusText(http.StatusUnauthorized), http.StatusUnauthorized)")},
		{"with its name", branch("http.§aError(w, `FORBIDDEN`, http.StatusForbidden)"), done("http.Error(w, `UNAUTHORIZED`, http.StatusUnauthorized)")},
		{"with another text", branch("http.§aError(w, \"forbidden door\", http.StatusForbidden)"), done("http.Error(w, \"forbidden door\", http.StatusUnauthorized)")},
		{"a number", branch("w.§aWriteHeader(403)"), done("w.WriteHeader(401)")},
		{"under another name", branch("c.§aStatus(fi.StatusForbidden)"), done("c.Status(fi.StatusUnauthorized)")},
		{"a code", branch("status.§aError(codes.PermissionDenied, m)"), done("status.Error(codes.Unauthenticated, m)")},
		{"a method", branch("e.§aForbiddenError(m, nil)"), done("e.UnauthorizedError(m, nil)")},
		{
			"an error", "\nfunc h() error {\n\tif §qno {\n\t\t§areturn echo.ErrForbidden\n\t}\n\treturn nil\n}\n",
			"\nfunc h() error {\n\tif no {\n\t\treturn echo.ErrUnauthorized\n\t}\n\treturn nil\n}\n",
		},
		{
			"a case", "\nfunc h() {\n\tswitch {\n\tcase §qno:\n\t\tw.§aWriteHeader(403)\n\t}\n}\n",
			"\nfunc h() {\n\tswitch {\n\tcase no:\n\t\tw.WriteHeader(401)\n\t}\n}\n",
		},
		{
			"another function asks", "\nfunc h() {\n\tif who() == nil {\n\t\tw.§aWriteHeader(403)\n\t}\n}\n\nfunc who() *int {\n\tif §qno {\n\t\treturn nil\n\t}\n\treturn x\n}\n",
			"\nfunc h() {\n\tif who() == nil {\n\t\tw.WriteHeader(401)\n\t}\n}\n\nfunc who() *int {\n\tif no {\n\t\treturn nil\n\t}\n\treturn x\n}\n",
		},
		{
			"both must hold", "\nfunc h() {\n\tif §qno && strict {\n\t\tw.§aWriteHeader(403)\n\t}\n}\n",
			"\nfunc h() {\n\tif no && strict {\n\t\tw.WriteHeader(401)\n\t}\n}\n",
		},
		{name: "one of two cases", in: "\nfunc h() {\n\tswitch {\n\tcase §qno, late:\n\t\tw.§aWriteHeader(403)\n\t}\n}\n"},
		{name: "all other cases", in: "\nfunc h() {\n\tswitch {\n\tcase §qno:\n\tdefault:\n\t\tw.§aWriteHeader(403)\n\t}\n}\n"},
		{name: "one of two", in: "\nfunc h() {\n\tif §qno || late {\n\t\tw.§aWriteHeader(403)\n\t}\n}\n"},
		{name: "not both", in: "\nfunc h() {\n\tif !(§qno && late) {\n\t\tw.§aWriteHeader(403)\n\t}\n}\n"},
		{name: "else of two", in: "\nfunc h() {\n\tif §qyes && early {\n\t} else {\n\t\tw.§aWriteHeader(403)\n\t}\n}\n"},
		{name: "another condition of the function", in: "\nfunc h() {\n\tif §qno {\n\t\tx = 1\n\t}\n\tif late {\n\t\tw.§aWriteHeader(403)\n\t}\n}\n"},
		{name: "no condition", in: "\nfunc h() {\n\tx := §qno\n\tw.§aWriteHeader(403)\n}\n"},
		{name: "a variable", in: branch("w.§aWriteHeader(status)")},
		{name: "a constant of the application's", in: branch("w.§aWriteHeader(own.StatusForbidden)")},
		{name: "a method of the application's", in: branch("own.§aForbiddenError(m)")},
		{name: "two statuses", in: branch("w.§aWriteHeader(pick(403, http.StatusForbidden))")},
		{name: "the other one too", in: branch("w.§aWriteHeader(pick(403, 401))")},
	})
}

func TestSplit(t *testing.T) {
	const head = "package p\n\nimport \"net/http\"\n"
	split := func(has int) func(at marks) rule.Change {
		return func(at marks) rule.Change { return rule.Split{At: at["a"], Asked: at["q"], Also: at["s"], Has: has} }
	}
	t.Run("403", func(t *testing.T) {
		check(t, head, answering, split(403), []test{
			{
				"two statements",
				"\nfunc h() {\n\tif §qu == nil || §s!u.Can() {\n\t\thttp.§aError(w, \"Forbidden\", 403)\n\t\treturn\n\t}\n}\n",
				"\nfunc h() {\n\tif u == nil {\n\t\thttp.Error(w, \"Unauthorized\", 401)\n\t\treturn\n\t}\n\tif !u.Can() {\n\t\thttp.Error(w, \"Forbidden\", 403)\n\t\treturn\n\t}\n}\n",
			},
			{
				"with a variable",
				"\nfunc h() {\n\tif u := f(); §qu == nil || §s!u.Can() {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n",
				"\nfunc h() {\n\tif u := f(); u == nil {\n\t\tw.WriteHeader(401)\n\t\treturn\n\t} else if !u.Can() {\n\t\tw.WriteHeader(403)\n\t\treturn\n\t}\n}\n",
			},
			{
				"with an else",
				"\nfunc h() {\n\tif §qu == nil || §s!u.Can() {\n\t\tw.§aWriteHeader(403)\n\t} else {\n\t\tact()\n\t}\n}\n",
				"\nfunc h() {\n\tif u == nil {\n\t\tw.WriteHeader(401)\n\t} else if !u.Can() {\n\t\tw.WriteHeader(403)\n\t} else {\n\t\tact()\n\t}\n}\n",
			},
			{
				"with an else that is needed",
				"\nfunc h() {\n\tif §qu == nil || §s!u.Can() {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t} else {\n\t\tact()\n\t}\n}\n",
				"\nfunc h() {\n\tif u == nil {\n\t\tw.WriteHeader(401)\n\t\treturn\n\t} else if !u.Can() {\n\t\tw.WriteHeader(403)\n\t\treturn\n\t} else {\n\t\tact()\n\t}\n}\n",
			},
			{
				"an else itself",
				"\nfunc h() {\n\tif x {\n\t} else if §qu == nil || §s!u.Can() {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n",
				"\nfunc h() {\n\tif x {\n\t} else if u == nil {\n\t\tw.WriteHeader(401)\n\t\treturn\n\t} else if !u.Can() {\n\t\tw.WriteHeader(403)\n\t\treturn\n\t}\n}\n",
			},
			{
				"another function asks",
				"\nfunc h() {\n\tif u == nil || §s!u.Can() {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n\nvar z = §q1\n",
				"\nfunc h() {\n\tif u == nil {\n\t\tw.WriteHeader(401)\n\t\treturn\n\t}\n\tif !u.Can() {\n\t\tw.WriteHeader(403)\n\t\treturn\n\t}\n}\n\nvar z = 1\n",
			},
			{name: "another function asks, and what is not clear", in: "\nfunc h() {\n\tif f(u) || §s!u.Can() {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n\nvar z = §q1\n"},
			{name: "the other way round", in: "\nfunc h() {\n\tif §s!u.Can() || §qu == nil {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n"},
			{name: "three", in: "\nfunc h() {\n\tif §qu == nil || late || §s!u.Can() {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n"},
			{name: "one", in: "\nfunc h() {\n\tif §q§sallowed(u) {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n"},
			{name: "in the else", in: "\nfunc h() {\n\tif §qu == nil || §s!u.Can() {\n\t} else {\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n"},
			{name: "a long refusal", in: "\nfunc h() {\n\tif §qu == nil || §s!u.Can() {\n\t\ta()\n\t\tb()\n\t\tc()\n\t\tw.§aWriteHeader(403)\n\t\treturn\n\t}\n}\n"},
		})
	})
	t.Run("401", func(t *testing.T) {
		check(t, head, answering, split(401), []test{{
			"the second one changes",
			"\nfunc h() {\n\tif §qu == nil || §s!u.Can() {\n\t\tw.§aWriteHeader(http.StatusUnauthorized)\n\t\treturn\n\t}\n}\n",
			"\nfunc h() {\n\tif u == nil {\n\t\tw.WriteHeader(http.StatusUnauthorized)\n\t\treturn\n\t}\n\tif !u.Can() {\n\t\tw.WriteHeader(http.StatusForbidden)\n\t\treturn\n\t}\n}\n",
		}})
	})
}

func TestChallenge(t *testing.T) {
	const head = "package x\n\nimport (\n\t\"net/http\"\n\n\t\"github.com/gin-gonic/gin\"\n\t\"github.com/gofiber/fiber/v3\"\n\t\"github.com/labstack/echo/v4\"\n)\n\n"
	check(t, head, nil, func(at marks) rule.Change { return rule.Challenge{At: at["a"], Scheme: "Bearer"} }, []test{
		{
			"net/http", "func f(w http.ResponseWriter, r *http.Request) {\n\tif bad(r) {\n\t\thttp.§aError(w, m, 401)\n\t\treturn\n\t}\n}\n",
			"func f(w http.ResponseWriter, r *http.Request) {\n\tif bad(r) {\n\t\tw.Header().Set(\"WWW-Authenticate\", \"Bearer\")\n\t\thttp.Error(w, m, 401)\n\t\treturn\n\t}\n}\n",
		},
		{
			"gin", "func f(c *gin.Context) {\n\tif bad(c) {\n\t\tc.§aAbortWithStatus(401)\n\t}\n}\n",
			"func f(c *gin.Context) {\n\tif bad(c) {\n\t\tc.Header(\"WWW-Authenticate\", \"Bearer\")\n\t\tc.AbortWithStatus(401)\n\t}\n}\n",
		},
		{
			"echo, an error", "func f(next echo.HandlerFunc) echo.HandlerFunc {\n\treturn func(c echo.Context) error {\n\t\tif bad(c) {\n\t\t\t§areturn echo.ErrUnauthorized\n\t\t}\n\t\treturn next(c)\n\t}\n}\n",
			"func f(next echo.HandlerFunc) echo.HandlerFunc {\n\treturn func(c echo.Context) error {\n\t\tif bad(c) {\n\t\t\tc.Response().Header().Set(\"WWW-Authenticate\", \"Bearer\")\n\t\t\treturn echo.ErrUnauthorized\n\t\t}\n\t\treturn next(c)\n\t}\n}\n",
		},
		{
			"fiber, in a case", "func f(c fiber.Ctx) error {\n\tswitch {\n\tcase bad(c):\n\t\treturn c.§aSendStatus(401)\n\t}\n\treturn nil\n}\n",
			"func f(c fiber.Ctx) error {\n\tswitch {\n\tcase bad(c):\n\t\tc.Set(\"WWW-Authenticate\", \"Bearer\")\n\t\treturn c.SendStatus(401)\n\t}\n\treturn nil\n}\n",
		},
		{"in one line", "func f(w http.ResponseWriter, r *http.Request) {\n\tif bad(r) { http.§aError(w, m, 401); return }\n}\n", ""},
		{"for everybody", "func f(w http.ResponseWriter, r *http.Request) {\n\thttp.§aError(w, m, 401)\n}\n", ""},
		{"by something else", "func f(w *answer, r *http.Request) {\n\tif bad(r) {\n\t\tw.§aDeny(401)\n\t}\n}\n", ""},
	})
}

func TestMove(t *testing.T) {
	change := func(at marks) rule.Change {
		m := rule.Move{Call: at["u"], Before: at["b"]}
		if o, ok := at["o"]; ok {
			m.Over = []routes.Position{o}
		}
		return m
	}
	check(t, "package p\n", nil, change, []test{
		{
			"over registrations, with its comment behind",
			"\nfunc f() {\n\tr := n()\n\tr.§bGET(p, h)\n\tr.§oPOST(p, h)\n\tr.§uUse(g) // log in\n\tr.PUT(p, h)\n}\n",
			"\nfunc f() {\n\tr := n()\n\tr.Use(g) // log in\n\tr.GET(p, h)\n\tr.POST(p, h)\n\tr.PUT(p, h)\n}\n",
		},
		{
			"a function literal",
			"\nfunc f() {\n\tr.§bGET(p, h)\n\tr.§uUse(func() {\n\t\tcheck()\n\t})\n\tr.PUT(p, h)\n}\n",
			"\nfunc f() {\n\tr.Use(func() {\n\t\tcheck()\n\t})\n\tr.GET(p, h)\n\tr.PUT(p, h)\n}\n",
		},
		{name: "over what is not known", in: "\nfunc f() {\n\tr.§bGET(p, h)\n\tr.POST(p, h)\n\tr.§uUse(g)\n}\n"},
		{name: "over something else", in: "\nfunc f() {\n\tr.§bGET(p, h)\n\tg := make()\n\tr.§uUse(g)\n}\n"},
		{name: "over another router's", in: "\nfunc f() {\n\tr.§bGET(p, h)\n\ts.§oPOST(p, h)\n\tr.§uUse(g)\n}\n"},
		{name: "in another block", in: "\nfunc f() {\n\tr.§bGET(p, h)\n\tif x {\n\t\tr.§uUse(g)\n\t}\n}\n"},
		{name: "of a chain of calls", in: "\nfunc f() {\n\tr.§bGET(p, h)\n\tr.Group(p).§uUse(g)\n}\n"},
		{name: "with a comment above", in: "\nfunc f() {\n\tr.§bGET(p, h)\n\t// From here on.\n\tr.§uUse(g)\n}\n"},
		{name: "below a comment", in: "\nfunc f() {\n\t// Open.\n\tr.§bGET(p, h)\n\tr.§uUse(g)\n}\n"},
		{name: "on one line", in: "\nfunc f() {\n\tr.§bGET(p, h); r.§uUse(g)\n}\n"},
	})
}

func TestAttach(t *testing.T) {
	const router = "(*github.com/julienschmidt/httprouter.Router)."
	const gin, echo, chi, fiber = "(*github.com/gin-gonic/gin.Engine).", "(*github.com/labstack/echo/v4.Echo).", "(github.com/go-chi/chi/v5.Router).", "(*github.com/gofiber/fiber/v3.App)."
	takes := func(t string) routes.Callee { return routes.Callee{Symbol: "example.com/x.f", Params: []string{t}} }
	calls := map[string]routes.Callee{
		"mux.Handle": {Symbol: "(*net/http.ServeMux).Handle"}, "mux.HandleFunc": {Symbol: "(*net/http.ServeMux).HandleFunc"},
		"http.HandleFunc": {Symbol: "net/http.HandleFunc"}, "http.Handle": {Symbol: "net/http.Handle"},
		"g.GET": {Symbol: gin + "GET"}, "g.POST": {Symbol: gin + "POST"}, "g.Use": {Symbol: gin + "Use"}, "g.Group": {Symbol: gin + "Group"},
		"e.GET": {Symbol: echo + "GET"}, "e.POST": {Symbol: echo + "POST"}, "e.Use": {Symbol: echo + "Use"},
		"c.Get": {Symbol: chi + "Get"}, "c.Post": {Symbol: chi + "Post"}, "c.With": {Symbol: chi + "With"}, "c.Use": {Symbol: chi + "Use"},
		"f.Get": {Symbol: fiber + "Get"}, "f.Post": {Symbol: fiber + "Post"}, "f.Use": {Symbol: fiber + "Use"},
		"j.HandleFunc": {Symbol: "(*goji.io.Mux).HandleFunc"}, "p.GET": {Symbol: router + "GET"}, "p.Handler": {Symbol: router + "Handler"}, "p.HandlerFunc": {Symbol: router + "HandlerFunc"},
		"object": takes("net/http.Handler"), "function": takes("net/http.HandlerFunc"), "bare": takes("func(net/http.ResponseWriter, *net/http.Request)"),
		"echoed": takes("github.com/labstack/echo/v4.HandlerFunc"), "own": takes("example.com/x.Handler"), "auth": takes("net/http.Handler"), // auth.Role("x")(h) begins with it
	}
	change := func(at marks) rule.Change {
		if _, ok := at["g"]; !ok {
			at["g"] = at["s"]
		}
		return rule.Attach{Route: at["r"], Sibling: at["s"], Attached: at["g"]}
	}
	body := func(lines ...string) string { return "\nfunc f() {\n\t" + strings.Join(lines, "\n\t") + "\n}\n" }
	check(t, "package p\n\nimport (\n\t\"net/http\"\n\n\t\"example.com/x/auth\"\n)\n", calls, change, []test{
		{"around an object", body("mux.§sHandle(`/a`, object(h))", "mux.§rHandle(`/b`, k)"), body("mux.Handle(`/a`, object(h))", "mux.Handle(`/b`, object(k))")},
		{"around a function, with the other method", body("mux.§sHandle(`/a`, object(h))", "mux.§rHandleFunc(`/b`, k)"), body("mux.Handle(`/a`, object(h))", "mux.Handle(`/b`, object(http.HandlerFunc(k)))")},
		{"around a function that is wanted", body("mux.§sHandle(`/a`, function(h))", "mux.§rHandleFunc(`/b`, k)"), body("mux.Handle(`/a`, function(h))", "mux.Handle(`/b`, function(k))")},
		{"around what is converted", body("mux.§sHandle(`/a`, bare(h))", "mux.§rHandle(`/b`, http.HandlerFunc(k))"), body("mux.Handle(`/a`, bare(h))", "mux.Handle(`/b`, bare(k))")},
		{"with arguments", body("mux.§sHandle(`/a`, auth.Role(`x`)(h))", "mux.§rHandle(`/b`, k)"), body("mux.Handle(`/a`, auth.Role(`x`)(h))", "mux.Handle(`/b`, auth.Role(`x`)(k))")},
		{"of the default mux", body("http.§sHandle(`/a`, object(h))", "http.§rHandleFunc(`/b`, k)"), body("http.Handle(`/a`, object(h))", "http.Handle(`/b`, object(http.HandlerFunc(k)))")},
		{"of a router with types of handlers", body("p.§sHandler(`GET`, `/a`, object(h))", "p.§rHandlerFunc(`GET`, `/b`, k)"), body("p.Handler(`GET`, `/a`, object(h))", "p.Handler(`GET`, `/b`, object(http.HandlerFunc(k)))")},
		{"a function literal", body("mux.§sHandleFunc(`/a`, function(h))", "mux.§rHandleFunc(`/b`, func(w http.ResponseWriter, r *http.Request) {})"), body("mux.HandleFunc(`/a`, function(h))", "mux.HandleFunc(`/b`, function(func(w http.ResponseWriter, r *http.Request) {}))")},
		{"one form of handlers", body("e.§sGET(`/a`, echoed(h))", "e.§rPOST(`/b`, k)"), body("e.GET(`/a`, echoed(h))", "e.POST(`/b`, echoed(k))")},
		{"verbs that take functions", body("c.§sGet(`/a`, function(h))", "c.§rPost(`/b`, k)"), body("c.Get(`/a`, function(h))", "c.Post(`/b`, function(k))")},
		{"before the handler", body("g.§sGET(`/a`, m, h)", "g.§rPOST(`/b`, k)"), body("g.GET(`/a`, m, h)", "g.POST(`/b`, m, k)")},
		{"behind the handler", body("e.§sGET(`/a`, h, m)", "e.§rPOST(`/b`, k, other)"), body("e.GET(`/a`, h, m)", "e.POST(`/b`, k, other, m)")},
		{"before the first handler", body("f.§sGet(`/a`, m, h)", "f.§rPost(`/b`, k)"), body("f.Get(`/a`, m, h)", "f.Post(`/b`, m, k)")},
		{"a group for the one route", body("c.§gWith(m).§sGet(`/a`, h)", "c.§rPost(`/b`, k)"), body("c.With(m).Get(`/a`, h)", "c.With(m).Post(`/b`, k)")},
		{name: "to what is not known", in: body("g.§gUse(m)", "g.§sGET(`/a`, h)", "x.§rPOST(`/b`, k)")},
		{"what another router has", body("c.§gUse(m)", "c.§sGet(`/a`, h)", "c.§rPost(`/b`, k)"), body("c.Use(m)", "c.Get(`/a`, h)", "c.With(m).Post(`/b`, k)")},
		{"what a group has", body("api := g.§gGroup(`/api`, m)", "api.§sGET(`/a`, h)", "g.§rPOST(`/b`, k)"), body("api := g.Group(`/api`, m)", "api.GET(`/a`, h)", "g.POST(`/b`, m, k)")},
		{"a variable of both", "\nfunc f(m int) {\n\tg.§sGET(`/a`, m, h)\n\tg.§rPOST(`/b`, k)\n}\n", "\nfunc f(m int) {\n\tg.GET(`/a`, m, h)\n\tg.POST(`/b`, m, k)\n}\n"},
		{name: "a variable of the other's function", in: "\nfunc f(m int) {\n\tg.§sGET(`/a`, m, h)\n}\n\nfunc e() {\n\tg.§rPOST(`/b`, k)\n}\n"},
		{name: "a variable that comes later", in: body("g.§rPOST(`/b`, k)", "m := n()", "g.§sGET(`/a`, m, h)")},
		{name: "a variable that changes", in: body("m := n()", "g.§rPOST(`/b`, k)", "m = o()", "g.§sGET(`/a`, m, h)")},
		{name: "another one of that name", in: body("g.§sGET(`/a`, m, h)", "if x {", "\tm := n()", "\tg.§rPOST(`/b`, k)", "}")},
		{name: "a function literal as guard", in: body("g.§sGET(`/a`, func() {}, h)", "g.§rPOST(`/b`, k)")},
		{name: "two middleware", in: body("g.§sGET(`/a`, m, n, h)", "g.§rPOST(`/b`, k)")},
		{name: "a list", in: body("g.§sGET(`/a`, m...)", "g.§rPOST(`/b`, k)")},
		{name: "to a list", in: body("g.§sGET(`/a`, m, h)", "g.§rPOST(`/b`, k...)")},
		{name: "a prefix", in: body("f.§gUse(`/a`)", "f.§sGet(`/a`, h)", "f.§rPost(`/b`, k)")},
		{name: "of another framework", in: body("e.§gUse(m)", "e.§sGET(`/a`, h)", "g.§rPOST(`/b`, k)")},
		{name: "a pattern that is not written out", in: body("g.§sGET(`/a`, m, h)", "g.§rPOST(p, k)")},
		{name: "an object for a guard of functions", in: body("mux.§sHandle(`/a`, function(h))", "mux.§rHandle(`/b`, k)")},
		{name: "what is converted to another type", in: body("mux.§sHandle(`/a`, bare(h))", "mux.§rHandle(`/b`, own(k))")},
		{name: "a guard that is not known there", in: "\nfunc f(object int) {\n\tmux.§sHandle(`/a`, object(h))\n}\n\nfunc e() {\n\tmux.§rHandle(`/b`, k)\n}\n"},
		{name: "around that of another framework", in: body("p.§sGET(`/a`, own(h))", "e.§rPOST(`/b`, k)")},
		{name: "around what nobody knows the type of", in: body("j.§sHandleFunc(`/a`, object(h))", "mux.§rHandleFunc(`/b`, k)")},
		{name: "another type of handlers", in: body("p.§sHandler(`GET`, `/a`, object(h))", "p.§rGET(`/b`, k)")},
		{name: "a guard of an own type", in: body("mux.§sHandle(`/a`, own(h))", "mux.§rHandle(`/b`, k)")},
		{name: "objects for verbs that take functions", in: body("mux.§sHandleFunc(`/a`, function(h))", "mux.§rHandle(`/b`, k)")},
		{name: "a guard that is not known", in: body("mux.§sHandle(`/a`, unknown(h))", "mux.§rHandle(`/b`, k)")},
		{name: "no guard around it", in: body("mux.§sHandle(`/a`, h)", "mux.§rHandle(`/b`, k)")},
	})
}
