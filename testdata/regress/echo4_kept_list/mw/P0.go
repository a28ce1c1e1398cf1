package mw

import (
	"github.com/guardvet/guardvet/testdata/random/kit"
	"github.com/labstack/echo/v4"
)

func P0M0(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		kit.Mark(c.Request(), "P0M0")
		return next(c)
	}
}

func P0M1(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		kit.Mark(c.Request(), "P0M1")
		return next(c)
	}
}

func P0M4(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		kit.Mark(c.Request(), "P0M4")
		return next(c)
	}
}

func P0H0(c echo.Context) error {
	kit.Mark(c.Request(), "P0H0")
	kit.Act(c.Request())
	return c.NoContent(200)
}
