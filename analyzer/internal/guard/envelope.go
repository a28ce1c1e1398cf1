package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Some interfaces answer 200 to everything, and the body says what became of it:
// {"code": 403, "message": …}.

const maxEnvelope = 3 // how deep a body is looked into

// openEnvelope takes the status from the body that the call writes, if that is a struct or a map with
// the number of a refusal in it. Whether the response should have that status, too, is a matter of taste.
func (c *effectCall) openEnvelope() {
	for i := range c.args {
		if c.st.status != 200 {
			return
		}
		if status := c.refusal(c.args[i].v, 0); status != 0 {
			c.st.status, c.st.inBody = status, true
		}
	}
}

// refusal is the number of a refusal that a body has in it, or 0.
func (c *effectCall) refusal(v value.Value, depth int) int {
	if depth == maxEnvelope {
		return 0
	}
	switch v := value.Deref(v).(type) {
	case value.Pointer:
		t := c.prog.Type(v.Cell.Type)
		switch {
		case t != nil && t.Kind == program.KindStruct:
			return c.refusal(c.load(v.Cell, c.st, v.Cell.Type).v, depth)
		case c.local(v.Cell): // a map, perhaps
			if in, ok := c.read(c.st, v.Cell); ok && isRefusal(in.status) {
				return in.status
			}
		}
	case *value.Struct:
		for _, f := range v.Fields {
			if f == nil {
				continue
			}
			switch part := value.Deref(c.load(f, c.st, f.Type).v).(type) {
			case value.Int:
				if isRefusal(int(part)) {
					return int(part)
				}
			case *value.Struct:
				if status := c.refusal(part, depth+1); status != 0 {
					return status
				}
			}
		}
	}
	return 0
}

func isRefusal(number int) bool { return number == 401 || number == 403 }

// saidNumber is the number that a value of a map is, if it may be a status.
func saidNumber(v value.Value) int {
	if n, ok := value.Deref(v).(value.Int); ok && n >= 200 && n < 600 {
		return int(n)
	}
	return 0
}
