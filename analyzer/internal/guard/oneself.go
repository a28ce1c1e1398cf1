package guard

// Who asks may be compared with whom the request is about, and be refused because the two are one:
// nobody may remove themselves. Who proves nothing is nobody's equal, and passes.

// likeOneself is the arm of a comparison on which who asks is what the request names: 1 the true
// one, -1 the false one; 0 if that is not what is compared.
func likeOneself(eq bool, x, y av) int8 {
	const named = Query | Param | Body | OtherHeader
	for _, pair := range [][2]av{{x, y}, {y, x}} {
		if pair[0].lab&principal != 0 && pair[1].lab&named != 0 && pair[1].lab&proof == 0 && !pair[1].constant() {
			return sign(eq)
		}
	}
	return 0
}
