// Package config has the form of goyave's configuration.
package config

// Config has nothing.
type Config struct{}

func LoadDefault() *Config { return &Config{} }
