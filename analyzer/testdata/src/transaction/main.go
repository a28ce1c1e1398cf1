// A database that takes the transaction which its caller may have begun out of the context: no step begins one, so that what the
// database says is about nobody. A user that an earlier step leaves there is something else.
package main

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
)

type (
	txKey   struct{}
	userKey struct{}
	errKey  struct{}
)

type queries struct{ db *sql.DB }

var base *queries

func from(ctx context.Context) *queries {
	if q, ok := ctx.Value(txKey{}).(*queries); ok {
		return q
	}
	return base
}

func (q *queries) one(ctx context.Context, text string, args ...any) (yes bool, err error) {
	err = q.db.QueryRowContext(ctx, text, args...).Scan(&yes)
	return yes, err
}

// within is what begins one.
func within(ctx context.Context, do func(context.Context) error) error {
	return do(context.WithValue(ctx, txKey{}, &queries{}))
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /news", installed(page))       // want `^GET /news: unguarded none`
	mux.HandleFunc("GET /count", count)                // want `^GET /count: unguarded none`
	mux.HandleFunc("POST /news", installed(write))     // want `^POST /news: unguarded none`
	mux.HandleFunc("GET /own", known(installed(page))) // want `^GET /own: guarded authn known`
	mux.HandleFunc("GET /mine", finds(mine))           // want `^GET /mine: guarded authn mine`
	mux.HandleFunc("GET /lost", mine)                  // want `^GET /lost: guarded authn mine`
	http.ListenAndServe("", mux)
}

func page(w http.ResponseWriter, r *http.Request) { w.Write([]byte("page")) }

func installed(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		yes, err := from(r.Context()).one(r.Context(), "select done from setup")
		if err != nil {
			http.Error(w, "broken", http.StatusInternalServerError)
			return
		}
		if !yes {
			http.Redirect(w, r, "/setup", http.StatusFound)
			return
		}
		next(w, r)
	}
}

func count(w http.ResponseWriter, r *http.Request) {
	if _, err := from(r.Context()).one(r.Context(), "select count(*)"); err != nil {
		http.Error(w, "broken", http.StatusInternalServerError)
		return
	}
	w.Write([]byte("many"))
}

func write(w http.ResponseWriter, r *http.Request) {
	err := within(r.Context(), func(ctx context.Context) error {
		yes, err := from(ctx).one(ctx, "insert")
		if err == nil && !yes {
			return errors.New("nothing written")
		}
		return err
	})
	if err != nil {
		http.Error(w, "broken", http.StatusInternalServerError)
		return
	}
	w.Write([]byte("written"))
}

func known(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		yes, err := from(r.Context()).one(r.Context(), "select 1 from tokens where id = ?", r.Header.Get("Authorization"))
		if err != nil || !yes {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// finds leaves the user that it finds, and lets everybody pass.
func finds(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if yes, _ := from(r.Context()).one(r.Context(), "select 1 from tokens where id = ?", r.Header.Get("Authorization")); yes {
			r = r.WithContext(context.WithValue(r.Context(), userKey{}, "ann"))
		}
		next(w, r)
	}
}

func mine(w http.ResponseWriter, r *http.Request) {
	if _, ok := r.Context().Value(userKey{}).(string); !ok {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("yours"))
}
