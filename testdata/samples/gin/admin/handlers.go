package admin

import (
	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
)

func stats(c *gin.Context) { rest.OK(c, gin.H{"orders": 7}) }

func listUsers(c *gin.Context) { rest.OK(c, []string{"user", "admin"}) }

func (a *Admin) deleteUser(c *gin.Context) {
	rest.OK(c, gin.H{"deleted": c.Param("id"), "as": a.gate.Role})
}

func listJobs(c *gin.Context)  { rest.OK(c, []string{"mail"}) }
func runJob(c *gin.Context)    { rest.OK(c, gin.H{"running": true}) }
func cancelJob(c *gin.Context) { rest.OK(c, gin.H{"canceled": c.Param("id")}) }
