// grow makes a tree of routes by the segments of their paths, below their
// application if there are several. The order is that of the table.
function grow(list) {
	const root = branch("", "");
	const several = distinct("app").length > 1;
	for (const r of list) {
		let at = root;
		if (several) at = child(at, r.app, r.app + " ", "app");
		if (r.host) at = child(at, r.host, r.host, "host");
		for (const part of r.pattern.match(/\/[^/]*|[^/]+/g) || []) at = child(at, part, at.kind === "app" ? r.app + " " + part : at.key + part, "path");
		at.own.push(r);
	}
	return root;
}

function branch(label, key, kind) {
	return { label, key, kind, own: [], children: new Map(), total: 0, tally: {} };
}

function child(parent, label, key, kind) {
	let c = parent.children.get(label);
	if (!c) parent.children.set(label, c = branch(label, key, kind));
	return c;
}

// tally counts the routes of every branch by verdict.
function tally(b) {
	const count = (r) => { b.total++; b.tally[r.verdict] = (b.tally[r.verdict] || 0) + 1; };
	b.own.forEach(count);
	for (const c of b.children.values()) {
		tally(c);
		b.total += c.total;
		for (const v of verdicts) b.tally[v] = (b.tally[v] || 0) + (c.tally[v] || 0);
	}
}

// isGroup reports whether a branch is worth a row of its own: it divides.
function isGroup(b) {
	return b.kind === "app" || b.children.size + (b.own.length > 0) > 1 && b.total > 2;
}

// flatten lists the rows of a tree: groups, and the routes of those that are open.
function flatten(root, closed) {
	const rows = [];
	const visit = (b, label, depth, above) => {
		if (b !== root && isGroup(b)) {
			const open = !closed.has(b.key);
			rows.push({ group: b, label, depth, open, key: b.key, above, siblings: 0, number: 0 });
			if (!open) return;
			above = rows.length - 1;
			depth++;
			label = "";
		}
		for (const route of b.own) rows.push({ route, depth, key: "route " + route.id, above });
		for (const c of b.children.values()) visit(c, c.kind === "path" && b.kind !== "app" ? label + c.label : c.label, depth, above);
	};
	visit(root, "", 0, -1);
	numberSiblings(rows);
	return rows;
}

// numberSiblings tells every row which of how many it is, for those who hear the tree.
function numberSiblings(rows) {
	const counts = new Map();
	for (const row of rows) {
		row.number = (counts.get(row.above) || 0) + 1;
		counts.set(row.above, row.number);
	}
	for (const row of rows) row.siblings = counts.get(row.above);
}
