package table

import (
	"strings"

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
