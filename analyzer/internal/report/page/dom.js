// element makes an element. A property whose name begins with "on" is a listener; of
// children, null is left out and everything that is not a node becomes text.
function element(name, properties, ...children) {
	const [tag, ...classes] = name.split(".");
	const e = document.createElement(tag);
	if (classes.length > 0) e.className = classes.join(" ");
	for (const [key, value] of Object.entries(properties || {})) {
		if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
		else if (value !== null && value !== false) e.setAttribute(key, value === true ? "" : value);
	}
	e.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined));
	return e;
}

function icon(name) {
	const space = "http://www.w3.org/2000/svg";
	const svg = document.createElementNS(space, "svg");
	svg.setAttribute("class", "icon");
	svg.setAttribute("aria-hidden", "true");
	const use = document.createElementNS(space, "use");
	use.setAttribute("href", "#i-" + name);
	svg.append(use);
	return svg;
}

function find(id) {
	return document.getElementById(id);
}

function unseen(text) {
	return element("span.unseen", null, text);
}

// verdictMark is the sign of a verdict, with its word for those who do not see it.
function verdictMark(verdict) {
	return element("span.verdict." + verdict, { title: verdict }, icon(verdict), unseen(verdict));
}

// chips say what a route demands, each thing once, or why it demands nothing.
function chips(r) {
	const said = new Map();
	for (const i of r.guards) {
		const g = data.guards[i], authz = g.kind === "authz";
		for (const what of authz ? (g.demands.length > 0 ? g.demands : [g.name]) : ["login"]) {
			if (!said.has(what)) said.set(what, element("span.chip." + (authz ? "authz" : "authn"), { title: g.name }, what));
		}
	}
	const list = [...said.values()];
	if (r.level === "conditional") list.push(element("span.chip.conditional", null, "can be switched off"));
	if (list.length > 0) return list;
	if (r.verdict === "public") return [element("span.chip.none", { title: r.reason }, "public" + (r.reason ? ": " + r.reason : ""))];
	if (r.verdict === "guarded") return [element("span.chip.authn", null, r.level)];
	return [element("span.chip." + r.verdict, null, r.verdict === "unguarded" ? "no guard" : "unknown")];
}

// source shows lines of a file around a position, without the indentation that they
// share, or nothing if they are not here.
function source(position, above, below) {
	const { file, line } = split(position), lines = data.source[file] || {};
	const numbers = [];
	for (let n = line - above; n <= line + below; n++) if (n in lines) numbers.push(n);
	if (numbers.length === 0) return null;
	const indents = numbers.filter((n) => lines[n].trim()).map((n) => lines[n].match(/^\s*/)[0].length);
	const indent = Math.min(...indents, 1000);
	return element("div.source", { tabindex: "0", role: "group", "aria-label": "Source at " + position }, numbers.map((n) =>
		element(n === line && numbers.length > 1 ? "div.here" : "div", null, element("span.number", null, String(n)), lines[n].slice(indent) || " ")));
}

// split takes "file:line:column" apart.
function split(position) {
	const m = /^(.*):(\d+):\d+$/s.exec(position);
	return m ? { file: m[1], line: Number(m[2]) } : { file: "", line: 0 };
}

function known(position) {
	return position !== "-" && position !== "";
}

function place(position) {
	return element("span.pos", null, position);
}
