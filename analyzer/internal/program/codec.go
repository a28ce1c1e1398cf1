package program

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Version is the version of the encoding. A fact written by another version is
// refused, not misread.
const Version = 1

const magic = "guardvet"

// maxUnit bounds a decoded unit: facts come from a cache that others write to.
const maxUnit = 1 << 30

// Encode returns the unit as bytes: the same unit gives the same bytes. Strings
// are stored once; the whole is compressed.
func (u *Unit) Encode() []byte {
	w := &codec{writing: true, index: map[string]uint64{}}
	w.unit(u)
	var body bytes.Buffer
	body.Write(binary.AppendUvarint(nil, uint64(len(w.strings))))
	for _, s := range w.strings {
		body.Write(binary.AppendUvarint(nil, uint64(len(s))))
		body.WriteString(s)
	}
	body.Write(w.buf)
	var out bytes.Buffer
	out.WriteString(magic)
	out.WriteByte(Version)
	z, _ := flate.NewWriter(&out, flate.DefaultCompression) // the level is valid
	z.Write(body.Bytes())                                   // a bytes.Buffer does not fail
	z.Close()
	return out.Bytes()
}

// Decode reads what Encode wrote. Bytes that are damaged, or that another
// version wrote, give an error.
func Decode(data []byte) (u *Unit, err error) {
	if len(data) < len(magic)+1 || string(data[:len(magic)]) != magic {
		return nil, errors.New("not a guardvet fact")
	}
	if v := data[len(magic)]; v != Version {
		return nil, fmt.Errorf("the fact was written by version %d of the encoding, this is version %d", v, Version)
	}
	body, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[len(magic)+1:])), maxUnit))
	if err != nil {
		return nil, fmt.Errorf("damaged guardvet fact: %w", err)
	}
	r := &codec{buf: body}
	n := r.length()
	for range n {
		size := r.length()
		if r.failed {
			break
		}
		r.strings = append(r.strings, string(r.buf[:size]))
		r.buf = r.buf[size:]
	}
	u = &Unit{}
	r.unit(u)
	if r.failed || len(r.buf) != 0 {
		return nil, errors.New("damaged guardvet fact")
	}
	return u, nil
}

// A codec writes or reads; one description of the layout serves both ways, so
// that they cannot come apart.
type codec struct {
	writing bool
	buf     []byte
	strings []string
	index   map[string]uint64
	failed  bool
}

func (c *codec) uvarint(v uint64) uint64 {
	if c.writing {
		c.buf = binary.AppendUvarint(c.buf, v)
		return v
	}
	v, n := binary.Uvarint(c.buf)
	if n <= 0 {
		c.failed = true
		c.buf = nil
		return 0
	}
	c.buf = c.buf[n:]
	return v
}

// length reads a count of things that take at least a byte each.
func (c *codec) length() int {
	v := c.uvarint(0)
	if v > uint64(len(c.buf)) {
		c.failed = true
		return 0
	}
	return int(v)
}

func (c *codec) int(p *int) {
	if c.writing {
		c.buf = binary.AppendVarint(c.buf, int64(*p))
		return
	}
	v, n := binary.Varint(c.buf)
	if n <= 0 {
		c.failed = true
		c.buf = nil
		return
	}
	c.buf = c.buf[n:]
	*p = int(v)
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
		c.failed = true
		return
	}
	*p = c.strings[i]
}

// list describes a slice by its elements.
func list[T any](c *codec, s *[]T, each func(*T)) {
	if c.writing {
		c.uvarint(uint64(len(*s)))
	} else if n := c.length(); n > 0 {
		*s = make([]T, n)
	}
	for i := range *s {
		if c.failed {
			return
		}
		each(&(*s)[i])
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
	})
	list(c, &u.Failed, c.str)
}

func (c *codec) pos(p *Pos) {
	c.str(&p.File)
	c.int(&p.Line)
	c.int(&p.Col)
}

func (c *codec) vars(v *[]Var) {
	list(c, v, func(v *Var) {
		c.str(&v.Name)
		c.str(&v.Type)
	})
}

func (c *codec) ints(v *[]int) { list(c, v, c.int) }

func (c *codec) fn(f *Func) {
	c.str(&f.Name)
	c.str(&f.Package)
	c.pos(&f.Pos)
	c.vars(&f.Params)
	c.vars(&f.Free)
	list(c, &f.Results, c.str)
	list(c, &f.TypeParams, c.str)
	c.int(&f.Regs)
	c.bool(&f.Exported)
	c.str(&f.Doc)
	list(c, &f.Blocks, func(b *Block) {
		c.ints(&b.Preds)
		c.ints(&b.Succs)
		list(c, &b.Instrs, func(in *Instr) { c.instr(in, &f.Pos) })
	})
}

func (c *codec) instr(in *Instr, base *Pos) {
	op := int(in.Op)
	c.int(&op)
	in.Op = Op(op)
	c.int(&in.Dst)
	c.str(&in.Type)
	list(c, &in.Args, c.operand)
	c.str(&in.Sym)
	c.int(&in.N)
	list(c, &in.TypeArgs, c.str)
	c.str(&in.Text)
	// Positions are near the function's own: store the difference.
	known := in.Pos.File != ""
	c.bool(&known)
	if !known {
		return
	}
	sameFile := in.Pos.File == base.File
	c.bool(&sameFile)
	if sameFile {
		in.Pos.File = base.File
	} else {
		c.str(&in.Pos.File)
	}
	line := in.Pos.Line - base.Line
	c.int(&line)
	in.Pos.Line = line + base.Line
	c.int(&in.Pos.Col)
}

func (c *codec) operand(o *Operand) {
	kind := int(o.Kind)
	c.int(&kind)
	o.Kind = OperandKind(kind)
	switch o.Kind {
	case Register:
		c.int(&o.Reg)
	case Function, Global:
		c.str(&o.Sym)
	case Constant:
		if o.Const == nil {
			o.Const = &Const{}
		}
		k := int(o.Const.Kind)
		c.int(&k)
		o.Const.Kind = ConstKind(k)
		c.str(&o.Const.Type)
		c.str(&o.Const.Str)
		n := int(o.Const.Int)
		c.int(&n)
		o.Const.Int = int64(n)
	}
}

func (c *codec) typ(t *Type) {
	c.str(&t.Name)
	k := int(t.Kind)
	c.int(&k)
	t.Kind = TypeKind(k)
	c.bool(&t.Named)
	c.bool(&t.Opaque)
	c.str(&t.Elem)
	c.str(&t.Key)
	c.int(&t.Len)
	c.int(&t.ElemSize)
	list(c, &t.Fields, func(f *StructField) {
		c.str(&f.Name)
		c.str(&f.Type)
		c.bool(&f.Embedded)
		c.str(&f.Tag)
	})
	list(c, &t.Methods, c.str)
	list(c, &t.Params, c.str)
	list(c, &t.Results, c.str)
	c.bool(&t.Variadic)
}
