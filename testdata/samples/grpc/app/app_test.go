package app

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for service, info := range New().GetServiceInfo() {
		for _, m := range info.Methods {
			routes = append(routes, served.Route{Method: "POST", Pattern: "/" + service + "/" + m.Name})
		}
	}
	served.Check(t, served.Sample{Packages: "./samples/grpc/...", New: handler, Routes: routes, Login: login})
}

// statuses are those that the codes stand for which the sample answers with.
var statuses = map[int]int{0: 200, 5: 404, 7: 403, 12: 501, 13: 500, 16: 401}

// handler is the server as a handler of net/http that answers with a status: each request is
// a call with one empty message.
func handler() http.Handler {
	s := New()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Proto, r.ProtoMajor, r.ProtoMinor = "HTTP/2.0", 2, 0
		r.Header.Set("Content-Type", "application/grpc")
		r.Body = io.NopCloser(bytes.NewReader(message(r.URL.Path)))
		ctx, cancel := context.WithTimeout(r.Context(), time.Second/5) // some streams end with the call only
		defer cancel()
		answer := httptest.NewRecorder()
		s.ServeHTTP(answer, r.WithContext(ctx))
		got := answer.Result()
		if got.Header.Get(served.Acted) != "" {
			w.Header().Set(served.Acted, "1")
		}
		code, err := strconv.Atoi(got.Trailer.Get("Grpc-Status"))
		status, ok := statuses[code]
		switch {
		case answer.Body.Len() > 0: // it had something to say before it ended
			status = http.StatusOK
		case err != nil || !ok:
			status = http.StatusInternalServerError
		}
		w.WriteHeader(status)
	})
}

// message is a message of the kind that a method wants: an empty one, or one that asks
// for the list of services.
func message(path string) []byte {
	if strings.HasPrefix(path, "/grpc.reflection.") {
		return []byte{0, 0, 0, 0, 2, 7<<3 | 2, 0}
	}
	return make([]byte, 5)
}

func login(r *http.Request, who string) {
	r.Header.Set("Authorization", "Bearer "+who)
	if strings.HasPrefix(r.URL.Path, "/shop.v1.Hooks/") {
		r.Header.Set("X-Hook-Key", "hook-key")
	}
}
