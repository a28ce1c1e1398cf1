package random

import (
	"fmt"
	"os/exec"
	"path/filepath"
)

// Build builds guardvet in a folder and returns its path.
func Build(dir string) (string, error) {
	path := filepath.Join(dir, "guardvet")
	if out, err := exec.Command("go", "build", "-C", filepath.Dir(folder()), "-o", path, "./cmd/guardvet").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %v\n%s", err, out)
	}
	return path, nil
}
