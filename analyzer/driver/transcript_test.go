package driver

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// asCommand is the variable that makes the test binary the command itself.
const asCommand = "GUARDVET_TEST_COMMAND"

// TestMain lets the test binary be the vet tool that the command under test runs.
func TestMain(m *testing.M) {
	if isVetProtocol(os.Args[1:]) {
		flag.CommandLine = flag.NewFlagSet(os.Args[0], flag.ExitOnError)
		os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr))
	}
	if os.Getenv(asCommand) != "" {
		os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Setenv(cacheVariable, "off") // tests are of what is made, and leave nothing
	os.Exit(m.Run())
}

// TestTranscripts runs the command lines of testdata/*.txt, each file over the
// module that it carries, and compares what they print. Lines of stderr begin
// with "! ", and the exit code stands below unless it is 0.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			file, err := filepath.Abs(file)
			if err != nil {
				t.Fatal(err)
			}
			unpack(t, archive)
			want := string(archive.Comment)
			got := replay(t, want)
			if got == want {
				return
			}
			if *update {
				archive.Comment = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		})
	}
}

// unpack writes the files to a new directory and goes there.
func unpack(t *testing.T, archive *txtar.Archive) {
	t.Helper()
	dir := t.TempDir()
	for _, f := range archive.Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOWORK", "off")
	t.Setenv("GOFLAGS", "")
}

// replay runs a transcript's command lines and writes it as it comes out now.
func replay(t *testing.T, transcript string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	between := true // of a command's output and the next command
	for line := range strings.Lines(transcript) {
		if strings.HasPrefix(line, "# ") && between {
			out.WriteString(line)
			continue
		}
		between = line == "\n"
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		out.WriteString(line)
		var stdout, stderr bytes.Buffer
		code := 0
		switch args := words(command); args[0] {
		case "guardvet":
			code = Main(args[1:], &stdout, &stderr)
		case "cat":
			stdout.WriteString(content(t, args[1]))
		case "cp":
			if err := os.WriteFile(args[2], []byte(content(t, args[1])), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Fatalf("%s: not a command of transcripts", args[0])
		}
		out.WriteString(strings.ReplaceAll(stdout.String(), dir, "$WORK"))
		for line := range strings.Lines(strings.ReplaceAll(stderr.String(), dir, "$WORK")) {
			out.WriteString("! " + line)
		}
		if code != 0 {
			fmt.Fprintf(&out, "[exit %d]\n", code)
		}
		out.WriteString("\n")
	}
	return out.String()
}

func content(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// words splits a command line at its spaces, but not inside single quotes.
func words(line string) []string {
	var out []string
	for i, part := range strings.Split(strings.TrimSpace(line), "'") {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
