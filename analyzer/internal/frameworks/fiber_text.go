package frameworks

// fiberText is what fiber's own functions do with texts, as those of the standard library do (utils).
func fiberText(path string) map[string]Effect {
	utils := path + "/utils"
	if path == "github.com/gofiber/fiber/v3" {
		utils = "github.com/gofiber/utils/v2"
	}
	out := map[string]Effect{
		utils + ".EqualFold": {As: "strings.EqualFold"},
		utils + ".ToLower":   {As: "strings.ToLower"},
		utils + ".ToUpper":   {As: "strings.ToUpper"},
		utils + ".TrimSpace": {As: "strings.TrimSpace"},
	}
	for _, name := range []string{"IsNormal", "IsNormalString", "Bytes", "String"} { // of names and passwords, before they are compared
		out["(golang.org/x/text/unicode/norm.Form)."+name] = Effect{Respells: 1}
	}
	for _, name := range []string{"UnsafeString", "UnsafeBytes", "CopyString", "CopyBytes"} {
		out[utils+"."+name] = Effect{As: "strings.Clone"}
	}
	return out
}
