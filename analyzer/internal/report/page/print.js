// On paper everything that the filters leave is there, and not only what is in view.
function paper() {
	const list = shown();
	const findings = data.findings.filter((f) => f.routes.length === 0 || f.routes.some((r) => list.includes(data.routes[r])));
	return element("section", { id: "paper" },
		element("h2", null, count(list.length, "route") + " of " + data.routes.length),
		table("table.routes", ["Verdict", "Method", "Pattern", "Demands", "Handler", "Registered"], list.map((r) =>
			[element("span." + r.verdict, null, r.verdict), r.method, element("span.code", null, r.path), chips(r).map((c) => c.textContent).join(", "), element("span.code", null, r.handler), r.position])),
		findings.length > 0 ? [element("h2", null, count(findings.length, "finding")), table("table", ["Position", "Message"], findings.map((f) => [f.position, f.message]))] : null,
		data.incomplete.length > 0 ? [element("h2", null, "Not followed"), table("table", ["Position", "Reason"], data.incomplete.map((i) => [i.position, i.reason]))] : null);
}

function table(name, head, rows) {
	return element(name, null,
		element("thead", null, element("tr", null, head.map((h) => element("th", { scope: "col" }, h)))),
		element("tbody", null, rows.map((cells) => element("tr", null, cells.map((c) => element("td", null, c))))));
}

addEventListener("beforeprint", () => {
	find("paper")?.remove();
	find("app").append(paper());
});
addEventListener("afterprint", () => find("paper")?.remove());
