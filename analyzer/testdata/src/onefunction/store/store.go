// Package store knows nothing of requests, and is not read.
package store

import (
	"context"
	"database/sql"
	"errors"
)

var DB *sql.DB

var ErrNotFound = errors.New("not found")

type User struct {
	ID   int
	Role string
}

func UserByToken(ctx context.Context, token string) (*User, error) {
	var u User
	err := DB.QueryRowContext(ctx, "SELECT id, role FROM users WHERE token = $1", token).Scan(&u.ID, &u.Role)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	return &u, err
}

func Things(ctx context.Context) ([]string, error) {
	var all []string
	err := DB.QueryRowContext(ctx, "SELECT text FROM things").Scan(&all)
	return all, err
}

func Add(ctx context.Context, owner int, text string) error {
	_, err := DB.ExecContext(ctx, "INSERT INTO things (owner, text) VALUES ($1, $2)", owner, text)
	return err
}

func Remove(ctx context.Context, id string) error {
	_, err := DB.ExecContext(ctx, "DELETE FROM things WHERE id = $1", id)
	return err
}
