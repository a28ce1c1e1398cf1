// Package app guards routes by the policies of casbin, for net/http and for gin.
package app

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

const rules = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && keyMatch(r.obj, p.obj) && r.act == p.act
`

// New makes the application.
func New() http.Handler {
	e := enforcer()
	mux := http.NewServeMux()
	done := http.HandlerFunc(auth.Done)
	mux.Handle("GET /admin/users", authorize(e)(done))
	mux.Handle("GET /admin/known", auth.Require(named(e)(done)))
	mux.Handle("GET /admin/logged", logs(e)(done)) // planted fault: it writes down that it would refuse
	mux.Handle("GET /admin/batch", batch(e)(done))
	mux.HandleFunc("GET /admin/inside", func(w http.ResponseWriter, r *http.Request) {
		if ok, _ := e.Enforce(sender(r), r.URL.Path, r.Method); !ok {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /admin/asked", func(w http.ResponseWriter, r *http.Request) { // planted fault: that the policy could be asked does not say what it says
		if _, err := e.Enforce(sender(r), r.URL.Path, r.Method); err != nil {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.Handle("GET /guests/prices", guests(e)(done))
	mux.Handle("GET /guests/orders", guests(e)(done))
	mux.Handle("/gin/", engine(e))
	return mux
}

func enforcer() *casbin.Enforcer {
	m, err := model.NewModelFromString(rules)
	if err != nil {
		panic(err)
	}
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		panic(err)
	}
	for _, path := range []string{"/admin/*", "/gin/*"} {
		if _, err := e.AddPolicy("admin", path, "GET"); err != nil {
			panic(err)
		}
	}
	if _, err := e.AddPolicy("guest", "/guests/prices", "GET"); err != nil {
		panic(err)
	}
	return e
}

// sender is who sends the request; nobody has no name.
func sender(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func authorize(e *casbin.Enforcer) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ok, err := e.Enforce(sender(r), r.URL.Path, r.Method)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			if !ok {
				http.Error(w, "not for you", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// named asks for the user that a step before has found.
func named(e casbin.IEnforcer) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u := auth.Current(r.Context())
			if ok, err := e.Enforce(u.Name, r.URL.Path, r.Method); err != nil || !ok {
				w.WriteHeader(http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func logs(e *casbin.Enforcer) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if ok, _ := e.Enforce(sender(r), r.URL.Path, r.Method); !ok {
				println("would refuse", r.URL.Path)
			}
			next.ServeHTTP(w, r)
		})
	}
}

// guests asks the policy also about those who say nothing of themselves.
func guests(e *casbin.Enforcer) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			who := sender(r)
			if who == "" {
				who = "guest"
			}
			if ok, err := e.Enforce(who, r.URL.Path, r.Method); err != nil || !ok {
				http.Error(w, "not for you", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func batch(e *casbin.Enforcer) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			all, err := e.BatchEnforce([][]any{{sender(r), r.URL.Path, r.Method}})
			if err != nil || !all[0] {
				http.Error(w, "not for you", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func engine(e *casbin.Enforcer) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.GET("/gin/admin", ginAuthorize(e), done)
	r.GET("/gin/printed", ginPrinted(e), done)
	r.GET("/gin/goeson", ginGoesOn(e), done) // planted fault: it answers and goes on
	return r
}

func ginAuthorize(e *casbin.Enforcer) gin.HandlerFunc {
	return func(c *gin.Context) {
		ok, err := e.Enforce(sender(c.Request), c.Request.URL.Path, c.Request.Method)
		if err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
		if !ok {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// ginPrinted writes down who it is, and answers 401 to everybody whom the policy refuses.
func ginPrinted(e *casbin.Enforcer) gin.HandlerFunc {
	return func(c *gin.Context) {
		who := sender(c.Request)
		if who == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if ok, err := e.Enforce(fmt.Sprint(who), c.Request.URL.Path, c.Request.Method); err != nil || !ok {
			c.AbortWithStatus(http.StatusUnauthorized) // planted fault: it may be known who asks
			return
		}
		c.Next()
	}
}

func ginGoesOn(e *casbin.Enforcer) gin.HandlerFunc {
	return func(c *gin.Context) {
		if ok, _ := e.Enforce(sender(c.Request), c.Request.URL.Path, c.Request.Method); !ok {
			c.Status(http.StatusForbidden)
		}
	}
}

func done(c *gin.Context) { auth.Done(c.Writer, c.Request) }
