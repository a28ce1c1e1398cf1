// What is known of one route: who may pass, what was found, and the chain step by step.
function showDetail() {
	const r = byID.get(state.route), panel = find("detail");
	panel.replaceChildren(...(r ? routeDetail(r) : [guide()]));
	panel.classList.toggle("open", r !== undefined);
	panel.scrollTop = 0;
	covered(r !== undefined);
	document.title = (r ? r.title + " · " : "") + "Routes of " + document.querySelector("h1").textContent;
}

// covered keeps the rest of the page out of reach where the route lies over it.
function covered(is) {
	const narrow = is && matchMedia("(max-width: 60rem)").matches;
	for (const e of [document.querySelector(".top"), find("counts"), find("filters"), document.querySelector(".bar"), find("panel")]) e.inert = narrow;
}

function open(r) {
	state.route = r.id;
	writeAddress(true);
	showDetail();
	if (view) view.mark();
	if (find("panel").inert) find("detail").focus();
}

function close() {
	state.route = "";
	writeAddress(true);
	showDetail();
	if (view) {
		view.mark();
		view.box.focus();
	}
}

function routeDetail(r) {
	return [
		element("button.quiet.back", { type: "button", onclick: close }, "Back"),
		element("div.detail-head", null,
			element("h2", null, element("span.method", null, methodName(r)), " ", r.path),
			element("p.badge." + r.verdict, null, icon(r.verdict), element("span", null, r.says)),
			r.remarks ? element("p.note", null, r.remarks) : null),
		r.findings.length > 0 ? element("h3", null, "Findings") : null,
		...r.findings.map((f) => finding(data.findings[f], r)),
		facts([
			["Handler", element("code", null, r.handler)],
			["Registered", where(r.position)],
			["Served", known(r.closed) && r.closed !== r.position ? where(r.closed) : null],
			["Declares", r.declared ? [declares(r.declared), where(r.declared.position)] : null],
			["Application", r.app],
			["Framework", r.framework],
		]),
		answers(r),
		r.missed.length > 0 ? element("h3", null, "Guards attached too late to reach it") : null,
		...r.missed.map((g) => element("p", null, element("code", null, data.guards[g].name), " ", place(data.guards[g].attached))),
		element("h3", null, "What a request passes"),
		element("ol.chain", null, r.chain.map(step)),
		element("h3", null, "The same in a terminal"),
		element("code.command", null, "guardvet explain " + quoted(r.title)),
	].filter((e) => e !== null);
}

function quoted(text) {
	return "'" + text.replaceAll("'", "'\\''") + "'";
}

function facts(list) {
	return element("dl.facts", null, list.filter(([, value]) => value).map(([name, value]) => [element("dt", null, name), element("dd", null, value)]));
}

function declares({ security, scopes }) {
	return security.length === 0 ? "no security" : security.join(" or ") + (scopes ? ": " + scopes.join(", ") : "");
}

function where(position) {
	return element("div", null, place(position), source(position, 0, 0));
}

// answers says which steps answer 401 and 403.
function answers(r) {
	const lines = [];
	for (const status of [401, 403]) {
		const steps = r.chain.map((s, i) => [s, i + 1]).filter(([s]) => s.exits.some((x) => x.status === status)).map(([, n]) => n);
		if (steps.length > 0) lines.push(element("li", null, element("b", null, String(status)), " comes from step " + steps.join(", ")));
	}
	return lines.length > 0 ? element("ul.answers", null, lines) : null;
}

// step shows one thing that a request passes. Where it stands is folded for those that
// decide nothing.
function step(s) {
	const decides = s.role === "guard" || s.role === "handler" || s.notes.length + s.faults.length > 0 || s.exits.some((x) => x.auth);
	const places = element("dl", null, [["attached at ", s.attached], ["written at ", s.position]].filter(([, at]) => known(at)).map(([says, at]) =>
		[element("dt", null, says, place(at)), element("dd", null, source(at, 0, 0))]));
	return element("li.step" + (s.role === "guard" ? ".guard" : ""), null,
		element("span.name", null, s.name), s.role ? element("span.role", null, s.role) : null,
		decides ? places : element("details", null, element("summary", null, "where it stands"), places),
		s.condition ? element("p.note", null, "only if ", element("code", null, s.condition)) : null,
		s.exits.length > 0 ? element("ul.exits", null, s.exits.map(exit)) : null,
		s.notes.map((n) => element("p.note", null, n)),
		s.faults.map((f) => element("p.note", null, fault(f), known(f.position) ? [" ", place(f.position)] : null)));
}

function exit(x) {
	return element("li.exit" + (x.auth ? ".auth" : ""), null,
		element("span.status", null, (x.via === "panic" ? "" : "answers ") + x.says),
		x.condition ? [" if ", element("code", null, x.condition)] : null,
		x.auth ? " (" + x.kind + ")" : null,
		known(x.position) ? [" ", place(x.position), source(x.position, 1, 3)] : null);
}

function fault(f) {
	return "mistake: " + f.kind + (f.status > 0 ? " (" + f.status + ")" : "") + (f.condition ? " if " + f.condition : "");
}

// guide stands where no route is chosen.
function guide() {
	const says = {
		guarded: "Every request that the handler acts upon has passed a guard.",
		public: "No guard, by intent: a comment says so, or what it serves.",
		unguarded: "No guard, and nothing says that this is meant.",
		unknown: "Could not be decided; the route says why.",
	};
	return element("div.guide", null,
		element("h2", null, "How to read this"),
		element("p", null, "Choose a route to see each step that a request passes, in order, with the lines that decide."),
		element("dl", null, verdicts.map((v) => [element("dt." + v, null, icon(v), v), element("dd", null, says[v])])),
		element("p", null, "The counts above are filters. The arrow keys move in the list, Enter opens, Escape closes. The address of the page keeps what you see: send it to show the same."),
		element("p", null, "A guard is what refuses, not what is named so. What stands in front of the program, such as a gateway, is not seen."));
}
