package frameworks

import "testing"

// TestSpellings asks for the names that fixes write.
func TestSpellings(t *testing.T) {
	for _, s := range Spellings {
		if got := Respell(s.Of, s.Forbidden, 401); got != s.Unauthorized {
			t.Errorf("%v: %q", s, got)
		}
		if got := Respell(s.Of, s.Unauthorized, 403); got != s.Forbidden {
			t.Errorf("%v: %q", s, got)
		}
	}
	for _, c := range [][2]string{{"net/http", "StatusNotFound"}, {"example.com/x", "StatusForbidden"}, {"net/http", "StatusUnauthorized"}} {
		if got := Respell(c[0], c[1], 401); got != "" {
			t.Errorf("%v: %q", c, got)
		}
	}
}

// TestManners asks what the tables say of how frameworks are written.
func TestManners(t *testing.T) {
	for symbol, want := range map[string]string{
		"(*github.com/gin-gonic/gin.Context).String":               "Abort",
		"(*github.com/cloudwego/hertz/pkg/app.RequestContext).XML": "Abort",
		"(github.com/labstack/echo/v4.Context).JSON":               "",
		"net/http.Error": "",
	} {
		if got := Default().Aborts(symbol); got != want {
			t.Errorf("Aborts(%s) = %q", symbol, got)
		}
	}
	for symbol, want := range map[string]string{
		"(github.com/go-chi/chi/v5.Router).Get":  "With",
		"(*github.com/go-chi/chi/v5.Mux).Post":   "With",
		"(*net/http.ServeMux).Handle":            "",
		"(*github.com/gin-gonic/gin.Engine).GET": "",
	} {
		if got := Default().Inline(symbol); got != want {
			t.Errorf("Inline(%s) = %q", symbol, got)
		}
	}
	for framework, want := range map[string]bool{"gin": true, "hertz": true, "echo v4": false, "fiber v2": false, "macaron": false, "chi": false} {
		if got := Default().Flat(framework); got != want {
			t.Errorf("Flat(%s) = %v", framework, got)
		}
	}
	for symbol, want := range map[string]bool{"(*net/http.ServeMux).Handle": true, "net/http.Handle": true, "(*net/http.ServeMux).HandleFunc": false, "(github.com/go-chi/chi/v5.Router).Get": false, "(*github.com/gorilla/mux.Route).Handler": true} {
		if got := Default().TakesObjects(symbol); got != want {
			t.Errorf("TakesObjects(%s) = %v", symbol, got)
		}
	}
	// The method that takes a handler instead is one of the same receiver, with the handler in the same place.
	for symbol, c := range Default().calls {
		if c.Instead == "" {
			continue
		}
		recv := symbol[:len(symbol)-len(lastPart(symbol))]
		if o, ok := Default().Call(recv + c.Instead); !ok || o.Handler != c.Handler || o.Pattern != c.Pattern || o.Op != c.Op || !c.Plain {
			t.Errorf("%s: instead %s: %+v", symbol, c.Instead, o)
		}
	}
	for symbol, e := range Default().effects {
		if e.Aborting == "" {
			continue
		}
		recv := symbol[:len(symbol)-len(lastPart(symbol))]
		if o, ok := Default().Effect(recv + e.Aborting); !ok || !o.Abort || o.Status != e.Status {
			t.Errorf("%s: aborting %s: %+v", symbol, e.Aborting, o)
		}
	}
}

func lastPart(symbol string) string {
	for i := len(symbol) - 1; i >= 0; i-- {
		if symbol[i] == '.' {
			return symbol[i+1:]
		}
	}
	return symbol
}
