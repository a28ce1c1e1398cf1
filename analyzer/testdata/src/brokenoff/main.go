// A program that does more when it starts, in one call, than there are steps, and none of it
// registers anything.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /before", ok) // want `^GET /before: unguarded none$`
	index(func() {
		mux.HandleFunc("GET /given", ok) // want `^GET /given: unguarded none$`
	})
	mux.HandleFunc("GET /after", ok) // want `^GET /after: unguarded none$`
	http.ListenAndServe("", mux)
}

func index(done func()) int {
	n := 1
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	for i := 0; i < 90_000; i++ {
		n = n*3 + i
		n = n ^ i<<2
		n = n*5 - i
		n = n ^ i>>1
	}
	done()
	return n
}

func ok(w http.ResponseWriter, r *http.Request) {}
