//! The table "Holds and acts", as the domain prints it.

use crate::{Act, HoldKind};

/// `n` no, `y` yes or queues, `c` carries or may be lifted, `e` ends first, `s` suspended.
const TABLE: [(HoldKind, &str); 5] = [
	//                        transfer
	//                        | succession
	//                        | | judgment
	//                        | | | new pledge
	//                        | | | | freeze
	//                        | | | | | loss report
	//                        | | | | | | list
	//                        | | | | | | | offset
	//                        | | | | | | | | split, merge
	(HoldKind::Pledge, /*  */ "n c c n y y n n y"),
	(HoldKind::Freeze, /*  */ "n c c n y y s s y"),
	(HoldKind::Loss, /*    */ "n y y n y n s n n"),
	(HoldKind::Escrow, /*  */ "n e e n y y n n n"),
	(HoldKind::OffsetRequest, "n e e n y y n n n"),
];

/// Whether an act may begin under a hold.
pub fn may_begin(hold: HoldKind, act: Act) -> bool {
	let (_, row) = TABLE.iter().find(|(kind, _)| *kind == hold).unwrap();
	let column = match act {
		Act::Transfer => 0,
		Act::Succession => 1,
		Act::Judgment => 2,
		Act::Pledge => 3,
		Act::Freeze => 4,
		Act::LossReport => 5,
		Act::List => 6,
		Act::Offset => 7,
		Act::Split => 8,
	};
	matches!(row.as_bytes()[2 * column], b'y' | b'c' | b'e')
}
