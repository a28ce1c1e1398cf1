package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/http/httputil"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// finds has handlers that do on their way to a check what says nothing about who asks.
func finds(mux *http.ServeMux) {
	mux.HandleFunc("GET /finds/encoded", sendsJSON)
	mux.HandleFunc("GET /finds/described", described)
	mux.HandleFunc("GET /finds/created", created) // planted fault: what is sent is kept before anything is asked
	mux.HandleFunc("GET /finds/noted", noted)     // planted fault: it asks for the name, and not who asks
	mux.HandleFunc("GET /finds/shown", shown)     // planted fault: everybody may see it
	mux.Handle("GET /finds/page", pageUnless(done))
}

// encode answers, unless the answer cannot be encoded: then nothing is sent.
func encode(w http.ResponseWriter, status int, body any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	w.WriteHeader(status)
	_, err = w.Write(text)
	return err
}

func sendsJSON(w http.ResponseWriter, r *http.Request) {
	if _, err := auth.Authenticate(r); err != nil {
		_ = encode(w, http.StatusUnauthorized, map[string]string{"error": err.Error()})
		return
	}
	auth.Done(w, r)
}

var (
	fieldsLock sync.Mutex
	fields     = map[string]map[string]bool{}
)

// fieldsOf lists the fields of a type, and keeps the list for the next one who asks.
func fieldsOf(kind any) {
	name := reflect.TypeOf(kind).String()
	fieldsLock.Lock()
	defer fieldsLock.Unlock()
	if fields[name] != nil {
		return
	}
	list := map[string]bool{}
	for f := range reflect.TypeOf(kind).Fields() {
		list[f.Name] = true
	}
	fields[name] = list
}

func described(w http.ResponseWriter, r *http.Request) {
	fieldsOf(auth.User{})
	if _, err := auth.Authenticate(r); err != nil {
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

var wishes sync.Map

func created(w http.ResponseWriter, r *http.Request) {
	keepWish(r.URL.Query().Get("wish"))
	auth.Done(w, r)
	if _, err := auth.Authenticate(r); err != nil {
		http.Error(w, "log in", http.StatusUnauthorized)
	}
}

func keepWish(wish string) {
	if _, there := wishes.Load(wish); !there {
		wishes.Store(wish, true)
	}
}

// logs writes a line, with the values that it is given by name.
func logs(level int, about any, args ...any) {
	if level > len(args) {
		return
	}
	var line bytes.Buffer
	switch about := about.(type) {
	case context.Context:
		fmt.Fprint(&line, about.Value(http.ServerContextKey) != nil)
	case *http.Request:
		fmt.Fprint(&line, about.Method)
	case error:
		fmt.Fprint(&line, about.Error())
	}
	for i := 0; i < len(args); i += 2 {
		if name, ok := args[i].(string); ok {
			fmt.Fprint(&line, " "+name+"=")
		}
		if i+1 >= len(args) {
			break
		}
		switch v := args[i+1].(type) {
		case time.Duration:
			fmt.Fprint(&line, v.Round(time.Millisecond))
		case fmt.Stringer:
			fmt.Fprint(&line, v.String())
		case error:
			fmt.Fprint(&line, v.Error())
		case []string:
			fmt.Fprint(&line, len(v))
		default:
			fmt.Fprint(&line, v)
		}
	}
	log.Print(line.String())
}

var errKept = errors.New("kept")

// look looks for a file for somebody, and notes what it does.
func look(ctx context.Context, name string) error {
	for i, step := range []string{"asks", "looks", "waits", "opens"} {
		logs(i, ctx, step, name, "at", time.Now(), "since", time.Duration(i), "of", ctx.Err())
		logs(i+1, step, name, ctx.Err(), "by", []string{step}, "for", errKept)
	}
	if strings.Contains(name, "..") {
		logs(2, ctx, "outside", name, "err", errKept)
		return errKept
	}
	logs(1, ctx, "found", name, "at", time.Now())
	return nil
}

func noted(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	if u, err := auth.Authenticate(r); err == nil {
		ctx = auth.With(ctx, u)
	}
	logs(1, r, "asked", r.URL.Path, "by", r.RemoteAddr)
	if err := look(ctx, r.URL.Path); err == errKept {
		http.Error(w, "not there", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}

// A view is what somebody sees.
type view struct {
	user *auth.User
	open bool
}

// opens returns nothing, and leaves something.
func opens(v *view) { v.open = true }

func shown(w http.ResponseWriter, r *http.Request) {
	var v view
	v.user, _ = auth.Authenticate(r)
	opens(&v)
	if v.user == nil && !v.open {
		http.Error(w, "log in", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// pageUnless shows a page to whoever is not let pass, as a page is shown: with status 200.
func pageUnless(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent, err := httputil.DumpRequest(r, false)
		if err != nil || !bytes.Contains(sent, []byte("Bearer user")) {
			_, _ = w.Write([]byte("<form>"))
			return
		}
		next.ServeHTTP(w, r)
	})
}
