package driver

import (
	"slices"
	"testing"
)

// What the go command says, as it was recorded with go1.26, and what is said of it.
func TestAdvise(t *testing.T) {
	for said, want := range map[string]string{
		"go.mod file not found in current directory or any parent directory; see 'go help modules'":                           noModule,
		"./...: directory prefix . does not contain main module or its selected dependencies":                                 noModule,
		"./...: directory prefix . does not contain modules listed in go.work or their selected dependencies":                 "./...: directory prefix . does not contain modules listed in go.work or their selected dependencies; 'work' names all packages of the workspace, as in: guardvet work",
		"go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)":                                                   "go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local); install that Go, or let the go command fetch it: GOTOOLCHAIN=auto",
		"a.go:6:2: corp.example/auth@v1.2.3: reading https://proxy.golang.org/corp.example/auth/@v/v1.2.3.zip: 403 Forbidden": "a.go:6:2: corp.example/auth@v1.2.3: reading https://proxy.golang.org/corp.example/auth/@v/v1.2.3.zip: 403 Forbidden; if the module is private, 'go help private' says what to set",
		"a.go:6:2: undefined: nosuch (in x/a)":                                                                                "a.go:6:2: undefined: nosuch (in x/a)",
	} {
		if got := advise([]string{said}); !slices.Equal(got, []string{want}) {
			t.Errorf("%q\nbecomes %q\nwant    %q", said, got, want)
		}
	}
}

// What go1.27 says of a vet tool that was built with go1.26.
func TestOutdated(t *testing.T) {
	said := "internal/abi: /home/me/go/bin/guardvet: exit status 1\n# x/a\n# [x/a]\n./main.go:1:1: package requires newer Go version go1.27 (application built with go1.26)\n"
	want := "guardvet was built with go1.26, and cannot read packages for go1.27; build it with the Go that is used here: GOTOOLCHAIN=$(go env GOVERSION) go install github.com/guardvet/guardvet/cmd/guardvet@latest"
	if got := outdated(said); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := outdated("# x/a\na.go:1:1: one\n"); got != "" {
		t.Errorf("of a package that does not compile: %q", got)
	}
}

// A pattern of the go command is no mistyped command of ours.
func TestNearCommand(t *testing.T) {
	for word, want := range map[string]string{"work": "", "lok": "lock", "std": "", "./lock": ""} {
		if got := nearCommand(word); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
