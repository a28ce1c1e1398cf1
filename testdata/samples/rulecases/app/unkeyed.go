package app

import (
	"crypto/ed25519"
	"errors"
	"io"
	"net/http"
	"os"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	jwtware "github.com/gofiber/contrib/jwt"
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/golang-jwt/jwt/v5"
	"github.com/google/go-github/v66/github"
	"github.com/labstack/echo/v4"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/o1egl/paseto"
	"github.com/slack-go/slack"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/rulecases/signer"
)

const hookSecret = "quite secret"

// signs is what signs tokens.
var signs = ed25519.NewKeyFromSeed([]byte("thirty-two bytes, and no secret!"))

// unkeyed has libraries that verify signatures verify none: they are given no secret, or a key that is none, or are told not to, or are not asked.
func unkeyed(m *http.ServeMux) {
	m.Handle("POST /unkeyed/slack/form", slackForm(done))
	m.Handle("POST /unkeyed/slack/written", slackWritten(done))
	m.Handle("POST /unkeyed/slack/dropped", slackDropped(done))
	m.Handle("POST /unkeyed/slack/ensured", slackEnsured(done))
	m.Handle("POST /unkeyed/footer/read", footerRead(done))
	m.Handle("POST /unkeyed/footer/verified", footerVerified(done))
	m.Handle("POST /unkeyed/jose/unsafe", joseUnsafe(done))
	m.Handle("POST /unkeyed/jose/claims", joseClaims(done))
	m.Handle("POST /unkeyed/jose/pieces", josePieces(done))

	g := gin.New()
	g.POST("/unkeyed/gin/hook", hooked, doneGin)
	g.POST("/unkeyed/gin/keyed", hookKeyed, doneGin)
	m.Handle("/unkeyed/gin/", g)

	c := chi.NewRouter()
	keys := &oidc.StaticKeySet{}
	keys.PublicKeys = append(keys.PublicKeys, signs.Public())
	algorithms := []string{"EdDSA"}
	insecure := oidc.NewVerifier("https://here", keys, &oidc.Config{SupportedSigningAlgs: algorithms, SkipClientIDCheck: true, InsecureSkipSignatureCheck: true})
	c.With(identified(insecure)).Post("/unkeyed/chi/insecure", auth.Done)
	c.With(subject{insecure}.named).Post("/unkeyed/chi/subject", auth.Done)
	anybody := oidc.NewVerifier("https://here", keys, &oidc.Config{SupportedSigningAlgs: algorithms, SkipClientIDCheck: true})
	c.With(clients{anybody}.only).Post("/unkeyed/chi/client", auth.Done)
	m.Handle("/unkeyed/chi/", c)

	e := echo.New()
	e.POST("/unkeyed/echo/none", doneEcho, byKey(noneToo))
	e.POST("/unkeyed/echo/signed", doneEcho, signedOnly(notNone))
	e.POST("/unkeyed/echo/setting", doneEcho, signedOnly(noneIf(os.Getenv("UNSIGNED") != "")))
	m.Handle("/unkeyed/echo/", e)

	f := fiber2.New()
	f.Post("/unkeyed/fiber/none", jwtware.New(jwtware.Config{KeyFunc: noneToo, TokenLookup: "header:Authorization"}), doneFiber2)   // want failopen
	f.Post("/unkeyed/fiber/signed", jwtware.New(jwtware.Config{KeyFunc: notNone, TokenLookup: "header:Authorization"}), doneFiber2) // fine failopen
	m.Handle("/unkeyed/fiber/", adaptor.FiberApp(f))

	m.Handle("POST /unkeyed/apart/said", asTold(signer.Said, done))
	m.Handle("POST /unkeyed/apart/unsigned", asTold(signer.Unsigned, done))
	m.Handle("POST /unkeyed/apart/signed", asTold(signer.Signed, done))
}

// asTold lets pass administrators, as another package tells them.
func asTold(whose func(text string) (*signer.Claims, error), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := whose(tokenOf(r))
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if claims.Role != "admin" {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func slackForm(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := slack.NewSecretsVerifier(r.Header, hookSecret); err != nil { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// slackWritten gives the verifier what is to be verified, and does not ask it.
func slackWritten(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := slack.NewSecretsVerifier(r.Header, hookSecret)
		if err != nil { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if _, err := v.Write(body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func slackDropped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := slack.NewSecretsVerifier(r.Header, hookSecret)
		if err != nil { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_, _ = io.Copy(&v, r.Body)
		_ = v.Ensure() // want ignored
		next.ServeHTTP(w, r)
	})
}

func slackEnsured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := slack.NewSecretsVerifier(r.Header, hookSecret) // fine failopen
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		_, _ = io.Copy(&v, r.Body)
		if err := v.Ensure(); err != nil { // fine ignored
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// footerRead believes the part of a token that may be read before it is verified.
func footerRead(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var who string
		if err := paseto.ParseFooter(tokenOf(r), &who); err != nil || who != "user" { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func footerVerified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var who, payload string
		if err := paseto.ParseFooter(tokenOf(r), &who); err != nil || who != "user" { // fine failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if err := paseto.NewV2().Verify(tokenOf(r), signs.Public(), &payload, nil); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func joseUnsafe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims josejwt.Claims
		token, err := josejwt.ParseSigned(tokenOf(r), []jose.SignatureAlgorithm{jose.EdDSA})
		if err != nil || token.UnsafeClaimsWithoutVerification(&claims) != nil || claims.Subject != "user" { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func joseClaims(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims josejwt.Claims
		token, err := josejwt.ParseSigned(tokenOf(r), []jose.SignatureAlgorithm{jose.EdDSA})
		if err != nil || token.Claims(signs.Public(), &claims) != nil { // fine failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// josePieces looks whether a token has the right pieces.
func josePieces(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jws.ParseString(tokenOf(r)); err != nil { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func hooked(c *gin.Context) {
	if _, err := github.ValidatePayload(c.Request, nil); err != nil { // want failopen
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func hookKeyed(c *gin.Context) {
	if _, err := github.ValidatePayload(c.Request, []byte(hookSecret)); err != nil { // fine failopen
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func identified(by *oidc.IDTokenVerifier) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := by.Verify(r.Context(), tokenOf(r)); err != nil { // want failopen
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// A subject is asked for by a verifier.
type subject struct{ by *oidc.IDTokenVerifier }

func (s subject) named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := s.by.Verify(r.Context(), tokenOf(r))
		if err != nil { // want failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		var claims struct {
			Subject string `json:"sub"`
		}
		if token.Claims(&claims) != nil || !isUser(claims.Subject) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// clients lets pass whom the provider knows, for whichever program its token was made.
type clients struct{ by *oidc.IDTokenVerifier }

func (k clients) only(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := k.by.Verify(r.Context(), tokenOf(r)); err != nil { // fine failopen
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func byKey(of jwt.Keyfunc) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if token, err := jwt.Parse(tokenOf(c.Request()), of); err != nil || !token.Valid { // want failopen
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	}
}

func signedOnly(of jwt.Keyfunc) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if token, err := jwt.Parse(tokenOf(c.Request()), of); err != nil || !token.Valid { // fine failopen
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	}
}

// noneToo takes a token that says that nobody has signed it.
func noneToo(token *jwt.Token) (any, error) {
	if token.Method.Alg() == jwt.SigningMethodNone.Alg() {
		return jwt.UnsafeAllowNoneSignatureType, nil
	}
	return signs.Public(), nil
}

// noneIf does so where it is set.
func noneIf(unsigned bool) jwt.Keyfunc {
	return func(*jwt.Token) (any, error) {
		if unsigned {
			return jwt.UnsafeAllowNoneSignatureType, nil
		}
		return signs.Public(), nil
	}
}

func notNone(token *jwt.Token) (any, error) {
	if _, ok := token.Method.(*jwt.SigningMethodEd25519); !ok {
		return nil, errors.New("another algorithm")
	}
	return signs.Public(), nil
}
