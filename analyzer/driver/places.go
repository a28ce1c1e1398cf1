package driver

import "github.com/guardvet/guardvet/analyzer/internal/routes"

// places calls do for every position of a table.
func places(t *routes.Table, do func(*routes.Position)) {
	guards := func(list []routes.Guard) {
		for i := range list {
			do(&list[i].Position)
			do(&list[i].Attached)
		}
	}
	for _, r := range t.Routes {
		do(&r.Position)
		do(&r.Closed)
		do(&r.HandlerPosition)
		guards(r.Guards)
		guards(r.Missed)
		for i := range r.Chain {
			step(&r.Chain[i], do)
		}
		if r.Public != nil {
			do(&r.Public.Position)
		}
		if r.Declared != nil {
			do(&r.Declared.Position)
		}
	}
	guards(t.Idle)
	for i := range t.Incomplete {
		do(&t.Incomplete[i].Position)
	}
}

func step(s *routes.Step, do func(*routes.Position)) {
	do(&s.Position)
	do(&s.Attached)
	for i := range s.Exits {
		do(&s.Exits[i].Position)
	}
	for i := range s.Faults {
		do(&s.Faults[i].Position)
		do(&s.Faults[i].Asked)
		do(&s.Faults[i].Also)
	}
}
