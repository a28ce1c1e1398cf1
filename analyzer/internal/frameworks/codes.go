package frameworks

import "strconv"

// The statuses that the codes of remote calls stand for, as the gateway of gRPC and the
// Connect protocol have them (grpc-gateway, runtime/errors.go, HTTPStatusFromCode;
// connect-go, protocol_connect.go, connectCodeToHTTP).
var rpcStatuses = []int{
	200, // OK
	499, // Canceled
	500, // Unknown
	400, // InvalidArgument
	504, // DeadlineExceeded
	404, // NotFound
	409, // AlreadyExists
	403, // PermissionDenied
	429, // ResourceExhausted
	400, // FailedPrecondition
	409, // Aborted
	400, // OutOfRange
	501, // Unimplemented
	500, // Internal
	503, // Unavailable
	500, // DataLoss
	401, // Unauthenticated
}

// rpcCodes are these statuses by the number of the code.
var rpcCodes = func() map[string]int {
	out := map[string]int{}
	for code, status := range rpcStatuses {
		out[strconv.Itoa(code)] = status
	}
	return out
}()
