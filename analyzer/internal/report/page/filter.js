// What is shown. It stands in the page's address, so that a link shows the same.
const state = { view: "routes", route: "", text: "", method: "", level: "", demand: "", package: "", app: "", findings: false, verdicts: [] };

const choices = { method: "method", level: "level", demand: "demands", package: "package", app: "app" };

function readAddress() {
	const given = new URLSearchParams(location.hash.slice(1));
	for (const key of ["view", "route", "text", ...Object.keys(choices)]) state[key] = given.get(key) || "";
	state.findings = given.has("findings");
	state.verdicts = verdicts.filter((v) => (given.get("verdict") || "").split(",").includes(v));
	if (!(state.view in views)) state.view = "routes";
	if (!byID.has(state.route)) state.route = "";
}

// writeAddress keeps the state; what the reader would go back from is a step of the history.
function writeAddress(step) {
	const out = new URLSearchParams();
	if (state.view !== "routes") out.set("view", state.view);
	for (const key of ["text", ...Object.keys(choices)]) if (state[key]) out.set(key, state[key]);
	if (state.findings) out.set("findings", "");
	if (state.verdicts.length > 0) out.set("verdict", state.verdicts.join(","));
	if (state.route) out.set("route", state.route);
	const hash = "#" + out.toString();
	if (hash === (location.hash || "#")) return;
	if (step) history.pushState(null, "", hash);
	else history.replaceState(null, "", hash);
}

// shown lists the routes that the filters leave.
function shown() {
	const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
	return data.routes.filter((r) =>
		(state.verdicts.length === 0 || state.verdicts.includes(r.verdict)) &&
		(!state.findings || r.findings.length > 0) &&
		Object.entries(choices).every(([key, of]) => !state[key] || [r[of]].flat().includes(state[key])) &&
		words.every((w) => r.text.includes(w)));
}

// makeFilters fills the form, and leaves out what would not divide the routes.
function makeFilters(changed) {
	const form = find("filters");
	for (const [key, of] of Object.entries(choices)) {
		const values = distinct(of);
		const select = form.elements[key];
		select.append(element("option", { value: "" }, "any"), ...values.map((v) => element("option", { value: v }, v)));
		select.closest("label").hidden = values.length < (key === "demand" ? 1 : 2);
		select.addEventListener("change", () => { state[key] = select.value; changed(); });
	}
	form.elements.text.addEventListener("input", () => { state.text = form.elements.text.value; changed(); });
	form.addEventListener("submit", (e) => e.preventDefault());
	form.addEventListener("reset", (e) => {
		e.preventDefault();
		for (const key of ["text", ...Object.keys(choices)]) state[key] = "";
		state.findings = false;
		state.verdicts = [];
		changed();
	});
	if (matchMedia("(max-width: 60rem)").matches) form.querySelector("details").open = false;
}

function showFilters() {
	const form = find("filters");
	for (const key of ["text", ...Object.keys(choices)]) if (form.elements[key].value !== state[key]) form.elements[key].value = state[key];
	for (const b of find("counts").children) {
		b.setAttribute("aria-pressed", String(b.value === "findings" ? state.findings : state.verdicts.includes(b.value)));
	}
}

// makeCounts makes the totals, which are filters.
function makeCounts(changed) {
	const flip = (v) => {
		if (v === "findings") state.findings = !state.findings;
		else state.verdicts = verdicts.filter((w) => state.verdicts.includes(w) !== (w === v));
		changed();
	};
	const button = (value, sign, n, word) => element("button.count" + (value === "findings" ? ".unguarded" : "." + value),
		{ type: "button", value, "aria-pressed": "false", onclick: () => flip(value) },
		icon(sign), element("b", null, String(n)), element("span", null, word));
	find("counts").append(...verdicts.map((v) => button(v, v, data.totals[v], v)));
	const n = data.routes.filter((r) => r.findings.length > 0).length;
	if (n > 0) find("counts").append(button("findings", "finding", n, "with findings"));
}
