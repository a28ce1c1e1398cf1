package driver

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/guardvet/guardvet/analyzer"
)

// cacheVariable names the directory in which route tables are kept; "off" has none kept.
const cacheVariable = "GUARDVETCACHE"

// keepTables has a vet tool process keep route tables where the user's caches are.
func keepTables() {
	dir := os.Getenv(cacheVariable)
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return
		}
		dir = filepath.Join(user, "guardvet")
	}
	if !filepath.IsAbs(dir) { // as "off" is; and a vet tool runs in many directories
		return
	}
	analyzer.KeepTables(dir, func() (string, error) {
		var tool strings.Builder
		_, err := writeBuild(&tool)
		return tool.String(), err
	})
}
