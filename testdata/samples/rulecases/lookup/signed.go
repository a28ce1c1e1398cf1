package lookup

import "github.com/golang-jwt/jwt/v5"

// Signed returns whose token it is, as the token says.
func Signed(text string) (string, error) {
	token, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return []byte("rather secret"), nil }) // want ignored
	if token == nil {
		return "", err
	}
	name, _ := token.Claims.GetSubject()
	return name, nil
}
