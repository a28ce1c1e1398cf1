package app

import (
	"errors"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// Errors that have nothing in them, made anew wherever they are used: all of a type are
// equal, since what has no size is all at one place.
type (
	nobodyError struct{}
	pausedError struct{}
)

func (nobodyError) Error() string { return "log in first" }
func (nobodyError) Status() int   { return http.StatusUnauthorized }
func (pausedError) Error() string { return "closed for today" }
func (pausedError) Status() int   { return http.StatusConflict }

// A codeError is equal to another one with the same code.
type codeError struct{ Code int }

func (e codeError) Error() string { return http.StatusText(e.Code) }
func (e codeError) Status() int   { return e.Code }

// A statusError says with which status it is to be answered.
type statusError interface {
	error
	Status() int
}

// left has handlers and guards that leave an error in the context, which another middleware answers.
func left(mux *http.ServeMux) {
	g := gin.New()
	g.Use(answers)
	g.GET("/left/known", door{}.enter, doneGin)
	g.GET("/left/guests", door{guests: true}.enter, doneGin)
	g.GET("/left/coded", door{coded: true}.enter, doneGin)
	g.GET("/left/coded/guests", door{coded: true, guests: true}.enter, doneGin)
	g.GET("/left/handler", leaves)
	mux.Handle("/left/", g)

	if os.Getenv("LEFT") == "" { // what answers is there wherever the handler is
		s := gin.New()
		s.Use(answers)
		s.GET("/left/some/handler", leaves)
		mux.Handle("/left/some/", s)
	}
}

// answers takes the errors in turn, and answers as they say.
func answers(c *gin.Context) {
	c.Next()
	for _, err := range c.Errors {
		if errors.Is(err, http.ErrNoCookie) {
			c.JSON(http.StatusNotFound, gin.H{"error": "nothing here"})
			return
		}
		if told, ok := errors.AsType[statusError](err); ok {
			c.JSON(told.Status(), gin.H{"error": told.Error()})
			return
		}
		c.JSON(http.StatusInternalServerError, gin.H{"error": "something went wrong"})
	}
}

// A door lets pass who is known, and guests if it is set so.
type door struct{ guests, coded bool }

func (d door) enter(c *gin.Context) {
	err := d.known(c.Request)
	if err == nil {
		c.Next()
		return
	}
	if !errors.Is(err, &nobodyError{}) && !errors.Is(err, codeError{http.StatusUnauthorized}) {
		c.Abort()
		_ = c.Error(err)
		return
	}
	if d.guests {
		c.Next()
		return
	}
	c.Abort()
	_ = c.Error(err)
}

func (d door) known(r *http.Request) error {
	if len(r.Header) > 100 {
		return &pausedError{}
	}
	if _, err := auth.Authenticate(r); err == nil {
		return nil
	}
	if d.coded {
		return codeError{http.StatusUnauthorized}
	}
	return &nobodyError{}
}

// leaves asks by itself.
func leaves(c *gin.Context) {
	if _, err := auth.Authenticate(c.Request); err != nil {
		_ = c.Error(&nobodyError{})
		return
	}
	doneGin(c)
}
