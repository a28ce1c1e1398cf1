// Package onetime keeps texts under tokens that are good once.
package onetime

type Store struct{ texts map[string]string }

func (s *Store) Take(token string) (string, bool) {
	text, ok := s.texts[token]
	delete(s.texts, token)
	return text, ok
}

func New() *Store { return &Store{map[string]string{}} }
