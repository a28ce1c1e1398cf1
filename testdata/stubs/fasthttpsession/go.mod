module github.com/fasthttp/session/v2

go 1.25

require github.com/valyala/fasthttp v1.73.0
