package frameworks

import "strings"

// encoderEffects: what a program writes about itself can be encoded, or it is a mistake that does not depend on
// who asks. An answer that is left out for it is none that anybody gets instead of a refusal.
func encoderEffects() map[string]Effect {
	return merge(
		symbols("encoding/json", []string{""}, encodes("Marshal MarshalIndent")),
		symbols("encoding/xml", []string{""}, encodes("Marshal MarshalIndent")),
		symbols("github.com/goccy/go-json", []string{""}, encodes("Marshal MarshalIndent")),
		symbols("github.com/bytedance/sonic", []string{""}, encodes("Marshal MarshalString MarshalIndent")),
		symbols("google.golang.org/protobuf/proto", []string{""}, encodes("Marshal")),
		symbols("google.golang.org/protobuf/encoding/protojson", []string{""}, encodes("Marshal")),
	)
}

func encodes(names string) map[string]Effect {
	out := map[string]Effect{}
	for name := range strings.FieldsSeq(names) {
		out[name] = Effect{Encodes: true}
	}
	return out
}
