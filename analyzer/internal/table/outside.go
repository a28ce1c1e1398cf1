package table

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// Clients may be told apart before there is a request: by a certificate that TLS demands, or
// by who may open a socket of the machine. No step of a chain shows it.

// outside says what of this the program's own functions may do; it is empty if there is
// nothing. What libraries do is for whoever asks them to.
func outside(p *program.Program, own func(symbol string) bool) string {
	for _, fn := range p.Funcs() {
		if !own(fn.Name) {
			continue
		}
		for in := range fn.All() {
			if why := outsideBy(in); why != "" {
				return why
			}
		}
	}
	return ""
}

func outsideBy(in *program.Instr) string {
	switch {
	case in.Op == program.FieldAddr && in.Type == "*crypto/tls.ClientAuthType":
		return "the server may ask for certificates"
	case in.Sym == "net.ListenUnix":
		return "it may listen on a socket of the machine"
	case in.Op == program.Call && in.Sym == "net.Listen" && !network(in.Args[0]),
		in.Op == program.Call && in.Sym == "(*net.ListenConfig).Listen" && !network(in.Args[2]):
		return "it may listen on a socket of the machine"
	}
	return ""
}

// network reports whether the name of a network is certainly one that others can reach.
func network(name program.Operand) bool {
	return name.Kind == program.Constant && strings.HasPrefix(name.Const.Str, "tcp")
}

// sockets are the places where the program surely listens on a socket of the machine. Who may open it, its file says.
func sockets(p *program.Program) map[program.Pos]bool {
	out := map[program.Pos]bool{}
	for _, fn := range p.Funcs() {
		for in := range fn.All() {
			if in.Op == program.Call && listensLocally(in) {
				out[in.Pos] = true
			}
		}
	}
	return out
}

func listensLocally(in *program.Instr) bool {
	unix := func(name program.Operand) bool {
		return name.Kind == program.Constant && strings.HasPrefix(name.Const.Str, "unix")
	}
	switch in.Sym {
	case "net.ListenUnix":
		return true
	case "net.Listen":
		return unix(in.Args[0])
	case "(*net.ListenConfig).Listen":
		return unix(in.Args[2])
	}
	return false
}

// isLocal reports whether all that is served comes through such a socket.
func isLocal(s *evaluate.Serve, sockets map[program.Pos]bool) bool {
	return len(s.Listens) > 0 && !slices.ContainsFunc(s.Listens, func(at program.Pos) bool { return !sockets[at] })
}
