// Package inbrowser opens the page of a route table in Chromium: it must load, filter and
// show without an error, be readable, and take nothing in the table for markup. It is a
// module of its own, so that the tool does not require a browser's protocol.
package inbrowser

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var browser context.Context

// TestMain starts the browser that the tests share. Without one they fail.
func TestMain(m *testing.M) {
	ctx, cancel := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(chromedp.NoSandbox)) // the pages are ours, and root has no sandbox
	if err := chromedp.Do(ctx); err != nil {
		fmt.Fprintf(os.Stderr, "Chromium is needed (on Debian: apt-get install chromium): %v\n", err)
		os.Exit(1)
	}
	browser = ctx
	code := m.Run()
	cancel()
	os.Exit(code)
}

// A tab is an open page.
type tab struct {
	*testing.T
	ctx context.Context
}

// open opens a page at the size of a desk. The test fails if the page logs anything, or
// asks for anything but itself.
func open(t *testing.T, address string) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	p := &tab{t, ctx}
	messages, requests := chromedp.Console(ctx), chromedp.Events(ctx, network.RequestWillBeSent)
	var lines sync.WaitGroup
	lines.Go(func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			t.Errorf("the console has: %s", m)
		}
	})
	lines.Go(func() {
		for r, err := range requests {
			if err != nil {
				return
			}
			if !strings.HasPrefix(r.Request.URL, "file://") {
				t.Errorf("the page asks for %s", r.Request.URL)
			}
		}
	})
	t.Cleanup(func() { stop(); cancel(); lines.Wait() })
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	p.size(1440, 900)
	p.visit(address)
	return p
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

func (p *tab) size(width, height int64) {
	p.Helper()
	p.do(chromedp.EmulateViewport(width, height))
}

// visit loads the page anew: an address that differs in its end only would not.
func (p *tab) visit(address string) {
	p.Helper()
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(address))
}

// follow goes to a part of the page, as a link in it would.
func (p *tab) follow(hash string) {
	p.Helper()
	ask[any](p, `history.replaceState(null, "", %q); dispatchEvent(new PopStateEvent("popstate")); 0`, hash)
}

// scheme sets whether the reader prefers light or dark.
func (p *tab) scheme(name string) {
	p.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		p.Fatal(err)
	}
}

// ask evaluates an expression in the page.
func ask[T any](p *tab, format string, args ...any) T {
	p.Helper()
	expression := format
	if len(args) > 0 {
		expression = fmt.Sprintf(format, args...)
	}
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return v
}

// key presses a key in the list.
func (p *tab) key(name string) {
	p.Helper()
	keys := map[string]string{
		"Home": kb.Home, "End": kb.End, "Enter": kb.Enter, "Escape": kb.Escape,
		"ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
	}
	p.do(chromedp.Focus(chromedp.CSS(".list")), chromedp.KeyEvent(keys[name]))
}

// active names the route of the active row, if it has one.
func (p *tab) active() string {
	p.Helper()
	return ask[string](p, `{const row = document.querySelector(".row.active"); row.querySelector(".path") ? row.querySelector(".method").textContent + " " + row.querySelector(".path").textContent : row.textContent}`)
}

// rows counts the routes in the list, which are few here.
func (p *tab) rows() int {
	p.Helper()
	return ask[int](p, `document.querySelectorAll(".row.route").length`)
}

func (p *tab) wantTitles(want []string) {
	p.Helper()
	got := ask[[]string](p, `[...document.querySelectorAll(".row.route")].map((row) => row.querySelector(".method").textContent + " " + row.querySelector(".path").textContent)`)
	if !slices.Equal(got, want) {
		p.Errorf("the list has %q, want %q", got, want)
	}
}
