// Package response has the form of gf's.
package response

import (
	"bytes"
	"net/http"
)

// BufferWriter keeps what is written until all have returned. The last status counts.
type BufferWriter struct {
	Status int
	To     http.ResponseWriter
	buffer bytes.Buffer
}

func (w *BufferWriter) Header() http.Header         { return w.To.Header() }
func (w *BufferWriter) WriteHeader(status int)      { w.Status = status }
func (w *BufferWriter) Write(b []byte) (int, error) { return w.buffer.Write(b) }
func (w *BufferWriter) Len() int                    { return w.buffer.Len() }

// Flush sends it.
func (w *BufferWriter) Flush() {
	w.To.WriteHeader(w.Status)
	w.To.Write(w.buffer.Bytes())
}
