//! How pallets ask each other. No pallet names another's types; the runtime wires them.

use crate::{
	Actor, By, Day, DocumentHash, Duty, EscrowId, Fen, Lot, OfficeId, PartyId, SchemeId,
	SchemeRules, Text,
};
use frame_support::dispatch::DispatchResult;
use sp_runtime::DispatchError;

/// Schemes and who may do what in them.
pub trait SchemeBook {
	/// A scheme's rules; `None`: no such scheme.
	fn rules(scheme: SchemeId) -> Option<SchemeRules>;

	/// Checks that `office` alone may sign for `duty` in `scheme`.
	fn ensure_duty(office: OfficeId, scheme: SchemeId, duty: Duty) -> DispatchResult;

	/// Whether there is such an office, active or not.
	fn office_exists(office: OfficeId) -> bool;

	/// Whether the office exists and is active.
	fn is_active(office: OfficeId) -> bool;

	/// The party as which an office owns things, if it does.
	fn party_of(office: OfficeId) -> Option<PartyId>;

	/// Makes a scheme, in force today for every ecosystem, whose every duty `office` holds.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_scheme(office: OfficeId) -> SchemeId;
}

/// The one map from accounts to whom they act for, and the provider references behind it.
pub trait AccountBook<AccountId> {
	/// Whom `account` acts for.
	fn actor(account: &AccountId) -> Option<Actor>;

	/// Lets `account` act for `party`. An account that acts for somebody is refused.
	fn bind(account: &AccountId, party: PartyId) -> DispatchResult;

	/// Ends it. The provider reference stays: an account reaped and made again would restart at
	/// nonce 0 and its old transactions could be replayed.
	fn unbind(account: &AccountId) -> DispatchResult;

	/// Gives `account` the provider reference without which no transaction of its can be valid.
	fn sustain(account: &AccountId);

	/// Every account that acts for a party. Reads all there are: for `try_state` alone.
	#[cfg(feature = "try-runtime")]
	fn bound() -> alloc::vec::Vec<(AccountId, PartyId)>;

	/// Makes an active office with `account` as its operator.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_office(account: &AccountId) -> OfficeId;
}

/// The register of parties.
pub trait PartyBook {
	/// Whether the party is registered, suspended or not.
	fn exists(party: PartyId) -> bool;

	/// Whether the party is registered and not suspended.
	fn is_active(party: PartyId) -> bool;

	/// Whether the party asked that nothing be transferred to it without its signature.
	fn asks_consent(party: PartyId) -> bool;

	/// Whether the party may take pledges in `scheme` today.
	fn is_licensed(scheme: SchemeId, party: PartyId) -> bool;

	/// Makes an active organisation.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_party(seed: u32) -> PartyId;

	/// Grants it a pledgee's licence.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_licence(scheme: SchemeId, party: PartyId);
}

/// How a market keeps vouchers for a sale and delivers them.
pub trait VoucherEscrow<AccountId> {
	/// Keeps a lot of these owners until the day before `expires`, unless it ends before.
	fn open(
		sellers: &[PartyId],
		lot: &Lot,
		expires: Day,
		by: By<AccountId>,
	) -> Result<EscrowId, DispatchError>;

	/// Makes `to` the owner of what is kept, for `price` in all, and ends the escrow.
	fn deliver(
		escrow: EscrowId,
		to: PartyId,
		price: Fen,
		reference: Text<64>,
		evidence: DocumentHash,
		by: By<AccountId>,
	) -> DispatchResult;

	/// Frees what is kept, and ends the escrow.
	fn close(escrow: EscrowId, by: By<AccountId>) -> DispatchResult;
}

/// Who is told when an escrow ends otherwise: its day came, or the law passed the voucher on.
pub trait EscrowWatcher {
	/// The escrow is over; what it kept is free.
	fn ended(escrow: EscrowId);
}

impl EscrowWatcher for () {
	fn ended(_: EscrowId) {}
}
