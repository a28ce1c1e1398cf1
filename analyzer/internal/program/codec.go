package program

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Version is the version of the encoding. A fact written by another version is
// refused, not misread.
const Version = 6

const magic = "guardvet"

// maxUnit bounds the bytes of a unit, uncompressed: facts come from a cache that
// others write to. The largest unit seen has a fiftieth of it.
const maxUnit = 1 << 26

// Encode returns the unit as bytes: the same unit gives the same bytes. Strings
// are stored once, what is alike stands together, and the whole is compressed.
func (u *Unit) Encode() []byte {
	var out bytes.Buffer
	out.WriteString(magic)
	out.WriteByte(Version)
	z, _ := flate.NewWriter(&out, flate.BestSpeed) // a fifth larger than by default, in a fifth of the time
	z.Write(u.layOut(nil))                         // a bytes.Buffer does not fail
	z.Close()
	return out.Bytes()
}

// Meaning returns the bytes of all that is known of the program, with the numbers of its lines for the lines,
// and without the content of its files, which matters to fixes alone. What is made of two units of the
// same meaning is the same, but for the lines.
func (u *Unit) Meaning(lines Lines) []byte {
	bare := *u
	bare.Files = slices.Clone(u.Files)
	for i := range bare.Files {
		bare.Files[i].Sum = ""
	}
	return bare.layOut(lines)
}

// layOut writes the unit, uncompressed, with its lines, or with the numbers that they have.
func (u *Unit) layOut(lines Lines) []byte {
	w := &codec{writing: true, lines: lines, index: map[string]uint64{}}
	w.unit(u)
	body := binary.AppendUvarint(nil, uint64(len(w.strings)))
	for _, s := range w.strings {
		body = binary.AppendUvarint(body, uint64(len(s)))
	}
	for _, s := range w.strings {
		body = append(body, s...)
	}
	for _, column := range w.columns {
		body = binary.AppendUvarint(body, uint64(len(column)))
		body = append(body, column...)
	}
	return body
}

// Decode reads what Encode wrote. Bytes that are damaged, or that another
// version wrote, give an error.
func Decode(data []byte) (*Unit, error) {
	if len(data) < len(magic)+1 || string(data[:len(magic)]) != magic {
		return nil, errors.New("not a guardvet fact")
	}
	if v := data[len(magic)]; v != Version {
		return nil, fmt.Errorf("the fact was written by version %d of the encoding, this is version %d", v, Version)
	}
	body, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[len(magic)+1:])), maxUnit+1))
	if err != nil {
		return nil, fmt.Errorf("damaged guardvet fact: %w", err)
	}
	if len(body) > maxUnit {
		return nil, errors.New("damaged guardvet fact: too large")
	}
	r := &codec{}
	if !r.open(body) {
		return nil, errors.New("damaged guardvet fact")
	}
	u := &Unit{}
	r.unit(u)
	for _, column := range r.columns {
		r.failed = r.failed || len(column) != 0
	}
	if r.failed {
		return nil, errors.New("damaged guardvet fact")
	}
	if err := u.check(); err != nil {
		return nil, fmt.Errorf("damaged guardvet fact: %w", err)
	}
	return u, nil
}

// A codec writes or reads; one description of the layout serves both ways, so
// that they cannot come apart.
type codec struct {
	writing bool
	columns [numColumns][]byte
	column  column // where the next value goes
	strings []string
	index   map[string]uint64
	next    int // register that the next instruction with a result writes
	line    int // of the instruction before
	lines   Lines
	failed  bool
}

// A column holds values that are alike: they compress better side by side.
type column int

const (
	mainColumn column = iota
	opColumn
	dstColumn
	typeColumn
	argColumn
	regColumn
	symColumn
	constColumn
	textColumn
	lineColumn
	colColumn
	flowColumn
	numColumns
)

// in describes values of another column.
func (c *codec) in(k column, describe func()) {
	old := c.column
	c.column = k
	describe()
	c.column = old
}

// open splits an encoded body into its strings and columns.
func (c *codec) open(body []byte) bool {
	c.columns[mainColumn] = body
	sizes := make([]int, 0, 64)
	for range c.length() {
		sizes = append(sizes, int(c.uvarint(0)))
	}
	for _, n := range sizes {
		b := c.bytes(n)
		c.strings = append(c.strings, string(b))
	}
	var columns [numColumns][]byte
	for i := range columns {
		columns[i] = c.bytes(int(c.uvarint(0)))
	}
	if c.failed || len(c.columns[mainColumn]) != 0 {
		return false
	}
	c.columns = columns
	return true
}

// bytes takes n bytes, uninterpreted.
func (c *codec) bytes(n int) []byte {
	buf := c.columns[c.column]
	if n < 0 || n > len(buf) {
		c.fail()
		return nil
	}
	c.columns[c.column] = buf[n:]
	return buf[:n:n]
}

// fail makes every later read come back empty.
func (c *codec) fail() {
	c.failed = true
	c.columns = [numColumns][]byte{}
}

func (c *codec) uvarint(v uint64) uint64 {
	buf := &c.columns[c.column]
	if c.writing {
		*buf = binary.AppendUvarint(*buf, v)
		return v
	}
	v, n := binary.Uvarint(*buf)
	if n <= 0 {
		c.fail()
		return 0
	}
	*buf = (*buf)[n:]
	return v
}

// length reads a count of things that take at least a byte each.
func (c *codec) length() int {
	v := c.uvarint(0)
	if v > uint64(len(c.columns[c.column])) {
		c.fail()
		return 0
	}
	return int(v)
}

func (c *codec) int64(p *int64) {
	buf := &c.columns[c.column]
	if c.writing {
		*buf = binary.AppendVarint(*buf, *p)
		return
	}
	v, n := binary.Varint(*buf)
	if n <= 0 {
		c.fail()
		return
	}
	*buf = (*buf)[n:]
	*p = v
}

func (c *codec) int(p *int) {
	v := int64(*p)
	c.int64(&v)
	*p = int(v)
}

// near describes a number that is mostly close to another.
func (c *codec) near(p *int, to int) {
	d := *p - to
	c.int(&d)
	*p = d + to
}

func (c *codec) bool(p *bool) {
	n := 0
	if *p {
		n = 1
	}
	c.int(&n)
	*p = n != 0
}

func (c *codec) str(p *string) {
	if c.writing {
		i, ok := c.index[*p]
		if !ok {
			i = uint64(len(c.strings))
			c.index[*p] = i
			c.strings = append(c.strings, *p)
		}
		c.uvarint(i)
		return
	}
	i := c.uvarint(0)
	if i >= uint64(len(c.strings)) {
		c.fail()
		return
	}
	*p = c.strings[i]
}

// list describes a slice by its elements. It grows as elements are read: a
// damaged count must not cost memory.
func list[T any](c *codec, s *[]T, each func(*T)) {
	if c.writing {
		c.uvarint(uint64(len(*s)))
		for i := range *s {
			each(&(*s)[i])
		}
		return
	}
	n := int(min(c.uvarint(0), maxUnit))
	if n == 0 || c.failed {
		return
	}
	*s = make([]T, 0, min(n, 64))
	for range n {
		var v T
		each(&v)
		if c.failed {
			return
		}
		*s = append(*s, v)
	}
}

func (c *codec) unit(u *Unit) {
	c.str(&u.Path)
	c.str(&u.Name)
	list(c, &u.Funcs, func(f **Func) {
		if *f == nil {
			*f = &Func{}
		}
		c.fn(*f)
	})
	list(c, &u.Types, func(t **Type) {
		if *t == nil {
			*t = &Type{}
		}
		c.typ(*t)
	})
	list(c, &u.Directives, func(d *Directive) {
		c.pos(&d.Pos)
		c.str(&d.Verb)
		c.str(&d.Reason)
		c.str(&d.Func)
		c.lineOf(d.Pos.File, &d.Line, 0)
	})
	list(c, &u.Files, func(f *File) {
		c.str(&f.Name)
		c.str(&f.Sum)
	})
	list(c, &u.Callers, func(f *Caller) {
		c.str(&f.Func)
		c.int(&f.Param)
	})
	list(c, &u.Failed, c.str)
}

func (c *codec) pos(p *Pos) {
	c.str(&p.File)
	c.lineOf(p.File, &p.Line, 0)
	c.int(&p.Col)
}

// lineOf describes a line of a file, which is mostly close to another one, and returns what is written for it.
func (c *codec) lineOf(file string, line *int, to int) int {
	n := *line
	if c.writing {
		n = c.number(file, n)
	}
	c.near(&n, to)
	if !c.writing {
		*line = n
	}
	return n
}

// number is what is written for a line.
func (c *codec) number(file string, line int) int {
	if n, ok := c.lines.Number(file, line); ok {
		return n
	}
	return ^line
}

func (c *codec) vars(v *[]Var) {
	list(c, v, func(v *Var) {
		c.str(&v.Name)
		c.str(&v.Type)
	})
}
