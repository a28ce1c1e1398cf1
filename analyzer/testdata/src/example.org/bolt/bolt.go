// Package bolt calls what is to be done in a transaction.
package bolt

type DB struct{ values map[string][]byte }

type Tx struct{ db *DB }

func (db *DB) View(do func(tx *Tx) error) error { return do(&Tx{db}) }

func (t *Tx) Get(key []byte) []byte { return t.db.values[string(key)] }

func Open() *DB { return &DB{map[string][]byte{}} }
