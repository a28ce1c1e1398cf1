package program

import (
	"bytes"
	"compress/flate"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// TestRoundTrip encodes units of real and of random content.
func TestRoundTrip(t *testing.T) {
	w := load(t, threeLayers)
	for path, in := range w.inputs {
		u := Lower(in)
		if err := u.check(); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		roundTrip(t, u)
	}
	roundTrip(t, &Unit{})
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		u := &Unit{Path: word(r), Name: word(r)}
		for i := range r.IntN(4) {
			u.Funcs = append(u.Funcs, randomFunc(r, string(rune('a'+i))))
		}
		for i := range r.IntN(4) {
			typ := &Type{}
			fill(r, reflect.ValueOf(typ).Elem())
			typ.Name, typ.Kind = string(rune('a'+i)), TypeKind(r.IntN(int(KindTuple)+1))
			u.Types = append(u.Types, typ)
		}
		fill(r, reflect.ValueOf(&u.Directives).Elem())
		fill(r, reflect.ValueOf(&u.Failed).Elem())
		roundTrip(t, u)
	}
}

func roundTrip(t *testing.T, u *Unit) {
	t.Helper()
	data := u.Encode()
	if !bytes.Equal(data, u.Encode()) {
		t.Error("encoded twice, the bytes differ")
	}
	got, err := Decode(data)
	if err != nil {
		t.Fatalf("%v in\n%s", err, u)
	}
	if !reflect.DeepEqual(got, u) {
		t.Errorf("got\n%s\nwant\n%s", got, u)
	}
}

// randomFunc makes a function that passes check, with every field at random.
func randomFunc(r *rand.Rand, name string) *Func {
	f := &Func{}
	fill(r, reflect.ValueOf(f).Elem())
	f.Name, f.Regs, f.Blocks = name, 30, nil
	blocks := 1 + r.IntN(3)
	for range blocks {
		var b Block
		for range r.IntN(5) {
			b.Instrs = append(b.Instrs, randomInstr(r, Op(1+r.IntN(int(Select)))))
		}
		for i := range b.Instrs {
			if b.Instrs[i].Op == Phi {
				b.Instrs[i].Op = Call
			}
		}
		b.Instrs = append(b.Instrs, randomInstr(r, Return))
		for range r.IntN(3) {
			b.Preds = append(b.Preds, r.IntN(blocks))
		}
		f.Blocks = append(f.Blocks, b)
	}
	return f
}

func randomInstr(r *rand.Rand, op Op) Instr {
	var in Instr
	fill(r, reflect.ValueOf(&in).Elem())
	in.Op, in.Dst, in.Args = op, r.IntN(31)-1, nil
	for range 4 + r.IntN(2) {
		o := Operand{Kind: OperandKind(r.IntN(int(Global) + 1))}
		switch o.Kind {
		case Register:
			o.Reg = r.IntN(30)
		case Function, Global:
			o.Sym = word(r)
		case Constant:
			o.Const = &Const{Kind: ConstKind(r.IntN(7)), Type: word(r), Str: word(r), Int: int64(r.Uint64())}
		}
		in.Args = append(in.Args, o)
	}
	return in
}

func word(r *rand.Rand) string {
	return []string{"", "a", "path/pkg.T", "\xff\x00", "日本", strings.Repeat("x", 300)}[r.IntN(6)]
}

// fill sets every field to something, by reflection, so that a field that the
// codec forgets is found.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	case reflect.Slice:
		if n := r.IntN(3); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(r, v.Index(i))
			}
		}
	case reflect.String:
		v.SetString(word(r))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(r.IntN(2000) - 1000))
	case reflect.Uint8:
		v.SetUint(uint64(r.IntN(3)))
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*Const]() {
			v.Set(reflect.ValueOf(&Const{Str: word(r)}))
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	good := load(t, threeLayers).unit("top").Encode()
	other := bytes.Clone(good)
	other[len(magic)]++
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":         {nil, "not a guardvet fact"},
		"something else":  {[]byte("something else"), "not a guardvet fact"},
		"another version": {other, "written by version"},
		"a part":          {good[:len(good)/2], "damaged"},
		"no body":         {good[:len(magic)+1], "damaged"},
	} {
		if _, err := Decode(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDecodeDamaged changes bytes of the compressed form and of what is inside.
func TestDecodeDamaged(t *testing.T) {
	good := load(t, threeLayers).unit("top").Encode()
	inside := inflate(t, good)
	r := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		data := bytes.Clone(good)
		data[len(magic)+1+r.IntN(len(data)-len(magic)-1)] ^= byte(1 + r.IntN(255))
		decodeAny(t, data)

		body := bytes.Clone(inside)
		for range 1 + r.IntN(3) {
			body[r.IntN(len(body))] = byte(r.IntN(256))
		}
		decodeAny(t, deflate(body))
	}
}

// decodeAny decodes what may be garbage: an error or a unit that can be listed.
func decodeAny(t *testing.T, data []byte) {
	t.Helper()
	u, err := Decode(data)
	if err == nil {
		_ = u.String()
		_ = Link(u)
	}
}

func FuzzDecode(f *testing.F) {
	u := &Unit{Path: "p", Funcs: []*Func{randomFunc(rand.New(rand.NewPCG(5, 6)), "p.F")}}
	f.Add(u.Encode()[len(magic)+1:])
	f.Fuzz(func(t *testing.T, body []byte) {
		decodeAny(t, append([]byte(magic+string(rune(Version))), body...))
		decodeAny(t, deflate(body))
	})
}

func inflate(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := out.ReadFrom(flate.NewReader(bytes.NewReader(data[len(magic)+1:]))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func deflate(body []byte) []byte {
	var out bytes.Buffer
	out.WriteString(magic)
	out.WriteByte(Version)
	z, _ := flate.NewWriter(&out, flate.BestSpeed)
	z.Write(body)
	z.Close()
	return out.Bytes()
}
