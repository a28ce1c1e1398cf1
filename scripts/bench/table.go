package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
)

func (b *bench) printHead(tools []tool) {
	var list []string
	for _, t := range tools {
		if t.version != "" {
			list = append(list, t.name+" "+t.version)
		}
	}
	fmt.Printf("%s, %d processors, %d rounds; %s\n", runtime.Version(), runtime.NumCPU(), b.rounds, strings.Join(list, ", "))
}

// printTable prints the medians, and behind each what it is to the first tool's.
func printTable(app string, tools []tool, cells map[string][]measure, before, after string) {
	fmt.Printf("\n%s (load %s to %s)\n\n| tool | state | CPU s | | elapsed s | | MiB | |\n|---|---|---|---|---|---|---|---|\n", app, before, after)
	for _, state := range states {
		base := medians(cells[tools[0].name+state])
		for _, t := range tools {
			m := medians(cells[t.name+state])
			fmt.Printf("| %s | %s | %.2f | %.2f | %.2f | %.2f | %.0f | %.2f |\n", t.name, state,
				m.cpu, m.cpu/base.cpu, m.elapsed, m.elapsed/base.elapsed, m.memory/(1<<20), m.memory/base.memory)
		}
	}
}

func medians(list []measure) measure {
	of := func(f func(measure) float64) float64 {
		var all []float64
		for _, m := range list {
			all = append(all, f(m))
		}
		slices.Sort(all)
		return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
	}
	return measure{
		of(func(m measure) float64 { return m.cpu }), of(func(m measure) float64 { return m.elapsed }), of(func(m measure) float64 { return m.memory }),
	}
}
