package report

import (
	"bytes"
	"testing"
)

// FuzzReaders reads what may be no lock and no baseline. What is read can be written, and
// read again as the same.
func FuzzReaders(f *testing.F) {
	f.Add([]byte("# guardvet baseline 1\n# scope: ./...\nunguarded a:1 main.go: text\n"))
	var lock bytes.Buffer
	if err := (&Lock{Scope: "./..."}).Write(&lock); err != nil {
		f.Fatal(err)
	}
	f.Add(append(lock.Bytes(), "GET /a guarded authn\n"...))
	f.Fuzz(func(t *testing.T, text []byte) {
		ReadLock(bytes.NewReader(text))
		b, err := ReadBaseline(bytes.NewReader(text))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := ReadBaseline(&out)
		if err != nil || len(again.Entries) != len(b.Entries) {
			t.Errorf("%q: read %d entries, then %v, %v", text, len(b.Entries), again, err)
		}
	})
}
