package frameworks

import (
	"slices"
	"strings"
)

// deedEffects: what a program does to files and to rows of a database. To add a row may be to write down who
// asks, which is done before anything is checked; to change or remove one that the request names is not.
func deedEffects() map[string]Effect {
	const pgx = "github.com/jackc/pgx/v5"
	gorm := each(Effect{Acts: true}, "Delete", "Save", "Update", "Updates", "UpdateColumn", "UpdateColumns")
	return merge(
		symbols("os", []string{""}, each(Effect{Acts: true}, "Remove", "RemoveAll", "Rename", "WriteFile", "Truncate", "Chmod", "Chown")),
		symbols("database/sql", []string{"*DB", "*Tx", "*Conn"}, map[string]Effect{
			"Exec": {Acts: true, Statement: 1}, "ExecContext": {Acts: true, Statement: 2},
		}),
		symbols("github.com/jmoiron/sqlx", []string{"*DB", "*Tx"}, map[string]Effect{
			"MustExec": {Acts: true, Statement: 1}, "MustExecContext": {Acts: true, Statement: 2},
			"NamedExec": {Acts: true, Statement: 1}, "NamedExecContext": {Acts: true, Statement: 2},
		}),
		symbols(pgx, []string{"*Conn", "Tx"}, map[string]Effect{"Exec": {Acts: true, Statement: 2}}),
		symbols(pgx+"/pgxpool", []string{"*Pool", "*Tx"}, map[string]Effect{"Exec": {Acts: true, Statement: 2}}),
		symbols("gorm.io/gorm", []string{"*DB"}, merge(
			gorm,
			map[string]Effect{"Exec": {Acts: true, Statement: 1}},
		)),
		symbols("github.com/jinzhu/gorm", []string{"*DB"}, gorm),
		symbols("go.mongodb.org/mongo-driver/mongo", []string{"*Collection"}, each(Effect{Acts: true},
			"DeleteOne", "DeleteMany", "UpdateOne", "UpdateMany", "UpdateByID", "ReplaceOne", "FindOneAndDelete", "FindOneAndUpdate", "FindOneAndReplace",
		)),
	)
}

// deedWords are what functions that change something for somebody are called by: DeleteUser, RestfulAPIPutOne, GenerateJWT.
var deedWords = []string{
	"activate", "approve", "assign", "create", "delete", "destroy", "disable", "drop", "enable", "generate", "grant", "import", "insert", "issue", "login", "patch", "publish", "purge",
	"put", "register", "remove", "replace", "reset", "restore", "revoke", "rotate", "save", "sign", "store", "transfer", "unregister", "update", "upload", "upsert",
}

// NamesDeed reports whether a function is called by what it changes.
func NamesDeed(symbol string) bool {
	name, begin := symbol[strings.LastIndexByte(symbol, '.')+1:], 0
	for i := 1; i <= len(name); i++ { // it is asked of every call that a handler makes, so no list is made
		if i < len(name) && !beginsWord(name, i) {
			continue
		}
		if slices.ContainsFunc(deedWords, func(w string) bool { return strings.EqualFold(w, name[begin:i]) }) {
			return true
		}
		begin = i
	}
	return false
}

// NamesRemoval reports whether the name of a function begins with a word for taking away what is there.
func NamesRemoval(symbol string) bool {
	name := symbol[strings.LastIndexByte(symbol, '.')+1:]
	end := 1
	for end < len(name) && !beginsWord(name, end) {
		end++
	}
	return slices.ContainsFunc([]string{"delete", "destroy", "purge", "remove"}, func(w string) bool { return strings.EqualFold(w, name[:min(end, len(name))]) })
}

// beginsWord reports whether a capital sets a word of a name apart: a row of them is one word, but for the last, if a small
// letter follows.
func beginsWord(name string, i int) bool {
	return isUpper(name[i]) && (!isUpper(name[i-1]) || i+1 < len(name) && !isUpper(name[i+1]))
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

// ChangesRows reports whether a statement of SQL changes or removes rows that are there (ISO/IEC 9075-2, 14.9 to 14.15).
func ChangesRows(statement string) bool {
	words := strings.Fields(statement)
	return len(words) > 0 && slices.Contains([]string{"DELETE", "UPDATE", "REPLACE", "TRUNCATE", "DROP"}, strings.ToUpper(words[0]))
}
