// What the page shows, as the command wrote it. All of it is text to this script: it
// reaches the document as text nodes and never as markup.
const data = JSON.parse(document.getElementById("data").textContent);

const verdicts = ["guarded", "public", "unguarded", "unknown"];
const meaning = {
	guarded: "demand something",
	public: "are open by intent",
	unguarded: "are open, and nothing says that this is meant",
	unknown: "could not be decided",
};

data.routes.forEach((r, i) => {
	r.index = i;
	r.path = r.host + r.pattern;
	r.title = r.method + " " + r.path;
	r.chain = r.chain.map((link) => ({ ...data.steps[link.step], ...link }));
	r.demands = [...new Set(r.guards.flatMap((g) => data.guards[g].demands))];
	r.text = searchable(r);
});

const byID = new Map(data.routes.map((r) => [r.id, r]));

// searchable is what the search looks into.
function searchable(r) {
	const guards = [...r.guards, ...r.missed].map((g) => data.guards[g].name);
	const steps = r.chain.map((s) => s.name);
	const rules = r.findings.map((f) => data.findings[f].rule);
	return [r.title, r.handler, r.package, r.app, r.verdict, r.reason, r.position, ...guards, ...steps, ...r.demands, ...rules].join(" ").toLowerCase();
}

// distinct lists the values of a key, sorted, without the empty one.
function distinct(key) {
	return [...new Set(data.routes.flatMap((r) => r[key]))].filter((v) => v !== "").sort();
}

function count(n, one, many = one + "s") {
	return n + " " + (n === 1 ? one : many);
}
