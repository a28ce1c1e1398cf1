package driver

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// version prints what the command was built from, as far as the build says it, and
// the versions of what it writes.
func version(e *env, args []string) int {
	if len(args) > 0 {
		return e.fail("version takes no arguments")
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	writeVersion(e, info)
	return exitClean
}

func writeVersion(e *env, info *debug.BuildInfo) {
	print := func(format string, args ...any) { fmt.Fprintf(e.stdout, format+"\n", args...) }
	print("guardvet %s", orElse(info.Main.Version, "of an unknown build"))
	if info.GoVersion != "" {
		print("go %s", strings.TrimPrefix(info.GoVersion, "go"))
	}
	if info.Main.Sum != "" {
		print("module %s %s", info.Main.Path, info.Main.Sum)
	}
	for _, d := range info.Deps {
		if d.Path == "golang.org/x/tools" {
			print("%s %s", d.Path, d.Version)
		}
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision", "vcs.time", "vcs.modified", "GOOS", "GOARCH":
			print("%s %s", s.Key, s.Value)
		}
	}
	print("facts %d", program.Version)
	print("fingerprints %s", report.FingerprintName)
}

// toolVersion is the version for reports; it is empty where the build does not know it.
func toolVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
