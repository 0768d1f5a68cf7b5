//! What the ledger refuses.

use frame_support::pallet_macros::pallet_section;

/// What the ledger refuses.
#[pallet_section]
mod errors {
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
		/// An issue, or a transfer by law, names nobody to receive it.
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
		/// The signer owns only a part: co-owners act together, by a proposal.
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
		/// The voucher is a part of another now.
		#[codec(index = 49)]
		AlreadyMerged,
		/// The voucher is frozen (W20, H6).
		#[codec(index = 50)]
		Frozen,
		/// The voucher's paper is reported lost (W9, H12).
		#[codec(index = 51)]
		ReportedLost,
		/// The voucher is kept for a sale.
		#[codec(index = 52)]
		InEscrow,
		/// Eight freezes are on the voucher already.
		#[codec(index = 53)]
		TooManyFreezes,
		/// The vouchers do not touch, or are of different issuances.
		#[codec(index = 54)]
		NotAdjacent,
		/// The vouchers have different owners or shares.
		#[codec(index = 55)]
		DifferentOwners,
		/// The vouchers are under different holds.
		#[codec(index = 56)]
		DifferentHolds,
		/// More owners than a voucher may have.
		#[codec(index = 57)]
		TooManyOwners,
		/// There is no such freeze.
		#[codec(index = 58)]
		UnknownFreeze,
		/// A freeze that ends before it starts, or an extension that is none.
		#[codec(index = 59)]
		InvalidTerm,
		/// Another office ordered it.
		#[codec(index = 60)]
		NotOrderedByOffice,
		/// There is no such report of loss.
		#[codec(index = 61)]
		UnknownLoss,
		/// There is no such escrow.
		#[codec(index = 62)]
		UnknownEscrow,
		/// A day that has not come yet.
		#[codec(index = 63)]
		FutureDay,
		/// There is no such proposal.
		#[codec(index = 64)]
		UnknownProposal,
		/// The signer signed it already.
		#[codec(index = 65)]
		AlreadySigned,
		/// The signer did not begin it.
		#[codec(index = 66)]
		NotProposer,
		/// This needs common ownership.
		#[codec(index = 67)]
		NotCommon,
		/// An owner's own part would be less than a kilogram.
		#[codec(index = 68)]
		PartTooSmall,
		/// There is no such offer of a share.
		#[codec(index = 69)]
		UnknownShareOffer,
		/// The other owners may still take the share (CC 306).
		#[codec(index = 70)]
		NoticeRunning,
		/// The other owners' time to take the share is over, or they have no such right.
		#[codec(index = 71)]
		NoPreemption,
		/// Another owner has taken the share.
		#[codec(index = 72)]
		ShareTaken,
		/// What is received does not sum to what passes.
		#[codec(index = 73)]
		AmountsDiffer,
		/// The co-owner's place can only be passed with the whole voucher, of this kind of ownership.
		#[codec(index = 74)]
		WrongSuccession,
		/// The hold is not on the voucher, or no judgment can lift it.
		#[codec(index = 75)]
		CannotLift,
		/// The vouchers are not all under the pledge.
		#[codec(index = 76)]
		NotUnderPledge,
		/// There is nothing to accept.
		#[codec(index = 77)]
		NoChangePending,
		/// Another change waits already.
		#[codec(index = 78)]
		ChangePending,
		/// The debt is not due: nothing is enforced before the default (CC 428).
		#[codec(index = 79)]
		NotInDefault,
		/// New terms must raise the sum or put the day off, and must not lessen either.
		#[codec(index = 80)]
		TermsNotRaised,
		/// The surplus over the secured sum needs the proof of its payment.
		#[codec(index = 81)]
		SurplusProof,
		/// What is proposed is not what the signer read.
		#[codec(index = 100)]
		ChangeDiffers,
		/// By agreement the pledgee alone takes the vouchers (折价, CC 436); others buy them in a sale.
		#[codec(index = 101)]
		NotToPledgee,
		/// Common ownership becomes joint or joint common, and nothing else changes so (W10).
		#[codec(index = 110)]
		SameKind,
		/// The buyer asked to sign what it receives, and has not.
		#[codec(index = 111)]
		BuyerUnsigned,
	}
}
