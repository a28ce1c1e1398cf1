package app

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
)

// TestUpgraded begins with a request that anybody may send, goes on in HTTP/2, and asks on that
// connection for what is guarded.
func TestUpgraded(t *testing.T) {
	server := httptest.NewServer(New())
	defer server.Close()
	for _, test := range []struct {
		below, status string
	}{
		{"before", "200"},
		{"behind", "401"},
		{"both", "401"},
	} {
		if got := nextStatus(t, server.Listener.Addr().String(), "/upgraded/"+test.below); got != test.status {
			t.Errorf("%s: %s, want %s", test.below, got, test.status)
		}
	}
}

// nextStatus is the status of the second request of a connection that the first one has turned into
// one of HTTP/2.
func nextStatus(t *testing.T, addr, below string) string {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "POST %s/login HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: \r\n\r\n", below)
	in := bufio.NewReader(c)
	if res, err := http.ReadResponse(in, nil); err != nil || res.StatusCode != http.StatusSwitchingProtocols {
		t.Fatal(res, err)
	}
	fmt.Fprint(c, http2.ClientPreface)
	f := http2.NewFramer(c, in)
	f.ReadMetaHeaders = hpack.NewDecoder(4096, nil)
	f.WriteSettings()
	f.WriteHeaders(http2.HeadersFrameParam{StreamID: 3, BlockFragment: headersOf("POST", below+"/users"), EndStream: true, EndHeaders: true})
	for {
		frame, err := f.ReadFrame()
		if err != nil {
			t.Fatal(err)
		}
		if h, ok := frame.(*http2.MetaHeadersFrame); ok && h.StreamID == 3 {
			return h.PseudoValue("status")
		}
	}
}

func headersOf(method, path string) []byte {
	var out block
	e := hpack.NewEncoder(&out)
	for _, h := range [][2]string{{":method", method}, {":scheme", "http"}, {":authority", "x"}, {":path", path}} {
		e.WriteField(hpack.HeaderField{Name: h[0], Value: h[1]})
	}
	return out
}

type block []byte

func (b *block) Write(p []byte) (int, error) { *b = append(*b, p...); return len(p), nil }
