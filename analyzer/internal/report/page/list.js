// A List shows rows of the same height, of which only those in view are in the
// document. The list keeps the focus; the active row follows the keys.
class List {
	// options: kind (class), role, label, rows, draw(row, i) → element, key(row, event), open(row)
	constructor(options) {
		Object.assign(this, options);
		this.active = 0;
		this.space = element("div.space", { role: this.spaceRole || "none" });
		this.box = element("div.list" + (this.kind ? "." + this.kind : ""),
			{ role: this.role, "aria-label": this.label, tabindex: "0", onkeydown: (e) => this.press(e), onscroll: () => this.fill() }, this.head || null, this.space);
		this.redraw = () => this.fill();
	}

	mount(parent) {
		parent.append(this.box);
		addEventListener("scroll", this.redraw, { passive: true });
		addEventListener("resize", this.redraw);
		this.show(this.rows);
	}

	unmount() {
		removeEventListener("scroll", this.redraw);
		removeEventListener("resize", this.redraw);
	}

	show(rows) {
		const before = this.rows[this.active];
		this.rows = rows;
		const same = before ? rows.findIndex((r) => r.key === before.key) : -1;
		this.active = Math.max(0, Math.min(same < 0 ? this.active : same, rows.length - 1));
		this.range = "";
		this.fill();
	}

	height() {
		return parseFloat(getComputedStyle(this.box).getPropertyValue("--row")) || 36;
	}

	// scrolls reports whether the list scrolls itself, and not the page.
	scrolls() {
		return getComputedStyle(this.box).overflowY !== "visible";
	}

	// view returns where the part in view begins, and how high it is.
	view() {
		if (this.scrolls()) return [this.box.scrollTop, this.box.clientHeight];
		return [Math.max(0, -this.space.getBoundingClientRect().top), innerHeight];
	}

	fill() {
		const height = this.height(), [top, high] = this.view(), spare = 6;
		const from = Math.max(0, Math.floor(top / height) - spare);
		const to = Math.min(this.rows.length, Math.ceil((top + high) / height) + spare);
		const range = from + " " + to + " " + height;
		if (range === this.range) return;
		this.range = range;
		this.space.style.height = this.rows.length * height + "px";
		this.space.replaceChildren(...this.rows.slice(from, to).map((row, i) => this.line(row, from + i, height)));
		this.mark();
	}

	line(row, i, height) {
		const e = this.draw(row, i);
		e.id = "row" + i;
		e.style.transform = "translateY(" + i * height + "px)";
		e.addEventListener("click", () => { this.active = i; this.open(row); this.mark(); });
		return e;
	}

	// mark shows which row is active, and which is chosen.
	mark() {
		for (const e of this.space.children) {
			const i = Number(e.id.slice(3)), chosen = this.rows[i].route !== undefined && this.rows[i].route.id === state.route;
			e.classList.toggle("active", i === this.active);
			e.classList.toggle("chosen", chosen);
			e.setAttribute("aria-selected", String(chosen));
		}
		const shown = document.getElementById("row" + this.active);
		if (shown && this.space.contains(shown)) this.box.setAttribute("aria-activedescendant", shown.id);
		else this.box.removeAttribute("aria-activedescendant");
	}

	go(i) {
		this.active = Math.max(0, Math.min(i, this.rows.length - 1));
		this.reveal();
	}

	// reveal scrolls as little as needed to see the active row.
	reveal() {
		const height = this.height(), [top, high] = this.view(), y = this.active * height;
		const above = this.head ? this.head.offsetHeight : 0;
		let to = top;
		if (y < top) to = y;
		else if (y + height + above > top + high) to = y + height + above - high;
		if (to !== top) {
			if (this.scrolls()) this.box.scrollTop = to;
			else scrollBy(0, to - top);
		}
		this.range = "";
		this.fill();
	}

	press(e) {
		const row = this.rows[this.active];
		if (!row || e.altKey || e.ctrlKey || e.metaKey) return;
		const page = Math.max(1, Math.floor(this.view()[1] / this.height()) - 2);
		const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.rows.length, End: this.rows.length };
		if (e.key in moves) this.go(this.active + moves[e.key]);
		else if (e.key === "Enter" || e.key === " ") this.open(row);
		else if (!this.key || !this.key(row, e.key)) return;
		e.preventDefault();
	}
}
