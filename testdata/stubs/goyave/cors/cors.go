// Package cors has the form of goyave's options.
package cors

// Options say who may ask from elsewhere.
type Options struct {
	AllowedOrigins     []string
	OptionsPassthrough bool
}

func Default() *Options { return &Options{AllowedOrigins: []string{"*"}} }
