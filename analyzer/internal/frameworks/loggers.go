package frameworks

import "strings"

// loggerEffects: loggers are given what is known of a request, and of who asks, to be written into every
// line. Nobody asks a logger what a request proves, so what is made with one in hand does not
// come from it.
func loggerEffects() map[string]Effect {
	return merge(
		symbols("log/slog", []string{"", "*Logger"}, spares("Debug Info Warn Error Log LogAttrs DebugContext InfoContext WarnContext ErrorContext With WithGroup")),
		symbols("github.com/sirupsen/logrus", []string{"", "*Logger", "*Entry"}, spares("WithField WithFields WithError WithContext WithTime "+
			"Trace Debug Info Print Warn Warning Error Tracef Debugf Infof Printf Warnf Warningf Errorf Traceln Debugln Infoln Println Warnln Warningln Errorln")),
		symbols("go.uber.org/zap", []string{"*Logger"}, spares("With WithLazy WithOptions Named Sugar Debug Info Warn Error")),
		symbols("go.uber.org/zap", []string{"*SugaredLogger"}, spares("With WithLazy WithOptions Named Desugar Debug Info Warn Error "+
			"Debugf Infof Warnf Errorf Debugln Infoln Warnln Errorln Debugw Infow Warnw Errorw")),
		symbols("github.com/rs/zerolog", []string{"Logger", "*Logger"}, spares("With Trace Debug Info Warn Error Err")),
		symbols("github.com/rs/zerolog", []string{"Context"}, spares("Logger Str Strs Stringer Int Int64 Uint Uint64 Bool Err AnErr Any Interface Fields Dict Time Dur Ctx")),
		symbols("go.opentelemetry.io/otel/trace", []string{"Span"}, spares("End AddEvent AddLink RecordError SetStatus SetName SetAttributes")), // as servers that are generated write
		symbols("github.com/rs/zerolog", []string{"*Event"}, spares("Msg Msgf Send Str Strs Stringer Int Int64 Uint Uint64 Bool Err AnErr Any Interface Fields Dict Time Dur Ctx")),
	)
}

func spares(names string) map[string]Effect {
	return each(Effect{Spares: true}, strings.Fields(names)...)
}

// quietPackages compute, and loggers write somewhere else than into the response.
var quietPackages = []string{
	"bytes", "cmp", "context", "encoding/base64", "encoding/hex", "encoding/json", "errors", "fmt", "log", "log/slog", "maps", "math", "net/url", "path", "path/filepath",
	"reflect", "runtime", "runtime/debug", "slices", "sort", "strconv", "strings", "sync", "sync/atomic", "time", "unicode", "unicode/utf8",
	"github.com/sirupsen/logrus", "github.com/rs/zerolog", "github.com/rs/zerolog/log", "go.uber.org/zap", "go.uber.org/zap/zapcore",
	"github.com/go-kit/log", "github.com/go-kit/log/level", "github.com/go-logr/logr", "github.com/hashicorp/go-hclog", "github.com/golang/glog", "k8s.io/klog/v2",
	"github.com/apex/log", "github.com/inconshreveable/log15", "github.com/charmbracelet/log", "github.com/phuslu/log",
}
