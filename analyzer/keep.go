package analyzer

import (
	"strconv"
	"sync"

	"github.com/guardvet/guardvet/analyzer/internal/kept"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/table"
)

// tables returns where route tables are kept between runs; nil if nowhere.
var tables = func() *kept.Cache { return nil }

// KeepTables has route tables kept in a directory, for a driver in which a package is analysed again
// whenever a file of it changes. Tool, which is called when there is a table, returns a text that tells
// this build of guardvet from all others, for what another one has kept is not read; if it cannot, nothing is kept.
func KeepTables(dir string, tool func() (string, error)) {
	tables = sync.OnceValue(func() *kept.Cache {
		name, err := tool()
		if err != nil {
			return nil
		}
		return &kept.Cache{Dir: dir, Tool: name}
	})
}

// tableOf is the table of a closed unit: the one that was kept, or one that is made now.
func tableOf(unit *program.Unit, module string, settings *routes.Settings) *routes.Table {
	t := &routes.Table{Package: unit.Path, Module: module, Settings: settings}
	cache := tables()
	if cache == nil {
		fillTable(t, unit)
		return t
	}
	lines := unit.Lines()
	key := kept.Key{Package: unit.Path, Lines: lines, Parts: []string{
		module, configuration.name, configuration.text, strconv.FormatBool(libraries), string(unit.Meaning(lines)),
	}}
	if k, ok := cache.Get(key); ok {
		k.Settings, k.Source = settings, table.SourceOf(program.Link(unit))
		return k
	}
	if w := fillTable(t, unit); !w.failed {
		cache.Put(key, t)
	}
	return t
}
