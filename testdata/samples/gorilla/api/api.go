// Package api is the library's API.
package api

import (
	"net/http"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/mw"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/rest"
)

// An API is the library's API, on a sub-router of its own.
type API struct {
	router *mux.Router
	users  *auth.Service
}

// Register registers the API, a version of it below the prefix.
func Register(r *mux.Router, users *auth.Service) {
	a := &API{router: r.PathPrefix("/v1").Subrouter(), users: users}
	a.books()
	a.loans()
	a.reviews()
	a.router.HandleFunc("/search", rest.Public(search)).Methods("GET")
	a.router.HandleFunc("/holds", rest.Private(users, hold)).Methods("POST")
	// Planted fault: below the path of the loans, beside their router.
	a.router.HandleFunc("/loans/overdue", listOverdue).Methods("GET")
}

// books has a sub-router for each kind of request.
func (a *API) books() {
	get := a.router.Methods(http.MethodGet).Subrouter()
	get.HandleFunc("/books", listBooks)
	get.HandleFunc("/books/{isbn:[0-9]{1,13}}", getBook)

	post := a.router.Methods(http.MethodPost).Subrouter()
	post.Use(auth.RequireRole("admin"))
	post.HandleFunc("/books", addBook)

	// Planted fault: the only one without middleware.
	put := a.router.Methods(http.MethodPut, http.MethodPatch).Subrouter()
	put.HandleFunc("/books/{isbn:[0-9]{1,13}}", updateBook)
}

// loans are three routers deep, and their fines one more. What the router uses
// it uses for the routes that it has already.
func (a *API) loans() {
	loans := a.router.PathPrefix("/loans").Subrouter()
	loans.HandleFunc("", listLoans).Methods("GET")
	loans.HandleFunc("", borrow).Methods("POST")
	loan := loans.PathPrefix("/{loan:[0-9]+}").Subrouter()
	loan.NewRoute().Methods("GET").HandlerFunc(getLoan)
	loan.Handle("", mw.Wrap(http.HandlerFunc(closeLoan), auth.RequireRole("admin"))).Methods("DELETE")
	loan.HandleFunc("/renew", renew).Methods("POST")
	fines(loan.PathPrefix("/fines").Subrouter())
	loans.Use(a.users.RequireUser)
}

func fines(r *mux.Router) {
	r.Use(auth.RequireRole("admin"))
	r.HandleFunc("/{fine}", waive).Methods("DELETE")
}

// reviews' handlers return their errors.
func (a *API) reviews() {
	r := rest.Router{Router: a.router}.Below("/reviews")
	r.GET("", listReviews)
	r.POST("", addReview)
	r.DELETE("/{review}", removeReview)
	r.Below("/mine", a.users.RequireUser).GET("", myReviews)
}
