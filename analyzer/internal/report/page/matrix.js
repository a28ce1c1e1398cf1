// The second view: routes against what they demand.
const columns = [
	{ name: "no guard", of: (r) => (r.verdict === "public" || r.verdict === "unguarded" ? r.verdict : "") },
	{ name: "unknown", of: (r) => (r.verdict === "unknown" ? "unknown" : "") },
	{ name: "login", of: (r) => (hasGuard(r, (g) => g.kind === "authn") ? "all" : "") },
	...distinct("demands").map((d) => ({ name: d, of: (r) => named(r, d) })),
	{ name: "other check", of: (r) => (hasGuard(r, (g) => g.kind === "authz" && g.demands.length === 0) ? "all" : "") },
];

const cellSays = { all: "demanded", some: "one of several that a guard names", public: "public", unguarded: "unguarded", unknown: "unknown" };

function hasGuard(r, is) {
	return r.guards.some((g) => is(data.guards[g]));
}

// named tells how a guard of the route names a demand: alone, or among others. Whether
// one of several is enough the table does not say.
function named(r, demand) {
	const lists = r.guards.map((g) => data.guards[g].demands).filter((d) => d.includes(demand));
	if (lists.length === 0) return "";
	return lists.some((d) => d.length === 1) ? "all" : "some";
}

function matrixView(panel) {
	if (shown().length === 0) return void panel.append(nothing());
	const used = columns.filter((c) => data.routes.some((r) => c.of(r)));
	const head = element("div.head", { role: "row", "aria-rowindex": 1 },
		element("span.corner", { role: "columnheader", "aria-colindex": 1 },
			element("span", null, icon("all"), " demanded"), element("span", null, icon("some"), " one of several that a guard names")),
		used.map((c, i) => element("span.column", { role: "columnheader", "aria-colindex": i + 2, title: c.name }, c.name)));
	const list = new List({ role: "grid", kind: "matrix", label: "Routes and what they demand", spaceRole: "rowgroup", head, rows: matrixRows(), draw, open: (row) => open(row.route) });
	list.box.style.setProperty("--columns", used.length);
	list.box.setAttribute("aria-colcount", used.length + 1);
	list.mount(panel);
	list.box.setAttribute("aria-rowcount", list.rows.length + 1);
	return list;

	function draw(row, i) {
		const r = row.route;
		const cells = used.map((c, n) => {
			const is = c.of(r);
			if (!is) return null;
			const cell = element("span.cell." + (is === "all" || is === "some" ? "guarded" : is), { role: "gridcell", "aria-colindex": n + 2, title: c.name + ": " + cellSays[is] }, icon(is), unseen(cellSays[is]));
			cell.style.gridColumn = String(n + 2);
			return cell;
		});
		return element("div.row", { role: "row", "aria-rowindex": i + 2 },
			element("span.who", { role: "rowheader", "aria-colindex": 1 }, element("span.method", null, methodName(r)), element("span.path", { title: r.path }, r.path), drawFlag(r)), element("span.lines", { "aria-hidden": "true" }), cells);
	}
}

function matrixRows() {
	return shown().map((route) => ({ route, key: route.id }));
}
