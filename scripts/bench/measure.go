package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A measure is what one run took: seconds of processor time and of the clock, and bytes.
type measure struct{ cpu, elapsed, memory float64 }

func (b *bench) command(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, b.env
	return cmd
}

// measure runs a tool. That it has findings is no failure; a signal is one.
func (b *bench) measure(dir string, r ready) (measure, error) {
	cmd := b.command(dir, r.args[0], r.args[1:]...)
	cmd.Env = append(cmd.Env, r.env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return measure{}, err
	}
	stop, most := make(chan bool), make(chan float64)
	go watch(cmd.Process.Pid, stop, most)
	err := cmd.Wait()
	m := measure{elapsed: time.Since(start).Seconds()}
	stop <- true
	m.memory = <-most
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || !exit.Exited() || exit.ExitCode() > 3) {
		return m, fmt.Errorf("%w\n%s", err, said.Bytes())
	}
	m.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds() // with those that it waited for
	return m, nil
}

// watch looks every 20 ms at what the processes of a group have resident together.
func watch(group int, stop chan bool, most chan float64) {
	seen, tick := 0.0, time.NewTicker(20*time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			most <- seen
			return
		case <-tick.C:
			seen = max(seen, resident(group))
		}
	}
}

// resident sums the resident memory of a process group (proc(5), stat: fields 5 and 24).
func resident(group int) float64 {
	sum := 0
	files, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended
		}
		_, rest, _ := strings.Cut(string(data), ") ") // the name may have anything in it
		if f := strings.Fields(rest); len(f) > 21 && f[2] == strconv.Itoa(group) {
			pages, _ := strconv.Atoi(f[21])
			sum += pages
		}
	}
	return float64(sum * os.Getpagesize())
}

func loadAverage() string {
	data, _ := os.ReadFile("/proc/loadavg")
	load, _, _ := strings.Cut(string(data), " ")
	return load
}
