module github.com/aarondl/authboss/v3

go 1.23.0
