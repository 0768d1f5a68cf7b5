//! What becomes of a pledge in force: other terms, another pledgee, enforcement (CC 428, 436, H-A8).

use crate::{
	ledger::{ByOf, Owners, SignedByOffice, SignedByParty},
	*,
};
use sp_runtime::DispatchResult;
use tanpiao_support::{PledgeId, VoucherId};

impl<T: Config> Pallet<T> {
	/// Proposes a change.
	pub(crate) fn do_propose_pledge_change(
		_party: SignedByParty<T>,
		_id: PledgeId,
		_change: PledgeChange,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Accepts what was proposed, and does it.
	pub(crate) fn do_accept_pledge_change(
		_party: Owners<T>,
		_id: PledgeId,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Takes a proposed change back, or declines it.
	pub(crate) fn do_drop_pledge_change(
		_party: SignedByParty<T>,
		_id: PledgeId,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Ends a proposed change that nobody accepted.
	pub(crate) fn expire_pledge_change(_id: PledgeId) {}

	/// Enforces a pledge by sale.
	pub(crate) fn do_sell_pledged(
		_officer: SignedByOffice<T>,
		_id: PledgeId,
		_proceeds: Proceeds,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}

	/// Enforces a pledge as a court ordered.
	pub(crate) fn do_enforce_by_court(
		_officer: SignedByOffice<T>,
		_id: PledgeId,
		_proceeds: Proceeds,
	) -> DispatchResult {
		Err(Error::<T>::Inconsistent.into())
	}

	/// Takes one voucher out of a pledge because a judgment lifts it. The caller stores the voucher.
	pub(crate) fn lift_pledge_by_law(
		_pledge: PledgeId,
		_id: VoucherId,
		_voucher: &mut Voucher,
		_by: &ByOf<T>,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}
}
