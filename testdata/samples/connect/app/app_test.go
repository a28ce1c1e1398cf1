package app

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/guardvet/guardvet/testdata/samples/connect/shop"
	"github.com/guardvet/guardvet/testdata/served"
)

// streams are the methods that are not unary.
var streams = map[string]bool{"/store.v1.Files/Follow": true}

func TestVerdicts(t *testing.T) {
	routes := []served.Route{
		{Method: "POST", Pattern: "/store.v1.Files/Upload"}, {Method: "POST", Pattern: "/store.v1.Files/Remove"}, {Method: "POST", Pattern: "/store.v1.Files/Follow"},
		{Method: "POST", Pattern: "/store.v1.Files/Replace"}, {Method: "POST", Pattern: "/store.v1.Files/Peek"},
		{Method: "POST", Pattern: "/store.v1.Mapped/Asked"}, {Method: "POST", Pattern: "/store.v1.Mapped/Open"}, {Method: "POST", Pattern: "/store.v1.Mapped/Guests"},
		{Method: "POST", Pattern: "/store.v1.Mapped/Kinds"}, {Method: "POST", Pattern: "/store.v1.Mapped/Busy"},
		{Method: "POST", Pattern: "/store.v1.Mapped/Slow"},
	}
	services := shop.File_store_proto.Services()
	for i := range services.Len() {
		methods := services.Get(i).Methods()
		for i := range methods.Len() {
			pattern := pathOf(methods.Get(i))
			routes = append(routes, served.Route{Method: "POST", Pattern: pattern})
			streams[pattern] = methods.Get(i).IsStreamingServer() || methods.Get(i).IsStreamingClient()
		}
	}
	served.Check(t, served.Sample{Packages: "./samples/connect/...", New: handler, Routes: routes, Login: login})
}

func pathOf(m protoreflect.MethodDescriptor) string {
	return "/" + string(m.Parent().FullName()) + "/" + string(m.Name())
}

// handler is the application as one that answers with a status also at the end of a
// stream.
func handler() http.Handler {
	app := New()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !streams[r.URL.Path] {
			r.Header.Set("Content-Type", "application/json")
			app.ServeHTTP(w, requestWith(r, "{}"))
			return
		}
		r.Header.Set("Content-Type", "application/connect+json")
		r.ProtoMajor = 2
		answer := httptest.NewRecorder()
		app.ServeHTTP(answer, requestWith(r, "\x00\x00\x00\x00\x02{}"))
		if answer.Header().Get(served.Acted) != "" {
			w.Header().Set(served.Acted, "1")
		}
		w.WriteHeader(end(answer.Body.Bytes()))
	})
}

func requestWith(r *http.Request, body string) *http.Request {
	out := httptest.NewRequest(r.Method, r.URL.Path, strings.NewReader(body))
	out.Header, out.ProtoMajor = r.Header, r.ProtoMajor
	return out
}

// end is the status that the last message of a stream stands for: the one that says how
// it ended.
func end(stream []byte) int {
	i := bytes.LastIndexByte(stream, 2) // the flag of that message
	var last struct {
		Error struct{ Code string } `json:"error"`
	}
	if i < 0 || len(stream) < i+5 || json.Unmarshal(stream[i+5:], &last) != nil {
		return http.StatusInternalServerError
	}
	return map[string]int{"": 200, "unauthenticated": 401, "permission_denied": 403, "unimplemented": 501}[last.Error.Code]
}

func login(r *http.Request, who string) {
	r.Header.Set("Authorization", "Bearer "+who)
	if strings.HasPrefix(r.URL.Path, "/store.v1.Hooks/") {
		r.Header.Set("X-Hook-Key", "hook-key")
	}
}
