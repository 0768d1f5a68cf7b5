mod changes;
mod escrow;
mod expiry;
mod freeze;
mod holds;
mod inspection;
mod invariants;
mod issue;
mod loss;
mod merge;
mod model;
mod offset;
mod orders;
mod partition;
mod pledge;
mod pledge_changes;
mod proposals;
mod reads;
mod shares;
mod sizes;
mod split;
mod succession;
mod transfer;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;
use tanpiao_support::*;

/// Puts a voucher under a freeze, whatever it takes to order one.
fn frozen(id: VoucherId) {
	let mut under = voucher(id);
	let hold = HoldKey::Freeze(FreezeId(1));
	assert_ok!(CarbonVoucher::put_hold(id, &mut under, hold).map_err(raise));
	let held = Held { ranges: vec![under.range(id.issuance)].try_into().unwrap(), vouchers: 1 };
	let order = FreezeOrder {
		order_no: text("冻1号"),
		authority: text("法院"),
		basis: text("民事诉讼法"),
		expires: Day(TODAY.0 + 9_999),
		evidence: EVIDENCE,
	};
	Expiries::<Test>::insert(order.expires, Expiry::Freeze(FreezeId(1)), ());
	let freeze = Freeze { scheme: WH, office: FORESTRY, order, since: TODAY, held };
	Freezes::<Test>::insert(FreezeId(1), freeze);
	Vouchers::<Test>::insert(id, under);
}

/// Puts a voucher under a report of loss, whatever it takes to make one.
fn reported_lost(id: VoucherId) {
	let mut under = voucher(id);
	let hold = HoldKey::Loss(LossId(1));
	assert_ok!(CarbonVoucher::put_hold(id, &mut under, hold).map_err(raise));
	let loss = Loss {
		voucher: id,
		reporter: VILLAGE,
		kind: LossKind::Lost,
		reason: text("遗失"),
		since: TODAY,
		notice_until: Day(TODAY.0 + 31),
		held: Held { ranges: vec![under.range(id.issuance)].try_into().unwrap(), vouchers: 1 },
	};
	Losses::<Test>::insert(LossId(1), loss);
	Vouchers::<Test>::insert(id, under);
}

/// The error of an inner function as a call would return it.
fn raise(error: Error<Test>) -> sp_runtime::DispatchError {
	error.into()
}
