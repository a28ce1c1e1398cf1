package table

import (
	"runtime"
	"sync"

	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// ahead simulates the handlers of all routes, several at a time. Each is simulated
// by itself, so that nothing depends on the order; what is found here is only found
// sooner.
func (b *builder) ahead() {
	jobs := b.jobs()
	sums := make([]*guard.Summary, len(jobs))
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wait.Go(func() {
			for i := range next {
				sums[i] = b.simulate(jobs[i])
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	wait.Wait()
	for i, j := range jobs {
		b.summaries[j] = sums[i]
	}
}

// jobs lists the handlers of all entries, each once.
func (b *builder) jobs() []stepKey {
	var out []stepKey
	seen := map[stepKey]bool{}
	add := func(h value.Value, shape string, onError *value.Func) {
		if _, isNative := native(h); isNative || isUnknown(h) || !comparable(h) {
			return
		}
		if key := (stepKey{v: b.same(h), onError: onError, shape: shape, place: guard.Place{Last: true}}); !seen[key] {
			seen[key] = true
			out = append(out, key)
		}
	}
	for _, r := range b.eval.Routers() {
		onError := b.errorHandler(r.Root())
		for _, e := range r.Entries {
			if choice, ok := e.Handler.(value.Choice); ok {
				for _, alt := range choice.Alts {
					add(alt.Val, e.Shape.Name, onError)
				}
				continue
			}
			add(e.Handler, e.Shape.Name, onError)
		}
	}
	return out
}
