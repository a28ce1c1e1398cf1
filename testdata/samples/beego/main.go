// Command beego serves the sample application for beego.
package main

import (
	"github.com/beego/beego"

	"github.com/guardvet/guardvet/testdata/samples/beego/app"
	_ "github.com/guardvet/guardvet/testdata/samples/beego/app/routers"
)

func main() {
	app.New()
	beego.Run()
}
