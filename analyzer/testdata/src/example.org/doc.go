// Package example stands for libraries of others, which programs here use and nobody reads.
package example
