// The page put together: one state, drawn anew whenever it changes.
const views = {
	routes: { name: "Routes", show: routesView },
	matrix: { name: "Matrix", show: matrixView },
	findings: { name: "Findings", show: findingsView, n: data.findings.length },
	incomplete: { name: "Not followed", show: incompleteView, n: data.incomplete.length + data.totals.unknown },
};

let view; // the list that is in the panel, if it is one
let drawn = "";

function draw() {
	showFilters();
	find("shown").textContent = shown().length + " of " + count(data.routes.length, "route");
	for (const tab of find("views").children) {
		const is = tab.value === state.view;
		tab.setAttribute("aria-selected", String(is));
		tab.tabIndex = is ? 0 : -1;
		if (is) find("panel").setAttribute("aria-labelledby", tab.id);
	}
	showFold();
	const rows = drawn === state.view && view ? { routes: treeRows, matrix: matrixRows }[state.view]() : [];
	if (rows.length > 0) return view.show(rows);
	if (view) view.unmount();
	find("panel").replaceChildren();
	view = views[state.view].show(find("panel"));
	drawn = state.view;
}

function changed() {
	writeAddress(false);
	draw();
}

function follow() {
	readAddress();
	draw();
	showDetail();
	if (view && state.route) {
		const i = view.rows.findIndex((row) => row.route && row.route.id === state.route);
		if (i >= 0) view.go(i);
	}
}

function makeViews() {
	const names = Object.keys(views);
	const show = (name) => { state.view = name; writeAddress(true); draw(); };
	find("views").append(...names.map((name, i) => element("button", {
		type: "button", role: "tab", id: "view-" + name, value: name, "aria-controls": "panel",
		onclick: () => show(name),
		onkeydown: (e) => {
			const to = { ArrowRight: i + 1, ArrowLeft: i - 1 }[e.key];
			if (to === undefined) return;
			const next = names[(to + names.length) % names.length];
			show(next);
			find("view-" + next).focus();
		},
	}, views[name].name + (views[name].n ? " " + views[name].n : ""))));
}

function makeScheme() {
	const button = find("scheme"), dark = matchMedia("(prefers-color-scheme: dark)");
	const root = document.documentElement.style;
	const now = () => root.colorScheme || (dark.matches ? "dark" : "light");
	const name = () => { button.textContent = now() === "dark" ? "Light" : "Dark"; };
	button.addEventListener("click", () => { root.colorScheme = now() === "dark" ? "light" : "dark"; name(); });
	dark.addEventListener("change", name);
	name();
}

function sentence() {
	if (data.routes.length === 0) return "No routes were found.";
	const parts = verdicts.filter((v) => data.totals[v] > 0).map((v) => data.totals[v] + " " + (data.totals[v] === 1 ? meaning[v].replace(/^demand/, "demands").replace(/^are/, "is") : meaning[v]));
	return "Of " + count(data.routes.length, "route") + ", " + parts.join("; ") + ".";
}

makeCounts(changed);
makeFilters(changed);
makeViews();
makeScheme();
const heading = document.querySelector("h1"); // a path may break at its slashes
heading.replaceChildren(...heading.textContent.split(/(?<=\/)/).flatMap((part) => [part, element("wbr")]));
find("sentence").textContent = sentence();
find("fold").addEventListener("click", () => { foldAll(); draw(); });
for (const e of document.querySelectorAll(".scripted")) e.hidden = false;
addEventListener("popstate", follow);
addEventListener("resize", () => covered(state.route !== ""));
addEventListener("keydown", (e) => { if (e.key === "Escape" && state.route) close(); });
follow();
