// Command cacheprog keeps the go command's build cache in a directory that machines share:
//
//	GOCACHEPROG="cacheprog /mnt/shared" guardvet ./...
//
// It speaks the protocol of https://pkg.go.dev/cmd/go/internal/cacheprog and never removes
// anything. With -log it writes to a file how often it had what it was asked for.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A request is the go command's; the body of a "put" follows as a JSON string.
type request struct {
	ID                 int64
	Command            string
	ActionID, OutputID []byte
	BodySize           int64
}

// A response answers the request of the same ID.
type response struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

// An entry is what the directory has under an action: the output is a file of its own.
type entry struct {
	OutputID []byte
	Size     int64
}

// A cache is the directory, and what was asked for.
type cache struct {
	dir                string
	hits, misses, puts int
}

func main() {
	log := flag.String("log", "", "the `file` to write counts to")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: cacheprog [-log file] directory")
		os.Exit(2)
	}
	c := &cache{dir: flag.Arg(0)}
	err := c.serve(os.Stdin, os.Stdout)
	if *log != "" {
		err = errors.Join(err, os.WriteFile(*log, fmt.Appendf(nil, "hits %d, misses %d, puts %d\n", c.hits, c.misses, c.puts), 0o666))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "cacheprog:", err)
		os.Exit(1)
	}
}

// serve answers one request after the other, until the go command closes the cache.
func (c *cache) serve(in io.Reader, out io.Writer) error {
	dec, enc := json.NewDecoder(bufio.NewReader(in)), json.NewEncoder(out)
	if err := enc.Encode(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var q request
		if err := dec.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		var body []byte
		if q.Command == "put" && q.BodySize > 0 {
			if err := dec.Decode(&body); err != nil {
				return err
			}
		}
		r, err := c.answer(q, body)
		if err != nil {
			r.Err = err.Error()
		}
		r.ID = q.ID
		if err := enc.Encode(r); err != nil || q.Command == "close" {
			return err
		}
	}
}

func (c *cache) answer(q request, body []byte) (response, error) {
	switch q.Command {
	case "get":
		return c.get(q.ActionID)
	case "put":
		return c.put(q.ActionID, q.OutputID, body)
	case "close":
		return response{}, nil
	}
	return response{}, fmt.Errorf("unknown command %q", q.Command)
}

func (c *cache) get(action []byte) (response, error) {
	text, err := os.ReadFile(c.file("action", action))
	if errors.Is(err, fs.ErrNotExist) {
		c.misses++
		return response{Miss: true}, nil
	}
	var e entry
	if err == nil {
		err = json.Unmarshal(text, &e)
	}
	c.hits++
	return response{OutputID: e.OutputID, Size: e.Size, DiskPath: c.file("output", e.OutputID)}, err
}

func (c *cache) put(action, output, body []byte) (response, error) {
	c.puts++
	text, err := json.Marshal(entry{output, int64(len(body))})
	if err == nil {
		err = errors.Join(write(c.file("output", output), body), write(c.file("action", action), text))
	}
	return response{DiskPath: c.file("output", output)}, err
}

func (c *cache) file(kind string, id []byte) string {
	return filepath.Join(c.dir, fmt.Sprintf("%s-%x", kind, id))
}

// write makes a file appear whole, or not at all: others write the same.
func write(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(name), "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
