// Package gmeta has the form of gf's, and does nothing.
package gmeta

// Meta is embedded for its tag.
type Meta struct{}
