// Package kept keeps route tables from one run to the next. The go command keeps what a
// vet tool said of a package until the package, or a fact of what it imports, changes. A change
// that leaves the program as it was for guardvet, such as a comment, or a function that no request
// meets, is a change all the same; then the table is found here, and nothing is executed.
//
// A table is a function of what its key is made of, and of nothing else: see [Key]. One that is
// not found, or is damaged, is made anew; that nothing can be kept is no error.
package kept

import (
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// perPackage is how many tables of a package are kept: those of some branches, and of the package
// with its tests.
const perPackage = 8

// maxTable bounds the bytes of a table, uncompressed.
const maxTable = 1 << 28

// A Cache is a directory of tables, and the tool that makes them.
type Cache struct {
	Dir  string // made when the first table is kept
	Tool string // tells one build of the tool from all others
}

// A Key names a table. Parts are all that it is made of but the lines: the program, without what fixes
// alone are told of it, and what the user has set.
type Key struct {
	Package string
	Parts   []string
	Lines   Lines
}

// file is where the table of a key is.
func (c *Cache) file(k Key) string {
	h := sha256.New()
	for _, part := range append([]string{c.Tool, k.Package}, k.Parts...) {
		fmt.Fprintf(h, "%d\n%s", len(part), part)
	}
	return filepath.Join(c.Dir, prefix(k)+hex.EncodeToString(h.Sum(nil)))
}

// prefix begins the names of the tables of a package.
func prefix(k Key) string {
	sum := sha256.Sum256([]byte(k.Package))
	return hex.EncodeToString(sum[:8]) + "-"
}

// Get returns the table of a key, without its settings and its source; ok is false if there is none.
func (c *Cache) Get(k Key) (t *routes.Table, ok bool) {
	name := c.file(k)
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	if t, ok = decode(data, k.Lines); ok {
		now := time.Now()
		os.Chtimes(name, now, now) // it is among those that are in use; if that cannot be noted, it goes sooner
	}
	return t, ok
}

// Put keeps a table, and lets go of old ones of its package. One that would not be read as it
// is, because it holds text that is no text, is not kept.
func (c *Cache) Put(k Key, t *routes.Table) {
	bare := *t
	bare.Settings, bare.Source = nil, nil
	data, ok := encode(&bare, k.Lines)
	if !ok {
		return
	}
	if back, ok := decode(data, k.Lines); !ok || !reflect.DeepEqual(back, &bare) {
		return
	}
	if os.MkdirAll(c.Dir, 0o777) != nil {
		return
	}
	write(c.file(k), data)
	c.trim(prefix(k))
}

// write makes a file appear with its whole content, or not at all.
func write(name string, data []byte) {
	f, err := os.CreateTemp(filepath.Dir(name), "new-*")
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if err = cmp.Or(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
}

// trim removes the tables of a package that were not used for longest, and what runs that were
// killed have left.
func (c *Cache) trim(prefix string) {
	type file struct {
		name string
		used time.Time
	}
	var tables []file
	entries, _ := os.ReadDir(c.Dir)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue
		}
		switch name := filepath.Join(c.Dir, e.Name()); {
		case strings.HasPrefix(e.Name(), prefix):
			tables = append(tables, file{name, info.ModTime()})
		case time.Since(info.ModTime()) > 30*24*time.Hour:
			os.Remove(name)
		}
	}
	slices.SortFunc(tables, func(a, b file) int { return cmp.Or(b.used.Compare(a.used), strings.Compare(a.name, b.name)) })
	for _, f := range tables[min(perPackage, len(tables)):] {
		os.Remove(f.name)
	}
}

// encode writes a table: the checksum of the rest, and compressed JSON.
func encode(t *routes.Table, lines Lines) ([]byte, bool) {
	text, err := json.Marshal(t)
	t = new(routes.Table) // of which the lines can be changed
	if err != nil || json.Unmarshal(text, t) != nil || !replaceLines(t, lines.Number) {
		return nil, false
	}
	var out bytes.Buffer
	z, _ := flate.NewWriter(&out, flate.BestSpeed)
	if json.NewEncoder(z).Encode(t) != nil || z.Close() != nil {
		return nil, false
	}
	sum := sha256.Sum256(out.Bytes())
	return append(sum[:], out.Bytes()...), true
}

// decode reads what encode wrote.
func decode(data []byte, lines Lines) (*routes.Table, bool) {
	if len(data) < sha256.Size || sha256.Sum256(data[sha256.Size:]) != [sha256.Size]byte(data[:sha256.Size]) {
		return nil, false
	}
	t := new(routes.Table)
	body := io.LimitReader(flate.NewReader(bytes.NewReader(data[sha256.Size:])), maxTable)
	return t, json.NewDecoder(body).Decode(t) == nil && replaceLines(t, lines.Line)
}
