package served

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"time"
)

// grpcStatuses are the statuses that the codes stand for which samples answer with.
var grpcStatuses = map[string]int{"0": 200, "5": 404, "7": 403, "12": 501, "16": 401}

// GRPC is a server of gRPC as a handler that answers with statuses. Each request becomes
// a call with the message that is given for its path.
func GRPC(server http.Handler, message func(path string) []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), time.Second/5) // some streams end with the call only
		defer cancel()
		r = r.WithContext(ctx)
		r.Proto, r.ProtoMajor, r.ProtoMinor = "HTTP/2.0", 2, 0
		r.Header.Set("Content-Type", "application/grpc")
		body := message(r.URL.Path)
		r.Body = io.NopCloser(bytes.NewReader(append([]byte{0, 0, 0, 0, byte(len(body))}, body...)))
		answer := httptest.NewRecorder()
		server.ServeHTTP(answer, r)
		got := answer.Result()
		if got.Header.Get(Acted) != "" {
			w.Header().Set(Acted, "1")
		}
		status, ok := grpcStatuses[got.Trailer.Get("Grpc-Status")]
		switch {
		case answer.Body.Len() > 0: // it had something to say before it ended
			status = http.StatusOK
		case !ok:
			status = http.StatusInternalServerError
		}
		w.WriteHeader(status)
	})
}
