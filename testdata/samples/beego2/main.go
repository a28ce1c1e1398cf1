// Command beego2 serves the sample application for beego v2.
package main

import (
	"github.com/beego/beego/v2/server/web"

	"github.com/guardvet/guardvet/testdata/samples/beego2/app"
)

func main() {
	app.New()
	web.Run()
}
