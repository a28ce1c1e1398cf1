package frameworks

// encoderEffects: what a program writes about itself can be encoded, or it is a mistake that does not depend on
// who asks. An answer that is left out for it is none that anybody gets instead of a refusal.
func encoderEffects() map[string]Effect {
	return merge(
		symbols("encoding/json", []string{""}, each(Effect{Encodes: true}, "Marshal", "MarshalIndent")),
		symbols("encoding/xml", []string{""}, each(Effect{Encodes: true}, "Marshal", "MarshalIndent")),
		symbols("github.com/goccy/go-json", []string{""}, each(Effect{Encodes: true}, "Marshal", "MarshalIndent")),
		symbols("github.com/bytedance/sonic", []string{""}, each(Effect{Encodes: true}, "Marshal", "MarshalString", "MarshalIndent")),
		symbols("google.golang.org/protobuf/proto", []string{""}, each(Effect{Encodes: true}, "Marshal")),
		symbols("google.golang.org/protobuf/encoding/protojson", []string{""}, each(Effect{Encodes: true}, "Marshal")),
	)
}
