package frameworks

// A Container is a kind of container of dependencies: what makes values by their
// types. It is given constructors, calls them when somebody wants what they make, each
// once, and calls the functions that it is told to invoke.
type Container struct {
	Type string // Go type without pointer
	// In and Out are the Go types which a struct embeds whose fields are wanted, or
	// given, one by one. A field's tags are name, group and optional.
	In, Out string
	// Struct is a Go type with a constructor in its field Target, and its Name and Group.
	Struct string
	// Private is the Go type of what stands among constructors that their module keeps to itself.
	Private string
	// Hooks is the Go type that takes functions to run when the container starts.
	Hooks string
	// Self are the Go types as which the container gives itself.
	Self []string
	// Keeps: what a child is given is for it and its own children; otherwise for all.
	Keeps bool
}

// Inject is what a Call has to do with a container (OpInject).
type Inject int

// What calls do. Those that give something to a container do so at once where they name
// one (Container); otherwise their result is a part, for a container made of Parts, or a
// function that gives it. Instead of the list Parts a call may have a single one, Func.
const (
	InjectNothing  Inject = iota
	InjectNew             // makes a container of Kind of the Parts, and invokes what they say
	InjectScope           // makes a child of the Container, of the Parts
	InjectProvide         // gives the constructors Parts; Options are annotations of them all
	InjectSupply          // gives the values Parts
	InjectReplace         // the values Parts stand for those of their types
	InjectDecorate        // gives functions that change what there is of their results' types
	InjectInvoke          // calls the functions Parts with what they want
	InjectPopulate        // sets what the pointers Parts refer to
	InjectBundle          // Parts are parts
	InjectModule          // so they are, and have a scope of their own
	InjectAnnotate        // result is the function Func with the annotations Parts
	InjectNote            // result is an annotation: Set says which, Parts what
	InjectStart           // runs the hooks of the Container
	InjectHook            // Func, or its field Field, is to run at the start
	InjectHookOf          // result stands for a struct of which Func is the hook
	InjectAlias           // what there is of the first type argument is given as the second one too
	InjectGet             // result is the Container's value of the call's type argument, of the name Name
)
