package app

import (
	"encoding/base64"
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"

	"github.com/guardvet/guardvet/testdata/samples/rulecases/lookup"
)

// signed asks who has signed a token. The library returns the token also if nobody has.
func signed(m *http.ServeMux) {
	m.Handle("POST /signed/there", signedBy(func(text string) (string, error) {
		claims := &jwt.RegisteredClaims{}
		token, err := jwt.ParseWithClaims(text, claims, theKey) // want ignored
		if token != nil {
			return claims.Subject, nil
		}
		return "", err
	}))
	m.Handle("POST /signed/dropped", signedBy(func(text string) (string, error) {
		token, _ := jwt.Parse(text, theKey) // want ignored
		if token == nil {
			return "", errNone
		}
		return token.Claims.GetSubject()
	}))
	m.Handle("POST /signed/parser", signedBy(func(text string) (string, error) {
		claims := &jwt.RegisteredClaims{}
		_, _ = jwt.NewParser().ParseWithClaims(text, claims, theKey) // want ignored
		if claims.Subject == "" {
			return "", errNone
		}
		return claims.Subject, nil
	}))
	m.Handle("POST /signed/apart", signedBy(lookup.Signed))
	m.Handle("POST /signed/error", signedBy(func(text string) (string, error) {
		claims := &jwt.RegisteredClaims{}
		if _, err := jwt.ParseWithClaims(text, claims, theKey); err != nil { // fine ignored
			return "", err
		}
		return claims.Subject, nil
	}))
	m.Handle("POST /signed/valid", signedBy(func(text string) (string, error) {
		token, _ := jwt.Parse(text, theKey) // fine ignored
		if token == nil || !token.Valid {
			return "", errNone
		}
		return token.Claims.GetSubject()
	}))
	m.Handle("POST /signed/told", signedBy(func(text string) (string, error) {
		claims := &jwt.RegisteredClaims{}
		_, err := jwt.ParseWithClaims(text, claims, theKey) // fine ignored
		return claims.Subject, err
	}))
	m.Handle("POST /signed/handed", signedBy(func(text string) (string, error) {
		token, _ := jwt.Parse(text, theKey) // fine ignored
		return subjectOf(token)
	}))
	m.Handle("POST /signed/apart/read", takesApart(done))
	m.Handle("POST /signed/apart/jwx", insecure(done))
	m.Handle("POST /signed/apart/role", roleInside(done))
	m.Handle("POST /signed/apart/option", unverified(done))
	m.Handle("POST /signed/apart/claims", onlyClaims(done))
	m.Handle("POST /signed/apart/helper", subjectInside(done))
	m.Handle("POST /signed/apart/again", issued(done))
	m.Handle("POST /signed/apart/verified", verified(done))
	m.Handle("POST /signed/apart/then", signedBy(func(text string) (string, error) {
		if _, _, err := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{}); err != nil { // fine failopen
			return "", err
		}
		token, err := jwt.Parse(text, theKey) // fine ignored
		if err != nil {
			return "", err
		}
		return token.Claims.GetSubject()
	}))
	e := echo.New()
	e.POST("/signed/apart/echo", doneEcho, echojwt.WithConfig(echojwt.Config{ // want failopen
		TokenLookup: "header:Authorization", ParseTokenFunc: parsedOnly,
	}))
	m.Handle("/signed/apart/echo", e)
	m.Handle("POST /signed/expired", signedBy(func(text string) (string, error) {
		claims := &jwt.RegisteredClaims{}
		_, err := jwt.ParseWithClaims(text, claims, theKey) // fine ignored
		if errors.Is(err, jwt.ErrTokenSignatureInvalid) || errors.Is(err, jwt.ErrTokenMalformed) {
			return "", err
		}
		return claims.Subject, nil
	}))
	m.HandleFunc("POST /signed/link/{token}", func(w http.ResponseWriter, r *http.Request) { // fine unguarded: a link that only the program can have made
		if _, err := jwt.Parse(r.PathValue("token"), theKey); err != nil {
			http.Error(w, "no such link", http.StatusBadRequest)
			return
		}
		done(w, r)
	})
	m.HandleFunc("POST /signed/form/{token}", func(w http.ResponseWriter, r *http.Request) { // want unguarded
		if _, _, err := jwt.NewParser().ParseUnverified(r.PathValue("token"), &jwt.RegisteredClaims{}); err != nil {
			http.Error(w, "no such link", http.StatusBadRequest)
			return
		}
		done(w, r)
	})
}

// signedBy lets pass whoever somebody is found for.
func signedBy(find func(text string) (string, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, err := find(r.Header.Get("Authorization")); err != nil || name == "" {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		done(w, r)
	})
}

func subjectOf(token *jwt.Token) (string, error) {
	if token == nil || !token.Valid {
		return "", errNone
	}
	return token.Claims.GetSubject()
}

func theKey(*jwt.Token) (any, error) { return []byte("rather secret"), nil }

// takesApart asks whether a token can be taken apart.
func takesApart(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := jwt.MapClaims{}
		if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), claims); err != nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func insecure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwx.ParseInsecure([]byte(r.Header.Get("Authorization"))); err != nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// roleInside believes what a token says that nobody has verified.
func roleInside(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := &jwt.RegisteredClaims{}
		if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), claims); err != nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if claims.Subject != "user" {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// unverified has jwx verify nothing.
func unverified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwx.ParseRequest(r, jwx.WithVerify(false)); err != nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// onlyClaims asks what the token says.
func onlyClaims(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwx.ParseInsecure([]byte(tokenOf(r)))
		if err != nil { // want failopen
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if err := jwx.Validate(token); err != nil {
			http.Error(w, "too late", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// subjectInside believes the subject, and a helper says 401 for its absence.
func subjectInside(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := subjectSaid(tokenOf(r)); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func subjectSaid(text string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(text, claims); err != nil { // want failopen
		return "", err
	}
	if claims.Subject == "" {
		return "", errNone
	}
	return claims.Subject, nil
}

// issued looks for the key that the token names, and verifies it with that.
func issued(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwx.ParseString(tokenOf(r), jwx.WithVerify(false)) // fine failopen
		if err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if _, err := jwx.ParseString(tokenOf(r), jwx.WithKey(jwa.HS256, keysOf[token.Issuer()])); err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func parsedOnly(_ echo.Context, text string) (any, error) {
	token, _, err := jwt.NewParser().ParseUnverified(text, &jwt.RegisteredClaims{})
	return token, err
}

// verified takes a token apart, and verifies the pieces.
func verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, parts, err := jwt.NewParser().ParseUnverified(tokenOf(r), &jwt.RegisteredClaims{}) // fine failopen
		if err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		signature, err := base64.RawURLEncoding.DecodeString(parts[2])
		if err != nil || token.Method.Verify(parts[0]+"."+parts[1], signature, keysOf[""]) != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var keysOf = map[string][]byte{"": []byte("rather secret")}

func tokenOf(r *http.Request) string { return r.Header.Get("Authorization") }
