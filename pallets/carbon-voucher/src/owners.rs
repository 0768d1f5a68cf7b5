//! What co-owners do together: proposals that they sign one after the other (CC 301), and division.

use crate::{ledger::SignedByParty, *};
use sp_runtime::Weight;
use tanpiao_support::{ProposalId, VoucherId};

impl<T: Config> Pallet<T> {
	/// What an act weighs.
	pub(crate) fn weight_of(_act: &OwnersAct) -> Weight {
		Weight::zero()
	}

	/// What the dearest act weighs.
	pub(crate) fn dearest_act() -> Weight {
		Weight::zero()
	}

	/// Proposes an act and signs it; returns nothing where it could be done at once.
	pub(crate) fn do_propose(
		_owner: SignedByParty<T>,
		_act: OwnersAct,
	) -> Result<Option<ProposalId>, Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Signs a proposal; returns the act where this was the last signature it needed.
	pub(crate) fn do_sign_proposal(
		_owner: SignedByParty<T>,
		_id: ProposalId,
	) -> Result<Option<OwnersAct>, Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Takes a proposal back.
	pub(crate) fn do_withdraw_proposal(
		_owner: SignedByParty<T>,
		_id: ProposalId,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}

	/// Ends a proposal that not enough owners signed.
	pub(crate) fn expire_proposal(_id: ProposalId) {}

	/// Divides a voucher into one for each owner.
	pub(crate) fn do_partition(
		_owner: SignedByParty<T>,
		_id: VoucherId,
		_edition: u32,
	) -> Result<(), Error<T>> {
		Err(Error::Inconsistent)
	}
}
