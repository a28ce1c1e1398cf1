module goyave.dev/goyave/v5

go 1.25.0
