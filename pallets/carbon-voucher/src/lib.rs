//! Forestry carbon vouchers (林业碳票, 碳券): issue, split, transfer, pledge and offset, kept to the
//! kilogram.
//!
//! An *issuance* is one filed amount of one monitoring period: kilograms `[0, total)`. Its *vouchers*
//! are contiguous ranges that partition it for ever: a kilogram lies in exactly one voucher, so none
//! is sold twice (W5, H7). A split leaves the lower range under the old number. An offset burns
//! ranges for good (W19, H14); they stay in the partition and stand in exactly one certificate.
//!
//! Every act on a voucher names the *edition* of the paper that its signer looked at; a stale one is
//! an error. Every change writes one *record* on the voucher's register page; records are never
//! changed or removed.
//!
//! ## What a transfer costs
//!
//! A [`transfer`](Pallet::transfer) of a whole voucher that nobody else must sign reads and writes a
//! constant number of storage items, whatever the size of the register. Of this pallet: it reads 2
//! (the voucher, its issuance's state) and writes 4 (the voucher, one record, the old and the new
//! owner's index entry). Of others it reads 5: whom the account acts for, the two parties, the
//! scheme's rules and the time. Each is under 512 bytes encoded; a test holds them to it.
//!
//! ## Time
//!
//! Days are the block's, in UTC+8. Transfers, pledge offers and offset requests that wait for
//! somebody end by their expiry day, whether or not the sweep has reached them: an expired one
//! cannot be acted on, and [`Hooks::on_idle`](frame_support::traits::Hooks::on_idle) clears them
//! within a bounded share of each block.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_lossless,
		clippy::cast_possible_truncation,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

pub use expiry::MAX_SWEPT;
pub use pallet::*;
pub use reads::MAX_PAGE;
pub use types::*;
pub use weights::WeightInfo;

mod expiry;
mod holds;
mod issue;
mod ledger;
mod offset;
mod pledge;
mod reads;
mod transfer;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

// The macro's own code casts codec indices and expects what it has just made.
#[allow(clippy::cast_possible_truncation, clippy::expect_used)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{EitherOfDiverse, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use tanpiao_support::{
		CertificateId, Day, DocumentHash, IssuanceId, IssueOrder, Kilograms, Lot, OfficeId,
		Officer, OrderId, ParcelId, PartyBook, PartyId, PledgeId, RequestId, SchemeBook, SchemeId,
		Signatory, Text, VoucherId,
	};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// An account that signs for an office's duties.
		type OfficeOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Officer<Self::AccountId>>;

		/// An account of an active party.
		type PartyOrigin: EnsureOrigin<
			Self::RuntimeOrigin,
			Success = Signatory<Self::AccountId, PartyId>,
		>;

		/// Rules and duties.
		type Schemes: SchemeBook;

		/// Owners, pledgees, beneficiaries and their licences.
		type Parties: PartyBook;

		/// Whom accounts act for: benchmarks bind theirs through it.
		#[cfg(feature = "runtime-benchmarks")]
		type Accounts: tanpiao_support::AccountBook<Self::AccountId>;

		/// The block's time.
		type Time: UnixTime;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// What was issued. Written once.
	#[pallet::storage]
	pub type Issuances<T> = StorageMap<_, Twox64Concat, IssuanceId, Issuance>;

	/// What may still change of an issuance: small, because every transfer reads it.
	#[pallet::storage]
	pub type IssuanceStates<T> = StorageMap<_, Twox64Concat, IssuanceId, IssuanceState>;

	/// The last serial used for an issuance, by scheme and year.
	#[pallet::storage]
	pub type IssuanceSerials<T> =
		StorageDoubleMap<_, Twox64Concat, SchemeId, Twox64Concat, u16, u32, ValueQuery>;

	/// Filing numbers (备案文号) in canonical form: each is issued once in its scheme.
	#[pallet::storage]
	pub type Filings<T> =
		StorageDoubleMap<_, Twox64Concat, SchemeId, Blake2_128Concat, Text<64>, IssuanceId>;

	/// The parcel that kilograms grew on, by issuance and first kilogram.
	#[pallet::storage]
	pub type Segments<T> =
		StorageDoubleMap<_, Twox64Concat, IssuanceId, Twox64Concat, Kilograms, ParcelId>;

	/// The vouchers.
	#[pallet::storage]
	pub type Vouchers<T> = StorageMap<_, Twox64Concat, VoucherId, Voucher>;

	/// Which part of an issuance begins at a kilogram, burnt ones included. The neighbour of a range
	/// is the part that begins where it ends. Owners choose where they split, hence the hash.
	#[pallet::storage]
	pub type Parts<T> =
		StorageDoubleMap<_, Twox64Concat, IssuanceId, Blake2_128Concat, Kilograms, u32>;

	/// The live vouchers of a party, wholly or partly its own.
	#[pallet::storage]
	pub type Holdings<T> =
		StorageDoubleMap<_, Twox64Concat, PartyId, Twox64Concat, VoucherId, (), OptionQuery>;

	/// What limits a voucher; the voucher itself keeps the kinds as flags.
	#[pallet::storage]
	pub type Holds<T> =
		StorageDoubleMap<_, Twox64Concat, VoucherId, Twox64Concat, HoldKey, (), OptionQuery>;

	/// Register pages: by voucher, numbered from 0.
	#[pallet::storage]
	pub type Records<T: Config> =
		StorageDoubleMap<_, Twox64Concat, VoucherId, Twox64Concat, u32, Record<T::AccountId>>;

	/// Kilograms by scheme.
	#[pallet::storage]
	pub type Totals<T> = StorageMap<_, Twox64Concat, SchemeId, SchemeTotals, ValueQuery>;

	/// Transfers that wait for somebody's signature.
	#[pallet::storage]
	pub type TransferOrders<T> = StorageMap<_, Twox64Concat, OrderId, TransferOrder>;

	/// The last transfer order's number.
	#[pallet::storage]
	pub type LastOrder<T> = StorageValue<_, OrderId, ValueQuery>;

	/// Pledges offered, in force and released.
	#[pallet::storage]
	pub type Pledges<T> = StorageMap<_, Twox64Concat, PledgeId, Pledge>;

	/// The last pledge's number.
	#[pallet::storage]
	pub type LastPledge<T> = StorageValue<_, PledgeId, ValueQuery>;

	/// Offsets that wait for their certificate.
	#[pallet::storage]
	pub type OffsetRequests<T> = StorageMap<_, Twox64Concat, RequestId, OffsetRequest>;

	/// The last offset request's number.
	#[pallet::storage]
	pub type LastRequest<T> = StorageValue<_, RequestId, ValueQuery>;

	/// Certificates of offset.
	#[pallet::storage]
	pub type Certificates<T> = StorageMap<_, Twox64Concat, CertificateId, Certificate>;

	/// The last serial used for a certificate, by scheme and year.
	#[pallet::storage]
	pub type CertificateSerials<T> =
		StorageDoubleMap<_, Twox64Concat, SchemeId, Twox64Concat, u16, u32, ValueQuery>;

	/// What ends on a day if nobody acted before: keyed by the first day on which it is over.
	#[pallet::storage]
	pub type Expiries<T> =
		StorageDoubleMap<_, Twox64Concat, Day, Twox64Concat, Expiry, (), OptionQuery>;

	/// The first day whose expiries may not all be cleared yet; `None` until the first block.
	#[pallet::storage]
	pub type SweptUntil<T> = StorageValue<_, Day, OptionQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A filed amount was turned into vouchers (制发).
		#[codec(index = 0)]
		Issued { issuance: IssuanceId, office: OfficeId, vouchers: u32, total: Kilograms },
		/// The upper end of a voucher became a voucher of its own.
		#[codec(index = 1)]
		Split { voucher: VoucherId, into: VoucherId, amount: Kilograms },
		/// A transfer waits for its receiver, or for the duty that must effect it (H13).
		#[codec(index = 2)]
		TransferOrdered {
			order: OrderId,
			voucher: VoucherId,
			from: PartyId,
			to: PartyId,
			needs: Needs,
		},
		/// One who had to sign a transfer did, and another still has to.
		#[codec(index = 3)]
		TransferSigned { order: OrderId, needs: Needs },
		/// The owner took a transfer back.
		#[codec(index = 4)]
		TransferCancelled { order: OrderId },
		/// The receiver, or the duty that had to effect it, refused a transfer.
		#[codec(index = 5)]
		TransferRefused { order: OrderId, by: By<T::AccountId> },
		/// Nobody completed a transfer in time.
		#[codec(index = 6)]
		TransferExpired { order: OrderId },
		/// A voucher has a new owner (W11).
		#[codec(index = 7)]
		Transferred { voucher: VoucherId, from: PartyId, to: PartyId, cause: TransferCause },
		/// An owner offered a pledge.
		#[codec(index = 8)]
		PledgeOffered { pledge: PledgeId, owner: PartyId, pledgee: PartyId },
		/// The pledgee declined the offer.
		#[codec(index = 9)]
		PledgeDeclined { pledge: PledgeId },
		/// The owner took the offer back.
		#[codec(index = 10)]
		PledgeWithdrawn { pledge: PledgeId },
		/// The pledgee did not accept the offer in time.
		#[codec(index = 11)]
		PledgeExpired { pledge: PledgeId },
		/// Vouchers are pledged (W17).
		#[codec(index = 12)]
		Pledged { pledge: PledgeId, owner: PartyId, pledgee: PartyId, amount: Kilograms },
		/// The pledgee released its pledge.
		#[codec(index = 13)]
		PledgeReleased { pledge: PledgeId },
		/// An owner asked for a certificate of offset.
		#[codec(index = 14)]
		OffsetRequested {
			request: RequestId,
			owner: PartyId,
			beneficiary: PartyId,
			amount: Kilograms,
		},
		/// The owner took the request back.
		#[codec(index = 15)]
		OffsetWithdrawn { request: RequestId },
		/// The request was refused.
		#[codec(index = 16)]
		OffsetRefused { request: RequestId, reason: Text<128> },
		/// Nobody certified the request in time.
		#[codec(index = 17)]
		OffsetExpired { request: RequestId },
		/// Ranges were burnt for good (W19, H14).
		#[codec(index = 18)]
		OffsetCertified {
			certificate: CertificateId,
			request: RequestId,
			beneficiary: PartyId,
			amount: Kilograms,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such scheme.
		#[codec(index = 0)]
		UnknownScheme,
		/// The scheme is not in force today (W23).
		#[codec(index = 1)]
		NotInForce,
		/// The scheme does not know this ecosystem (W2, H2).
		#[codec(index = 2)]
		EcosystemNotEligible,
		/// This filing number was issued before (一碳多卖, W5, H7).
		#[codec(index = 3)]
		FilingTaken,
		/// A text is not UTF-8, has white space around it or a character that cannot be seen.
		#[codec(index = 4)]
		InvalidText,
		/// A text is blank.
		#[codec(index = 5)]
		BlankText,
		/// A monitoring period that is empty, reversed, or not over yet.
		#[codec(index = 6)]
		InvalidPeriod,
		/// The project has no area.
		#[codec(index = 7)]
		NoArea,
		/// An issue names nobody to receive it.
		#[codec(index = 8)]
		NoAllotments,
		/// An amount of zero kilograms.
		#[codec(index = 9)]
		ZeroAmount,
		/// Amounts beyond what the ledger can count.
		#[codec(index = 10)]
		Overflow,
		/// Co-ownership of fewer than two.
		#[codec(index = 11)]
		TooFewOwners,
		/// An owner is named twice.
		#[codec(index = 12)]
		RepeatedOwner,
		/// Shares of nothing, or that do not sum to one million.
		#[codec(index = 13)]
		InvalidShares,
		/// There is no such party.
		#[codec(index = 14)]
		UnknownParty,
		/// The party is suspended.
		#[codec(index = 15)]
		PartySuspended,
		/// An office must not act on what concerns its own party.
		#[codec(index = 16)]
		OwnApplication,
		/// There is no such parcel.
		#[codec(index = 17)]
		UnknownParcel,
		/// There is no such voucher.
		#[codec(index = 18)]
		UnknownVoucher,
		/// The voucher was used for an offset (W19, H14).
		#[codec(index = 19)]
		AlreadyOffset,
		/// Its issuance was revoked.
		#[codec(index = 20)]
		IssuanceRevoked,
		/// The voucher has changed since this edition.
		#[codec(index = 21)]
		StaleEdition,
		/// The signer does not own it.
		#[codec(index = 22)]
		NotOwner,
		/// The signer owns only a part: co-owners act together.
		#[codec(index = 23)]
		CoOwned,
		/// More than there is.
		#[codec(index = 24)]
		AmountTooLarge,
		/// The voucher is pledged (W18).
		#[codec(index = 25)]
		AlreadyPledged,
		/// An offset of the voucher is requested.
		#[codec(index = 26)]
		OffsetPending,
		/// The pledge would lie on more vouchers than it may.
		#[codec(index = 27)]
		TooManyParts,
		/// The receiver owns it already.
		#[codec(index = 28)]
		SameOwner,
		/// A sale for nothing.
		#[codec(index = 29)]
		ZeroPrice,
		/// There is no such transfer order.
		#[codec(index = 30)]
		UnknownOrder,
		/// The signer is not the receiver.
		#[codec(index = 31)]
		NotReceiver,
		/// This signature is not waited for.
		#[codec(index = 32)]
		NotAwaited,
		/// It waited too long.
		#[codec(index = 33)]
		Expired,
		/// No vouchers are named.
		#[codec(index = 34)]
		NoLots,
		/// A voucher is named twice.
		#[codec(index = 35)]
		RepeatedLot,
		/// Vouchers of several schemes.
		#[codec(index = 36)]
		MixedSchemes,
		/// There is no such pledge.
		#[codec(index = 37)]
		UnknownPledge,
		/// The pledge is not on offer any more.
		#[codec(index = 38)]
		NotOffered,
		/// The pledge is not in force.
		#[codec(index = 39)]
		NotInPledge,
		/// The signer is not the pledgee.
		#[codec(index = 40)]
		NotPledgee,
		/// The pledgee has no licence in this scheme (W4, H4).
		#[codec(index = 41)]
		NotLicensed,
		/// An owner cannot be its own pledgee.
		#[codec(index = 42)]
		OwnPledgee,
		/// The day on which the debt is due is not in the future.
		#[codec(index = 43)]
		DuePast,
		/// A pledge that secures nothing.
		#[codec(index = 44)]
		ZeroSecured,
		/// There is no such offset request.
		#[codec(index = 45)]
		UnknownRequest,
		/// A field that this purpose of offset requires is missing or impossible.
		#[codec(index = 46)]
		InvalidPurpose,
		/// All numbers are used up.
		#[codec(index = 47)]
		NumbersExhausted,
		/// Storage contradicts itself. Report it.
		#[codec(index = 48)]
		Inconsistent,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::sweep(remaining)
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Turns a filed amount into vouchers, one for each allotment. By the Issue duty (W8, H10).
		#[pallet::call_index(0)]
		#[pallet::weight(match order.owned_alone() {
			true => T::WeightInfo::issue(order.vouchers()),
			false => T::WeightInfo::issue_co_owned(order.owner_count()),
		})]
		pub fn issue(origin: OriginFor<T>, order: IssueOrder) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_issue(officer, order)?;
			Ok(())
		}

		/// Makes the upper `amount` of a voucher a voucher of its own. By the owner.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::split())]
		pub fn split(
			origin: OriginFor<T>,
			voucher: VoucherId,
			edition: u32,
			amount: Kilograms,
		) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_split(owner, voucher, edition, amount)?;
			Ok(())
		}

		/// Sells or gives a lot away (W11, W12, H13). By the owner. Done at once, unless the receiver
		/// asked to sign or the scheme names a duty that must effect it: then it waits for them.
		#[pallet::call_index(2)]
		#[pallet::weight(match lot.amount {
			Some(_) => T::WeightInfo::transfer_part(),
			None => T::WeightInfo::transfer_whole(),
		}.max(T::WeightInfo::order_transfer()))]
		pub fn transfer(
			origin: OriginFor<T>,
			lot: Lot,
			to: PartyId,
			cause: TransferCause,
			reference: Text<64>,
			evidence: Option<DocumentHash>,
		) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_transfer(owner, lot, to, cause, reference, evidence)?;
			Ok(())
		}

		/// Signs a transfer as its receiver.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::complete_transfer())]
		pub fn accept_transfer(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let receiver = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_accept_transfer(receiver, order)?;
			Ok(())
		}

		/// Effects a transfer for the duty that the scheme names (H13: OperateMarket).
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::complete_transfer())]
		pub fn effect_transfer(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_effect_transfer(officer, order)
		}

		/// Refuses a transfer, as the receiver or for the duty whose signature it waits for.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::end_transfer())]
		pub fn refuse_transfer(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let by = EitherOfDiverse::<T::OfficeOrigin, T::PartyOrigin>::ensure_origin(origin)?;
			Self::do_refuse_transfer(by, order)
		}

		/// Takes a waiting transfer back. By the owner who ordered it.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::end_transfer())]
		pub fn cancel_transfer(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_cancel_transfer(owner, order)?;
			Ok(())
		}

		/// Offers lots as security for a debt (W17). By the owner. Nothing is held until the pledgee
		/// accepts.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::offer_pledge(count(lots)))]
		pub fn offer_pledge(
			origin: OriginFor<T>,
			lots: Lots,
			pledgee: PartyId,
			terms: PledgeTerms,
		) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_offer_pledge(owner, lots, pledgee, terms)?;
			Ok(())
		}

		/// Accepts a pledge. By the pledgee, licensed in the scheme.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::accept_pledge())]
		pub fn accept_pledge(origin: OriginFor<T>, pledge: PledgeId) -> DispatchResult {
			let pledgee = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_accept_pledge(pledgee, pledge)?;
			Ok(())
		}

		/// Declines a pledge offer. By the pledgee.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::end_offer())]
		pub fn decline_pledge(origin: OriginFor<T>, pledge: PledgeId) -> DispatchResult {
			let pledgee = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_decline_pledge(pledgee, pledge)?;
			Ok(())
		}

		/// Takes a pledge offer back. By the owner who made it.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::end_offer())]
		pub fn withdraw_pledge_offer(origin: OriginFor<T>, pledge: PledgeId) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_withdraw_pledge_offer(owner, pledge)?;
			Ok(())
		}

		/// Releases a pledge. By the pledgee; a licence withdrawn meanwhile does not matter.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::release_pledge(MAX_PLEDGED_VOUCHERS))]
		pub fn release_pledge(
			origin: OriginFor<T>,
			pledge: PledgeId,
		) -> DispatchResultWithPostInfo {
			let pledgee = T::PartyOrigin::ensure_origin(origin)?;
			let released = Self::do_release_pledge(pledgee, pledge)?;
			Ok(Some(T::WeightInfo::release_pledge(released)).into())
		}

		/// Asks for a certificate of offset over lots (W14, W15, H15, H-A1.3). By the owner, for a
		/// beneficiary that need not be the owner. The lots are held until it is decided or expires.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::request_offset(count(lots)))]
		pub fn request_offset(
			origin: OriginFor<T>,
			lots: Lots,
			beneficiary: PartyId,
			purpose: OffsetPurpose,
			statement: Text<128>,
		) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_request_offset(owner, lots, beneficiary, purpose, statement)?;
			Ok(())
		}

		/// Takes an offset request back. By the owner who made it.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::end_request())]
		pub fn withdraw_offset(origin: OriginFor<T>, request: RequestId) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_withdraw_offset(owner, request)?;
			Ok(())
		}

		/// Certifies an offset: the ranges are burnt for good (W19, H14). By the CertifyOffset duty.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::certify_offset())]
		pub fn certify_offset(
			origin: OriginFor<T>,
			request: RequestId,
			evidence: DocumentHash,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_certify_offset(officer, request, evidence)?;
			Ok(())
		}

		/// Refuses an offset request, with the reason. By the CertifyOffset duty.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::end_request())]
		pub fn refuse_offset(
			origin: OriginFor<T>,
			request: RequestId,
			reason: Text<128>,
		) -> DispatchResult {
			let officer = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_refuse_offset(officer, request, reason)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A certificate of offset.
		pub fn certificate(certificate: CertificateId) -> Option<Certificate> {
			Certificates::<T>::get(certificate)
		}

		/// Kilograms of a scheme: issued = free + held + offset + revoked.
		pub fn totals(scheme: SchemeId) -> SchemeTotals {
			Totals::<T>::get(scheme)
		}

		/// A pledge: offered, in force or released.
		pub fn pledge(pledge: PledgeId) -> Option<Pledge> {
			Pledges::<T>::get(pledge)
		}

		/// An offset request that waits for its certificate.
		pub fn offset_request(request: RequestId) -> Option<OffsetRequest> {
			OffsetRequests::<T>::get(request)
		}

		/// A transfer that waits for a signature.
		pub fn transfer_order(order: OrderId) -> Option<TransferOrder> {
			TransferOrders::<T>::get(order)
		}

		/// The issuance of a filing number.
		pub fn filing(scheme: SchemeId, filing_no: Text<64>) -> Option<IssuanceId> {
			Filings::<T>::get(scheme, tanpiao_support::canonical(&filing_no))
		}

		/// The last serials of a scheme's year: issuances, certificates. They run from 1 without a gap.
		pub fn serials(scheme: SchemeId, year: u16) -> (u32, u32) {
			(IssuanceSerials::<T>::get(scheme, year), CertificateSerials::<T>::get(scheme, year))
		}
	}
}

/// How many lots, for a weight.
fn count(lots: &Lots) -> u32 {
	u32::try_from(lots.len()).unwrap_or(MAX_LOTS)
}
