package middleware

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
)

// Errors answers for handlers that only report an error to the context.
func Errors(c *gin.Context) {
	c.Next()
	last := c.Errors.Last()
	if last == nil || c.Writer.Written() {
		return
	}
	status := http.StatusInternalServerError
	var refused *auth.Error
	if errors.As(last.Err, &refused) {
		status = refused.Status
	}
	c.JSON(status, gin.H{"error": last.Error()})
}
