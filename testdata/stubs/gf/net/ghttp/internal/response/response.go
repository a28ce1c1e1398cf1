// Package response has the form of gf's, and does nothing.
package response

import "net/http"

// BufferWriter keeps what is written until all have returned.
type BufferWriter struct{ Status int }

func (w *BufferWriter) Header() http.Header       { return nil }
func (w *BufferWriter) WriteHeader(int)           {}
func (w *BufferWriter) Write([]byte) (int, error) { return 0, nil }
