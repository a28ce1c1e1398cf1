package app

import (
	"io/fs"
	"net/http"
	"os"
	"strconv"
	"testing/fstest"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// How the program asks who somebody is: a setting.
const (
	bySession = iota
	byProxy
	byNobody
)

// pages are open or not, as their authors like.
var pages = map[string]bool{"1": false, "2": true}

// There is a folder for everybody, or one for each who is known.
var (
	everyones fs.FS = fstest.MapFS{"readme": {}}
	shelves         = map[string]fs.FS{"Bearer user": fstest.MapFS{"readme": {}}}
)

func shelf(r *http.Request, shared bool) fs.FS {
	if shared {
		return everyones
	}
	if own, ok := shelves[r.Header.Get("Authorization")]; ok {
		return own
	}
	return fstest.MapFS{}
}

func somebody(r *http.Request) bool {
	_, err := auth.Authenticate(r)
	return err == nil
}

// settings has guards that let pass whoever is known, or everybody if something is so that no request
// has a say in.
func settings(mux *http.ServeMux) {
	way, _ := strconv.Atoi(os.Getenv("WAY"))
	open := os.Getenv("OPEN") != ""
	for path, may := range map[string]func(*http.Request) bool{
		"or":   func(r *http.Request) bool { return somebody(r) || open },
		"then": func(r *http.Request) bool { return somebody(r) && !open },
		"returned": func(r *http.Request) bool {
			if way == bySession {
				return somebody(r)
			}
			return way == byNobody
		},
		"chosen": func(r *http.Request) bool {
			switch way {
			case bySession:
				return somebody(r)
			case byNobody:
				return true
			}
			return false
		},
		"header": func(r *http.Request) bool {
			switch way {
			case bySession:
				return somebody(r)
			case byProxy:
				return r.Header.Get(os.Getenv("HEADER")) != ""
			}
			return false
		},
	} {
		mux.HandleFunc("GET /settings/"+path, func(w http.ResponseWriter, r *http.Request) {
			if !may(r) {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			auth.Done(w, r)
		})
	}
	mux.HandleFunc("GET /settings/page/{page}", func(w http.ResponseWriter, r *http.Request) {
		if somebody(r) || pages[r.PathValue("page")] {
			auth.Done(w, r)
			return
		}
		http.Error(w, "who are you?", http.StatusUnauthorized)
	})
	mux.HandleFunc("GET /settings/limited", func(w http.ResponseWriter, r *http.Request) {
		if !somebody(r) && open { // there may be too many of those who are nobody; they are not refused for it
			http.Error(w, "later", http.StatusTooManyRequests)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /settings/folder", func(w http.ResponseWriter, r *http.Request) {
		if _, err := fs.ReadFile(shelf(r, open), "readme"); err != nil {
			http.Error(w, "there is no such file", http.StatusBadRequest)
			return
		}
		auth.Done(w, r)
	})
}
