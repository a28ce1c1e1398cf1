package app

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/traps/keeper"
)

var (
	errNoToken  = errors.New("no token")
	errBadToken = errors.New("no token of this kind")
)

// mostTokens bounds how many tokens of one request are looked at.
const mostTokens = 20

// tokens are what a request proves, as often as it says so.
func tokens(r *http.Request) ([]string, error) {
	sent := r.Header.Values("Authorization")
	if len(sent) == 0 {
		return nil, errNoToken
	}
	var out []string
	for i, value := range sent {
		if strings.HasPrefix(value, "Bearer ") {
			out = append(out, value)
		}
		if i >= mostTokens-1 {
			break
		}
	}
	if len(out) == 0 {
		return nil, errBadToken
	}
	return out, nil
}

// noBadToken refuses who sends tokens of which none is somebody's. Who sends none is a guest.
func noBadToken(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		list, err := tokens(r)
		if err == errNoToken {
			next(w, r)
			return
		}
		for _, token := range list {
			if _, bad := auth.Find(token); bad == nil {
				next(w, r)
				return
			}
		}
		http.Error(w, "who are you?", http.StatusUnauthorized)
	}
}

// crowds has more ways through it than are kept apart. What they differ in decides nothing
// about who asks.
func crowds(mux *http.ServeMux) {
	mux.HandleFunc("GET /crowds/counted", noBadToken(done))
	mux.HandleFunc("GET /crowds/listed", listed(false))
	mux.HandleFunc("GET /crowds/known", listed(true))
	mux.HandleFunc("GET /crowds/allowed", allowed)
}

// allowed asks what somebody may do before it has looked at how they want to see a list, and
// refuses who may not behind that.
func allowed(w http.ResponseWriter, r *http.Request) {
	keep := keeper.New()
	token, err := keep.Token(r.Context(), r.Header.Get("Authorization"))
	may := false
	if err == nil {
		if token.Name == "admin" {
			may = true
		} else {
			may = keep.May(token)
		}
	}
	sort, order, mode, title, language, page := "created", "desc", "all", "all of them", "any", 1
	q := r.URL.Query()
	if q.Get("sort") == "updated" {
		sort = "updated"
	}
	if q.Get("order") == "asc" {
		order = "asc"
	}
	switch q.Get("mode") {
	case "liked":
		mode, title = "liked", "liked by somebody"
	case "forked":
		mode, title = "forked", "forked by somebody"
	case "own":
		mode = "own"
	}
	if q.Get("language") == "go" {
		language = "go"
	}
	if q.Get("page") == "2" {
		page = 2
	}
	if !may {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	w.Header().Set("X-List", strings.Join([]string{sort, order, mode, title, language, strconv.Itoa(page)}, ", "))
	done(w, r)
}

// listed shows a list as somebody wants to see it, to those who are known if it must be so, or
// if they ask for what is private.
func listed(known bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		sort, order, mode, title, language, page := "created", "desc", "all", "all of them", "any", 1
		q := r.URL.Query()
		if q.Get("sort") == "updated" {
			sort = "updated"
		}
		if q.Get("order") == "asc" {
			order = "asc"
		}
		switch q.Get("mode") {
		case "liked":
			mode, title = "liked", "liked by somebody"
		case "forked":
			mode, title = "forked", "forked by somebody"
		case "own":
			mode = "own"
		}
		if q.Get("language") == "go" {
			language = "go"
		}
		if p := q.Get("page"); p != "" {
			n, err := strconv.Atoi(p)
			if err != nil {
				http.Error(w, "no such page", http.StatusNotFound)
				return
			}
			page = n
		}
		who, err := auth.Authenticate(r)
		if err != nil && (known || q.Get("private") != "") {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		if who != nil && mode == "own" {
			title = "those of " + who.Name
		}
		w.Header().Set("X-List", strings.Join([]string{sort, order, mode, title, language, strconv.Itoa(page)}, ", "))
		done(w, r)
	}
}
