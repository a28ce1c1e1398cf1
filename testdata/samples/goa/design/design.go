//go:build ignore

// Package design is the library's document, in goa's language.
package design

import . "goa.design/goa/v3/dsl"

var JWT = JWTSecurity("jwt", func() {
	Scope("librarian")
})

var _ = API("library", func() {
	Title("Library")
})

var _ = Service("shelves", func() {
	Error("unauthorized", String)
	Error("forbidden", String)
	Security(JWT)
	HTTP(func() {
		Path("/books")
		Response("unauthorized", StatusUnauthorized)
		Response("forbidden", StatusForbidden)
	})
	Method("list", func() {
		NoSecurity()
		Result(ArrayOf(String))
		HTTP(func() { GET("/") })
	})
	Method("show", func() {
		NoSecurity()
		Payload(func() {
			Attribute("id", String)
			Required("id")
		})
		Result(String)
		HTTP(func() { GET("/{id}") })
	})
	Method("add", func() {
		Security(JWT, func() { Scope("librarian") })
		Payload(func() { Token("token", String) })
		HTTP(func() { POST("/") })
	})
	Method("remove", func() {
		Security(JWT, func() { Scope("librarian") })
		Payload(func() {
			Token("token", String)
			Attribute("id", String)
			Required("id")
		})
		HTTP(func() { DELETE("/{id}") })
	})
	Method("lend", func() {
		Payload(func() {
			Token("token", String)
			Attribute("id", String)
			Required("id")
		})
		HTTP(func() { PUT("/{id}/loan") })
	})
	Method("give", func() { // a fault: meant for readers
		NoSecurity()
		Payload(func() {
			Attribute("id", String)
			Required("id")
		})
		HTTP(func() { DELETE("/{id}/loan") })
	})
	Files("/catalogue.txt", "catalogue.txt")
})

var _ = Service("archive", func() {
	Error("unauthorized", String)
	Security(JWT)
	HTTP(func() {
		Path("/archive")
		Response("unauthorized", StatusUnauthorized)
	})
	Method("read", func() {
		Payload(func() { Token("token", String) })
		Result(String)
		HTTP(func() { GET("/") })
	})
	Method("burn", func() {
		Security(JWT, func() { Scope("librarian") })
		Payload(func() { Token("token", String) })
		HTTP(func() { DELETE("/") })
	})
})
