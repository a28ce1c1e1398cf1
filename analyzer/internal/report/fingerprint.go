package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
)

// FingerprintName is the name and version of the fingerprints, as SARIF wants it
// (SARIF 2.1.0 section 3.27.17). Whoever changes what goes into one raises it.
const FingerprintName = "guardvet/v1"

// Identify gives every finding its fingerprint: what it is about (rule, route or
// function), the file, and the text of the source line, but neither the line's number
// nor the rest of the message. So a finding keeps its fingerprint when lines are
// inserted above it, when the code around it is indented, and when other routes come
// and go. The number at the end tells apart what is alike in all of this; the
// findings must be in order.
func Identify(list []Finding, s *Sources) {
	seen := map[string]int{}
	for i := range list {
		f := &list[i]
		line := strings.Join(strings.Fields(s.Line(f.Position.File, f.Position.Line)), " ")
		sum := sha256.Sum256([]byte(strings.Join([]string{f.Rule, s.inModule(f.Position.File), anonymous.ReplaceAllString(f.Subject, ""), line}, "\x00")))
		id := hex.EncodeToString(sum[:16])
		seen[id]++
		f.Fingerprint = fmt.Sprintf("%s:%d", id, seen[id])
	}
}

// anonymous are the numbers by which the compiler names closures: they change when
// another closure is written above.
var anonymous = regexp.MustCompile(`(\$\d+)+`)
