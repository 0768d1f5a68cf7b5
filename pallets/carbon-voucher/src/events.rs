//! What the ledger tells.

use frame_support::pallet_macros::pallet_section;

/// What the ledger tells.
#[pallet_section]
mod events {
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
		/// Two vouchers became one; the number of the first leads to the other.
		#[codec(index = 19)]
		Merged { voucher: VoucherId, into: VoucherId },
		/// A lot has new owners by law (W11, H-A8).
		#[codec(index = 20)]
		Succeeded { voucher: VoucherId, cause: LawfulCause, ownership: Ownership },
		/// Something changed that moves no asset (W10).
		#[codec(index = 21)]
		Changed { voucher: VoucherId, kind: ChangeKind },
		/// Vouchers are frozen (W20, H6).
		#[codec(index = 22)]
		Frozen { freeze: FreezeId, office: OfficeId, amount: Kilograms, expires: Day },
		/// A freeze ends on another day.
		#[codec(index = 23)]
		FreezeExtended { freeze: FreezeId, expires: Day },
		/// A freeze was lifted.
		#[codec(index = 24)]
		FreezeLifted { freeze: FreezeId },
		/// A freeze ended by its day.
		#[codec(index = 25)]
		FreezeExpired { freeze: FreezeId },
		/// A paper was reported lost or destroyed (W9, H12).
		#[codec(index = 26)]
		LossReported { loss: LossId, voucher: VoucherId, notice_until: Day },
		/// The paper was found.
		#[codec(index = 27)]
		Found { loss: LossId },
		/// An inspection was recorded (W20, H6).
		#[codec(index = 28)]
		Inspected { inspection: InspectionId, voucher: VoucherId, office: OfficeId },
		/// Vouchers are kept for a sale.
		#[codec(index = 29)]
		EscrowOpened { escrow: EscrowId, amount: Kilograms },
		/// What was kept is free again.
		#[codec(index = 30)]
		EscrowClosed { escrow: EscrowId },
		/// Nobody ended the escrow in time; what was kept is free again.
		#[codec(index = 31)]
		EscrowExpired { escrow: EscrowId },
		/// What was kept has its buyer as owner.
		#[codec(index = 32)]
		Delivered { escrow: EscrowId, to: PartyId, price: Fen },
		/// An act waits for more of the owners.
		#[codec(index = 33)]
		Proposed { proposal: ProposalId, by: PartyId },
		/// One more owner signed, and others still have to.
		#[codec(index = 34)]
		ProposalSigned { proposal: ProposalId, by: PartyId },
		/// Enough owners signed, and the act was done.
		#[codec(index = 35)]
		ProposalExecuted { proposal: ProposalId },
		/// Who proposed the act took it back.
		#[codec(index = 36)]
		ProposalWithdrawn { proposal: ProposalId },
		/// Not enough owners signed in time.
		#[codec(index = 37)]
		ProposalExpired { proposal: ProposalId },
		/// Common ownership became joint, or the reverse (W10).
		#[codec(index = 38)]
		OwnershipChanged { voucher: VoucherId, ownership: Ownership },
		/// Each owner's own part is a voucher of its own (CC 303).
		#[codec(index = 39)]
		Partitioned { voucher: VoucherId },
		/// A share is on offer; the other owners may take it before that day (CC 305, 306).
		#[codec(index = 40)]
		ShareOffered {
			offer: ShareOfferId,
			voucher: VoucherId,
			seller: PartyId,
			buyer: PartyId,
			millionths: u32,
			notice_until: Day,
		},
		/// Another owner takes the share instead of the buyer.
		#[codec(index = 41)]
		ShareTaken { offer: ShareOfferId, by: PartyId },
		/// A share, or a part of it, has a new owner.
		#[codec(index = 42)]
		ShareTransferred {
			offer: ShareOfferId,
			voucher: VoucherId,
			from: PartyId,
			to: PartyId,
			millionths: u32,
		},
		/// The seller took the share back.
		#[codec(index = 43)]
		ShareOfferWithdrawn { offer: ShareOfferId },
		/// Nobody completed the share's transfer in time.
		#[codec(index = 44)]
		ShareOfferExpired { offer: ShareOfferId },
		/// Some of the vouchers are not pledged any more.
		#[codec(index = 45)]
		PledgePartReleased { pledge: PledgeId, amount: Kilograms },
		/// One side proposed to change a pledge.
		#[codec(index = 46)]
		PledgeChangeProposed { pledge: PledgeId, by: PartyId },
		/// The proposal was taken back, or not accepted.
		#[codec(index = 47)]
		PledgeChangeDropped { pledge: PledgeId, by: PartyId },
		/// Nobody accepted the proposal in time.
		#[codec(index = 48)]
		PledgeChangeExpired { pledge: PledgeId },
		/// The pledge secures another sum, or longer.
		#[codec(index = 49)]
		PledgeChanged { pledge: PledgeId, secured: Fen, due: Day },
		/// The pledge passed to another pledgee (H-A8).
		#[codec(index = 50)]
		PledgeAssigned { pledge: PledgeId, from: PartyId, to: PartyId },
		/// The pledge was enforced (CC 428).
		#[codec(index = 51)]
		PledgeEnforced { pledge: PledgeId, way: Enforcement, to: PartyId, price: Fen },
		/// A judgment lifted the pledge, wholly or from one voucher.
		#[codec(index = 52)]
		PledgeLifted { pledge: PledgeId, voucher: VoucherId },
		/// The request ended because the law passed its vouchers on.
		#[codec(index = 53)]
		OffsetEnded { request: RequestId },
		/// The buyer of a share signed, and an office with the duty for it still has to.
		#[codec(index = 80)]
		ShareOfferSigned { offer: ShareOfferId },
		/// A judgment took a voucher out of a freeze.
		#[codec(index = 81)]
		FreezeReleased { freeze: FreezeId, voucher: VoucherId },
	}
}
