package routes

// Before orders positions by file, line and column.
func (p Position) Before(q Position) bool {
	switch {
	case p.File != q.File:
		return p.File < q.File
	case p.Line != q.Line:
		return p.Line < q.Line
	}
	return p.Column < q.Column
}

// Before orders routes as tables list them: by application, host, pattern, method and
// place.
func (r *Route) Before(o *Route) bool {
	switch {
	case r.App != o.App:
		return r.App < o.App
	case r.Host != o.Host:
		return r.Host < o.Host
	case r.Pattern != o.Pattern:
		return r.Pattern < o.Pattern
	case r.Method != o.Method:
		return r.Method < o.Method
	}
	return r.Position.Before(o.Position)
}
