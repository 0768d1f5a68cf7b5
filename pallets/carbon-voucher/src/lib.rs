//! Forestry carbon vouchers (林业碳票, 碳券): issue, split and merge, transfer by wish and by law,
//! co-ownership, pledge, freeze, loss and offset, kept to the kilogram.
//!
//! An *issuance* is one filed amount of one monitoring period: kilograms `[0, total)`. Its *vouchers*
//! are contiguous ranges that partition it for ever: a kilogram lies in exactly one voucher, so none
//! is sold twice (W5, H7). A split leaves the lower range under the old number. An offset burns
//! ranges for good (W19, H14); they stay in the partition and stand in exactly one certificate.
//!
//! An owner's act on a voucher names the *edition* of the paper that its signer looked at; a stale one
//! is an error. What is decided of an object that holds vouchers (a pledge, a freeze, a request) names
//! the object. Every change of a voucher is a *record* on its register page; records are never changed
//! or removed.
//!
//! ## Holds
//!
//! Five kinds of *holds* limit a voucher: pledge, freeze, report of loss, a sale's escrow, offset
//! request. [`HoldKind::on`] is the law's table of what each says to each act. The object behind a hold
//! names kilograms and counts the vouchers that they lie in: a split copies the holds, a merger needs
//! the same ones on both sides.
//!
//! ## Owners
//!
//! One owner signs alone. Co-owners sign a [proposal](Pallet::propose) one after the other: two thirds
//! of common owners may sell or pledge the whole (CC 301), all of joint owners; gifts, offsets and a
//! change of the ownership's kind take all of either.
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
//! Days are the block's, in UTC+8. Whatever waits for somebody (transfers, pledge offers and changes,
//! offset requests, proposals, shares on offer, escrows) ends by its expiry day, whether or not the
//! sweep has reached it: an expired one cannot be acted on, and
//! [`Hooks::on_idle`](frame_support::traits::Hooks::on_idle) clears it within a bounded share of each
//! block. A freeze alone goes on forbidding until it is cleared: the safe side.

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

use frame_support::pallet_macros::import_section;

pub use audit::{AuditCursor, AuditPage, Fault, MAX_AUDITED};
pub use expiry::MAX_SWEPT;
pub use holds::{Act, Effect};
pub use pallet::*;
pub use reads::MAX_PAGE;
pub use types::*;
pub use weights::WeightInfo;

mod audit;
mod errors;
mod escrow;
mod events;
mod expiry;
mod freeze;
mod holds;
mod inspection;
mod issue;
mod ledger;
mod loss;
mod offset;
mod owners;
mod pledge;
mod pledge_changes;
mod reads;
mod shares;
mod succession;
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
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{EitherOfDiverse, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use tanpiao_support::{
		By, CertificateId, Day, DocumentHash, EscrowId, EscrowWatcher, Fen, FreezeId, InspectionId,
		IssuanceId, IssueOrder, Kilograms, LossId, Lot, OfficeId, Officer, OrderId, Ownership,
		ParcelId, PartyBook, PartyId, PledgeId, ProposalId, RequestId, SchemeBook, SchemeId,
		ShareOfferId, Signatory, Text, VoucherId,
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

		/// Who is told when a sale's escrow ends otherwise than by it.
		type Market: EscrowWatcher;

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

	/// Pledges offered, in force and ended.
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

	/// Changes of pledges in force that wait for the other side: one for each pledge.
	#[pallet::storage]
	pub type PledgeChanges<T> = StorageMap<_, Twox64Concat, PledgeId, PendingChange>;

	/// Freezes in force and in the queue.
	#[pallet::storage]
	pub type Freezes<T> = StorageMap<_, Twox64Concat, FreezeId, Freeze>;

	/// The last freeze's number.
	#[pallet::storage]
	pub type LastFreeze<T> = StorageValue<_, FreezeId, ValueQuery>;

	/// Papers reported lost or destroyed.
	#[pallet::storage]
	pub type Losses<T> = StorageMap<_, Twox64Concat, LossId, Loss>;

	/// The last report's number.
	#[pallet::storage]
	pub type LastLoss<T> = StorageValue<_, LossId, ValueQuery>;

	/// Vouchers kept for sales.
	#[pallet::storage]
	pub type Escrows<T> = StorageMap<_, Twox64Concat, EscrowId, Escrow>;

	/// The last escrow's number.
	#[pallet::storage]
	pub type LastEscrow<T> = StorageValue<_, EscrowId, ValueQuery>;

	/// Inspections. Written once.
	#[pallet::storage]
	pub type Inspections<T> = StorageMap<_, Twox64Concat, InspectionId, Inspection>;

	/// The last inspection's number.
	#[pallet::storage]
	pub type LastInspection<T> = StorageValue<_, InspectionId, ValueQuery>;

	/// Acts that wait for more of the owners.
	#[pallet::storage]
	pub type Proposals<T> = StorageMap<_, Twox64Concat, ProposalId, Proposal>;

	/// The last proposal's number.
	#[pallet::storage]
	pub type LastProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// Shares on offer.
	#[pallet::storage]
	pub type ShareOffers<T> = StorageMap<_, Twox64Concat, ShareOfferId, ShareOffer>;

	/// The last share offer's number.
	#[pallet::storage]
	pub type LastShareOffer<T> = StorageValue<_, ShareOfferId, ValueQuery>;

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
			Self::do_split(owner.into(), voucher, edition, amount)?;
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
			Self::do_transfer(owner.into(), lot, to, cause, reference, evidence)?;
			Ok(())
		}

		/// Signs a transfer as its receiver.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::complete_transfer().saturating_add(T::WeightInfo::co_owners(2)))]
		pub fn accept_transfer(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let receiver = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_accept_transfer(receiver, order)?;
			Ok(())
		}

		/// Effects a transfer for the duty that the scheme names (H13: OperateMarket).
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::complete_transfer().saturating_add(T::WeightInfo::co_owners(2)))]
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
			Self::do_offer_pledge(owner.into(), lots, pledgee, terms)?;
			Ok(())
		}

		/// Accepts a pledge. By the pledgee, licensed in the scheme.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::accept_pledge().saturating_add(T::WeightInfo::co_owners(MAX_LOTS)))]
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

		/// Releases a pledge, or these lots of it. By the pledgee; a licence withdrawn meanwhile does
		/// not matter.
		#[pallet::call_index(11)]
		#[pallet::weight(match part {
			None => T::WeightInfo::release_pledge(MAX_HELD_VOUCHERS),
			Some(lots) => T::WeightInfo::release_pledge_part(count(lots)),
		})]
		pub fn release_pledge(
			origin: OriginFor<T>,
			pledge: PledgeId,
			part: Option<Lots>,
		) -> DispatchResultWithPostInfo {
			let pledgee = T::PartyOrigin::ensure_origin(origin)?;
			match part {
				None => {
					let released = Self::do_release_pledge(pledgee, pledge)?;
					Ok(Some(T::WeightInfo::release_pledge(released)).into())
				}
				Some(lots) => {
					Self::do_release_part(pledgee, pledge, lots)?;
					Ok(().into())
				}
			}
		}

		/// Asks for a certificate of offset over lots (W14, W15, H15, H-A1.3). By the owner, for a
		/// beneficiary that need not be the owner. The lots are held until it is decided or expires.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::request_offset(count(lots))
			.saturating_add(T::WeightInfo::co_owners(count(lots))))]
		pub fn request_offset(
			origin: OriginFor<T>,
			lots: Lots,
			beneficiary: PartyId,
			purpose: OffsetPurpose,
			statement: Text<128>,
		) -> DispatchResult {
			let owner = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_request_offset(owner.into(), lots, beneficiary, purpose, statement)?;
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
		#[pallet::weight(T::WeightInfo::certify_offset()
			.saturating_add(T::WeightInfo::co_owners(MAX_HELD_VOUCHERS)))]
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

		/// Merges two vouchers that touch, of the same owners and under the same holds, into the one
		/// with the lower number. By the owner.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::merge())]
		pub fn merge(
			origin: OriginFor<T>,
			voucher: VoucherId,
			edition: u32,
			other: VoucherId,
			other_edition: u32,
		) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_merge(by.into(), (voucher, edition), (other, other_edition))?;
			Ok(())
		}

		/// Enters a transfer that the law effects (W11, H-A8). By the Register duty. Pledges and freezes
		/// stay on it unless a judgment names them; escrows and offset requests end.
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::enter_transfer())]
		pub fn enter_transfer(origin: OriginFor<T>, transfer: LawfulTransfer) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_enter_transfer(by, transfer)
		}

		/// Records a change that moves no asset (W10). By the Register duty.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::record_change())]
		pub fn record_change(
			origin: OriginFor<T>,
			voucher: VoucherId,
			edition: u32,
			kind: ChangeKind,
			reference: Text<64>,
			evidence: DocumentHash,
		) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_record_change(by, voucher, edition, kind, reference, evidence)
		}

		/// Freezes lots as an authority ordered (W20, H6). By the Register or the Supervise duty.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::freeze(count(lots)))]
		pub fn freeze(origin: OriginFor<T>, lots: Lots, order: FreezeOrder) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_freeze(by, lots, order)?;
			Ok(())
		}

		/// Puts the end of a freeze off (续冻). By the office that entered it; by any that may freeze,
		/// where that one may not any more.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::extend_freeze())]
		pub fn extend_freeze(
			origin: OriginFor<T>,
			freeze: FreezeId,
			expires: Day,
			reference: Text<64>,
			evidence: DocumentHash,
		) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_extend_freeze(by, freeze, expires, reference, evidence)
		}

		/// Lifts a freeze (解冻). By the same.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::lift_freeze())]
		pub fn lift_freeze(
			origin: OriginFor<T>,
			freeze: FreezeId,
			reference: Text<64>,
			evidence: DocumentHash,
		) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_lift_freeze(by, freeze, reference, evidence)
		}

		/// Reports a voucher's paper lost or destroyed (W9, H12). By an owner.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::report_loss())]
		pub fn report_loss(
			origin: OriginFor<T>,
			voucher: VoucherId,
			edition: u32,
			kind: LossKind,
			reason: Text<128>,
		) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_report_loss(by, voucher, edition, kind, reason)?;
			Ok(())
		}

		/// Ends a report of loss because the paper was found. By an owner, or by the Register duty.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::report_found())]
		pub fn report_found(origin: OriginFor<T>, loss: LossId) -> DispatchResult {
			let by = EitherOfDiverse::<T::OfficeOrigin, T::PartyOrigin>::ensure_origin(origin)?;
			Self::do_report_found(by, loss)
		}

		/// Records an inspection (W20, H6). By the Supervise duty.
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::record_inspection())]
		pub fn record_inspection(
			origin: OriginFor<T>,
			voucher: VoucherId,
			day: Day,
			method: InspectionMethod,
			finding: Text<256>,
			evidence: DocumentHash,
		) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_record_inspection(by, voucher, day, method, finding, evidence)?;
			Ok(())
		}

		/// Proposes an act to the other owners, and signs it. Done at once where the signer may dispose
		/// of it alone (CC 301).
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::propose().saturating_add(Pallet::<T>::weight_of(act)))]
		pub fn propose(origin: OriginFor<T>, act: OwnersAct) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_propose(by, act)?;
			Ok(())
		}

		/// Signs a proposal as another owner. Who signs last does the act.
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::sign_proposal().saturating_add(Pallet::<T>::dearest_act()))]
		pub fn sign_proposal(
			origin: OriginFor<T>,
			proposal: ProposalId,
		) -> DispatchResultWithPostInfo {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			let done = Self::do_sign_proposal(by, proposal)?;
			let act = done.map_or_else(Weight::zero, |act| Self::weight_of(&act));
			Ok(Some(T::WeightInfo::sign_proposal().saturating_add(act)).into())
		}

		/// Takes a proposal back. By the owner who made it.
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::withdraw_proposal())]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_withdraw_proposal(by, proposal)?;
			Ok(())
		}

		/// Divides a voucher in common ownership into one for each owner, of its own part (CC 303). By
		/// any of them.
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::partition())]
		pub fn partition(origin: OriginFor<T>, voucher: VoucherId, edition: u32) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_partition(by, voucher, edition)?;
			Ok(())
		}

		/// Offers a share, or a part of it, to somebody. On a sale to one who is no owner the others get
		/// notice, and may take it on the same conditions (CC 305, 306).
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::offer_share())]
		// A call's arguments are what clients name.
		#[allow(clippy::too_many_arguments)]
		pub fn offer_share(
			origin: OriginFor<T>,
			voucher: VoucherId,
			edition: u32,
			to: PartyId,
			millionths: u32,
			cause: TransferCause,
			reference: Text<64>,
			evidence: DocumentHash,
		) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			let offered = (voucher, edition, millionths);
			Self::do_offer_share(by, offered, to, cause, reference, evidence)?;
			Ok(())
		}

		/// Takes a share on sale instead of its buyer (CC 305). By another owner, during the notice.
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::take_share())]
		pub fn take_share(origin: OriginFor<T>, offer: ShareOfferId) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_take_share(by, offer)?;
			Ok(())
		}

		/// Completes the transfer of a share after the notice: to those who took it, in proportion to
		/// their shares (CC 306), else to the buyer. By who receives it; where the scheme names a duty that
		/// must effect sales, by that.
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::complete_share())]
		pub fn complete_share(origin: OriginFor<T>, offer: ShareOfferId) -> DispatchResult {
			let by = EitherOfDiverse::<T::OfficeOrigin, T::PartyOrigin>::ensure_origin(origin)?;
			Self::do_complete_share(by, offer)
		}

		/// Takes a share off offer. By the seller or the buyer, while no other owner has taken it.
		#[pallet::call_index(32)]
		#[pallet::weight(T::WeightInfo::withdraw_share_offer())]
		pub fn withdraw_share_offer(origin: OriginFor<T>, offer: ShareOfferId) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_withdraw_share_offer(by, offer)?;
			Ok(())
		}

		/// Proposes a change of a pledge in force: new terms, by the owner or the pledgee; its passing
		/// to another pledgee, enforcement by agreement or by sale, by the pledgee.
		#[pallet::call_index(33)]
		#[pallet::weight(T::WeightInfo::propose_pledge_change())]
		pub fn propose_pledge_change(
			origin: OriginFor<T>,
			pledge: PledgeId,
			change: PledgeChange,
		) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_propose_pledge_change(by, pledge, change)?;
			Ok(())
		}

		/// Accepts what the other side proposed, which is done then. The signer repeats what it read.
		#[pallet::call_index(34)]
		#[pallet::weight(T::WeightInfo::accept_pledge_change())]
		pub fn accept_pledge_change(
			origin: OriginFor<T>,
			pledge: PledgeId,
			change: PledgeChange,
		) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_accept_pledge_change(by.into(), pledge, change)?;
			Ok(())
		}

		/// Takes a proposed change back, or declines it.
		#[pallet::call_index(35)]
		#[pallet::weight(T::WeightInfo::drop_pledge_change())]
		pub fn drop_pledge_change(origin: OriginFor<T>, pledge: PledgeId) -> DispatchResult {
			let by = T::PartyOrigin::ensure_origin(origin)?;
			Self::do_drop_pledge_change(by, pledge)?;
			Ok(())
		}

		/// Enforces a pledge by the sale that the pledgee asked for (CC 428, 436). By the OperateMarket
		/// duty.
		#[pallet::call_index(36)]
		#[pallet::weight(T::WeightInfo::enforce_pledge())]
		pub fn sell_pledged(
			origin: OriginFor<T>,
			pledge: PledgeId,
			proceeds: Proceeds,
		) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_sell_pledged(by, pledge, proceeds)
		}

		/// Enforces a pledge as a court ordered (CC 428). By the Register duty.
		#[pallet::call_index(37)]
		#[pallet::weight(T::WeightInfo::enforce_pledge())]
		pub fn enforce_by_court(
			origin: OriginFor<T>,
			pledge: PledgeId,
			proceeds: Proceeds,
		) -> DispatchResult {
			let by = T::OfficeOrigin::ensure_origin(origin)?;
			Self::do_enforce_by_court(by, pledge, proceeds)
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

		/// A pledge: offered, in force or ended.
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

		/// A change of a pledge that waits for the other side.
		pub fn pledge_change(pledge: PledgeId) -> Option<PendingChange> {
			PledgeChanges::<T>::get(pledge)
		}

		/// A freeze in force or in the queue.
		pub fn freeze_order(freeze: FreezeId) -> Option<Freeze> {
			Freezes::<T>::get(freeze)
		}

		/// A paper reported lost or destroyed.
		pub fn loss(loss: LossId) -> Option<Loss> {
			Losses::<T>::get(loss)
		}

		/// What is kept for a sale.
		pub fn escrow(escrow: EscrowId) -> Option<Escrow> {
			Escrows::<T>::get(escrow)
		}

		/// An inspection.
		pub fn inspection(inspection: InspectionId) -> Option<Inspection> {
			Inspections::<T>::get(inspection)
		}

		/// An act that waits for more of the owners.
		pub fn proposal(proposal: ProposalId) -> Option<Proposal> {
			Proposals::<T>::get(proposal)
		}

		/// A share on offer.
		pub fn share_offer(offer: ShareOfferId) -> Option<ShareOffer> {
			ShareOffers::<T>::get(offer)
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
