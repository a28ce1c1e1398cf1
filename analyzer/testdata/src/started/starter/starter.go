package starter

// A Starter starts.
type Starter interface{ Start() error }
