// The first view: the tree of routes.
const closed = new Set(); // keys of the groups that are folded

function routesView(panel) {
	if (shown().length === 0) return void panel.append(nothing());
	const list = new List({ role: "tree", label: "Routes", rows: treeRows(), draw: drawTreeRow, open: openTreeRow, key: turn });
	list.mount(panel);
	return list;

	function openTreeRow(row) {
		if (row.route) return open(row.route);
		fold(row, row.open);
	}

	function fold(row, shut) {
		if (shut) closed.add(row.key);
		else closed.delete(row.key);
		list.show(treeRows());
		showFold();
	}

	// turn folds and unfolds, or goes to the row above and below.
	function turn(row, key) {
		if (key === "ArrowRight" && row.group) row.open ? list.go(list.active + 1) : fold(row, false);
		else if (key === "ArrowLeft" && row.group && row.open) fold(row, true);
		else if (key === "ArrowLeft" && row.above >= 0) list.go(row.above);
		else return false;
		return true;
	}
}

function treeRows() {
	const root = grow(shown());
	tally(root);
	return flatten(root, closed);
}

function drawTreeRow(row) {
	const aria = { role: "treeitem", "aria-level": row.depth + 1, "aria-setsize": row.siblings, "aria-posinset": row.number };
	const indent = element("span.indent");
	indent.style.setProperty("--depth", row.depth);
	if (row.group) {
		aria["aria-expanded"] = String(row.open);
		return element("div.row.group" + (row.group.kind === "app" ? ".app" : ""), aria, indent, element("span.fold", null, icon("fold")),
			element("span.name", null, row.label), drawTally(row.group));
	}
	const r = row.route;
	const e = element("div.row.route", aria, indent, verdictMark(r.verdict), element("span.method", null, methodName(r)), drawPath(r, row), drawFlag(r), element("span.chips", null, chips(r)));
	e.style.setProperty("--depth", row.depth);
	return e;
}

function methodName(r) {
	return r.method === "*" ? "ANY" : r.method;
}

// drawPath dims what the group above has said already.
function drawPath(r) {
	const parts = r.path.match(/^(.*)(\/[^/]+\/?)$/s);
	if (!parts) return element("span.path", { title: r.path }, r.path);
	return element("span.path", { title: r.path }, element("span.above", null, parts[1]), parts[2]);
}

function drawFlag(r) {
	if (r.findings.length === 0) return null;
	return element("span.flag", { title: count(r.findings.length, "finding") }, icon("finding"), String(r.findings.length), unseen(r.findings.length === 1 ? "finding" : "findings"));
}

function drawTally(b) {
	return element("span.tally", null, verdicts.filter((v) => b.tally[v]).map((v) =>
		element("span." + v, { title: v }, icon(v), String(b.tally[v]), unseen(v))));
}

function nothing() {
	return element("p.empty", null, data.routes.length === 0 ? "No routes were found: analyse the packages that serve them, mostly main." : "No route is left by these filters.");
}

// showFold offers to fold or unfold the whole tree.
function showFold() {
	const button = find("fold");
	button.hidden = state.view !== "routes";
	button.textContent = closed.size > 0 ? "Unfold all" : "Fold all";
}

function foldAll() {
	if (closed.size > 0) closed.clear();
	else for (const row of treeRows()) if (row.group) closed.add(row.key);
}
