//go:build unix

package analyzer

import (
	"fmt"
	"math"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// BenchmarkGrowth measures what evaluating an application of each size takes, from the
// decoded program to its route table, and fits exponents: 1 is linear.
func BenchmarkGrowth(b *testing.B) {
	std := withChi(standardImporter(b))
	for _, g := range growths {
		var fits [3]fit // time, memory, steps
		for _, n := range g.long {
			b.Run(fmt.Sprintf("%s-%d", g.name, n), func(b *testing.B) {
				unit := lowerSource(b, std, g.name, g.source(n))
				b.ReportAllocs()
				b.ResetTimer()
				var w work
				var m measured
				for range b.N {
					m = measure(func() { w = evaluated(b, unit, g.routes(n)) })
				}
				steps := float64(w.registering + w.serving)
				b.ReportMetric(steps, "steps")
				b.ReportMetric(m.peak/(1<<20), "peak-MiB")
				b.ReportMetric(m.seconds, "CPU-s")
				fits[0].add(n, m.seconds)
				fits[1].add(n, m.peak)
				fits[2].add(n, steps)
			})
		}
		b.Run(g.name+"-fit", func(b *testing.B) {
			b.ReportMetric(0, "ns/op")
			for i, unit := range []string{"time-exponent", "memory-exponent", "steps-exponent"} {
				b.ReportMetric(fits[i].exponent(), unit)
			}
		})
	}
}

func evaluated(t testing.TB, unit *program.Unit, want int) work {
	table := &routes.Table{}
	w := fillTable(table, unit)
	if len(table.Routes) != want || len(table.Incomplete) > 0 {
		t.Fatalf("%d routes, want %d; incomplete: %v", len(table.Routes), want, table.Incomplete)
	}
	return w
}

// measured is what a run took: seconds of processor time, and the most bytes of heap seen,
// less what there was before.
type measured struct{ seconds, peak float64 }

func measure(run func()) measured {
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	most, stop, done := before.HeapAlloc, make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-tick.C:
			case <-stop:
				tick.Stop()
				return
			}
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
	}()
	start := processorTime()
	run()
	seconds := (processorTime() - start).Seconds()
	close(stop)
	<-done
	runtime.ReadMemStats(&now)
	return measured{seconds, float64(max(most, now.HeapAlloc) - before.HeapAlloc)}
}

func processorTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// A fit is the line through the logarithms of sizes and measures, by least squares; the
// smallest size is left out, because what does not grow weighs most there.
type fit struct{ x, y []float64 }

func (f *fit) add(size int, v float64) {
	f.x, f.y = append(f.x, math.Log(float64(size))), append(f.y, math.Log(v))
}

func (f *fit) exponent() float64 {
	if len(f.x) < 3 {
		return math.NaN()
	}
	x, y := f.x[1:], f.y[1:]
	n, sx, sy, sxx, sxy := float64(len(x)), 0.0, 0.0, 0.0, 0.0
	for i := range x {
		sx, sy, sxx, sxy = sx+x[i], sy+y[i], sxx+x[i]*x[i], sxy+x[i]*y[i]
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
