// The lists of findings and of what was not followed, a hundred at a time.
const atOnce = 100;

function findingsView(panel) {
	const ids = new Set(shown().map((r) => r.index));
	const list = data.findings.filter((f) => f.routes.length === 0 || f.routes.some((r) => ids.has(r)));
	panel.append(element("div.page", null,
		list.length === 0 ? element("p", null, data.findings.length === 0 ? "The rules found nothing." : "No finding is left by these filters.") : null,
		inParts(list, (f) => finding(f, null))));
}

function incompleteView(panel) {
	const unknown = shown().filter((r) => r.verdict === "unknown");
	const items = [
		...unknown.map((r) => element("div.finding.gap", null, element("p", null, routeLink(r), ": " + r.reason), element("p", null, place(r.position)))),
		...data.incomplete.map((i) => element("div.finding.gap", null, element("p", null, i.reason), element("p", null, place(i.position)), source(i.position, 1, 3))),
	];
	panel.append(element("div.page", null,
		element("p", null, items.length > 0 ? "What could not be followed is neither guarded nor open: somebody has to look. Routes may be missing where registration could not be followed." : "Everything could be followed."),
		inParts(items, (e) => e)));
}

// inParts shows the first of a list, and the others on demand.
function inParts(list, draw) {
	const box = element("div");
	let n = 0;
	const more = element("button.quiet", { type: "button", onclick: next });
	function next() {
		box.append(...list.slice(n, n + atOnce).map(draw));
		n = Math.min(n + atOnce, list.length);
		more.hidden = n === list.length;
		more.textContent = count(list.length - n, "more", "more");
	}
	next();
	return [box, more];
}

function finding(f, here) {
	const others = f.routes.map((i) => data.routes[i]).filter((r) => r !== here);
	return element("div.finding", null,
		element("p", null, f.message),
		element("p.rank", null, f.confidence ? "confidence " + f.confidence + " · " : "", place(f.position)),
		source(f.position, 1, 3),
		f.related.length > 0 ? element("ul", null, f.related.map((x) => element("li", null, x.message, " ", place(x.position)))) : null,
		others.length > 0 ? [element("p.rank", null, here ? "Also on:" : "On:"), element("ul", null, fewLinks(others))] : null);
}

function fewLinks(list) {
	const most = 12;
	const out = list.slice(0, most).map((r) => element("li", null, routeLink(r)));
	if (list.length > most) out.push(element("li", null, count(list.length - most, "more route")));
	return out;
}

function routeLink(r) {
	return element("button.link.code", { type: "button", onclick: () => open(r) }, r.title);
}
