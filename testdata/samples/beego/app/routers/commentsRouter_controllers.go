// Package routers has what beego's generator writes for the comments of controllers.
package routers

import (
	"github.com/beego/beego"
	"github.com/beego/beego/context/param"
)

func init() {

	beego.GlobalControllerRouter["github.com/guardvet/guardvet/testdata/samples/beego/app/controllers:Note"] = append(beego.GlobalControllerRouter["github.com/guardvet/guardvet/testdata/samples/beego/app/controllers:Note"],
		beego.ControllerComments{
			Method:           "Read",
			Router:           `/notes`,
			AllowHTTPMethods: []string{"get"},
			MethodParams:     param.Make(),
			Filters:          nil,
			Params:           nil})

	beego.GlobalControllerRouter["github.com/guardvet/guardvet/testdata/samples/beego/app/controllers:Note"] = append(beego.GlobalControllerRouter["github.com/guardvet/guardvet/testdata/samples/beego/app/controllers:Note"],
		beego.ControllerComments{
			Method:           "Write",
			Router:           `/notes/:id`,
			AllowHTTPMethods: []string{"post", "put"},
			MethodParams:     param.Make(),
			Filters:          nil,
			Params:           nil})

}
