//! Shares of common ownership on offer, and the other owners' right to take them (CC 305, 306).

use crate::{
	holds::Act,
	ledger::{ByOf, Entry, SignedByOffice, SignedByParty},
	*,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::{DispatchResult, Either};
use tanpiao_support::{
	apportion, DocumentHash, Fen, Ownership, PartyBook, PartyId, Share, ShareOfferId, Text,
	VoucherId,
};

impl<T: Config> Pallet<T> {
	/// Offers millionths of the voucher of that edition.
	pub(crate) fn do_offer_share(
		seller: SignedByParty<T>,
		(voucher, edition, millionths): (VoucherId, u32, u32),
		to: PartyId,
		cause: TransferCause,
		reference: Text<64>,
		evidence: DocumentHash,
	) -> Result<ShareOfferId, Error<T>> {
		let rules = Self::rules(voucher.issuance.scheme)?;
		let (seller, today) = (seller.who, Self::today());
		let duty = match cause {
			TransferCause::Sale { .. } => rules.effects.sale,
			TransferCause::Gift => rules.effects.gift,
		};
		let mut offer = ShareOffer {
			voucher,
			edition,
			seller,
			buyer: to,
			millionths,
			cause,
			reference,
			evidence,
			takers: Signers::new(),
			needs: Needs { receiver: duty.is_none() || T::Parties::asks_consent(to), duty },
			notice_until: today,
			expires: today,
		};
		let offered = Self::offered_voucher(&offer)?;
		ensure!(seller != to, Error::SameOwner);
		pass_share::<T>(&offered.ownership, seller, &[Share { party: to, millionths }])?;
		Self::ensure_active(to)?;
		if let TransferCause::Sale { price } = cause {
			ensure!(!price.is_zero(), Error::ZeroPrice);
			// The others come first only where somebody else would come in (CC 305).
			if !offered.ownership.includes(to) {
				offer.notice_until = today.next().plus(rules.periods.preemption);
			}
		}
		Self::ensure_optional_text(&offer.reference)?;
		offer.expires = offer.notice_until.next().plus(rules.periods.transfer);

		let id = LastShareOffer::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		let notice_until = offer.notice_until;
		LastShareOffer::<T>::put(id);
		Expiries::<T>::insert(offer.expires, Expiry::ShareOffer(id), ());
		ShareOffers::<T>::insert(id, offer);
		Self::deposit_event(Event::ShareOffered {
			offer: id,
			voucher,
			seller,
			buyer: to,
			millionths,
			notice_until,
		});
		Ok(id)
	}

	/// Takes a share instead of its buyer. A hold that came meanwhile does not cost the others their
	/// right: it stops the completion.
	pub(crate) fn do_take_share(owner: SignedByParty<T>, id: ShareOfferId) -> Result<(), Error<T>> {
		let mut offer = ShareOffers::<T>::get(id).ok_or(Error::UnknownShareOffer)?;
		ensure!(Self::today() < offer.notice_until, Error::NoPreemption);
		let voucher = Self::live_voucher(offer.voucher)?;
		ensure!(voucher.edition == offer.edition, Error::StaleEdition);
		let who = owner.who;
		ensure!(who != offer.seller && voucher.ownership.includes(who), Error::NotOwner);
		ensure!(!offer.takers.contains(&who), Error::AlreadySigned);
		offer.takers.try_push(who).map_err(|_| Error::Inconsistent)?;
		ShareOffers::<T>::insert(id, offer);
		Self::deposit_event(Event::ShareTaken { offer: id, by: who });
		Ok(())
	}

	/// Completes the transfer of a share for one who receives it, or for the duty that must effect it.
	/// A buyer who asked to sign does so first.
	pub(crate) fn do_complete_share(
		by: Either<SignedByOffice<T>, SignedByParty<T>>,
		id: ShareOfferId,
	) -> DispatchResult {
		let mut offer = ShareOffers::<T>::get(id).ok_or(Error::<T>::UnknownShareOffer)?;
		let today = Self::today();
		ensure!(today < offer.expires, Error::<T>::Expired);
		ensure!(today >= offer.notice_until, Error::<T>::NoticeRunning);
		let voucher = Self::offered_voucher(&offer)?;
		Self::ensure_active(offer.seller)?;
		let parts = Self::receivers(&offer, &voucher.ownership)?;
		let waits_for_buyer =
			offer.needs.receiver && parts.iter().any(|share| share.party == offer.buyer);
		let by = match by {
			Either::Left(officer) => {
				let duty = offer.needs.duty.ok_or(Error::<T>::NotAwaited)?;
				let concerned = voucher.ownership.owners().chain([offer.buyer]);
				Self::ensure_duty(officer.who, offer.voucher.issuance.scheme, duty, concerned)?;
				ensure!(!waits_for_buyer, Error::<T>::BuyerUnsigned);
				officer.into()
			}
			Either::Right(party) => {
				// Who sells chose the buyer, but not who takes it instead, and lets them have it when paid.
				let taken = parts.iter().all(|share| share.party != offer.buyer);
				let completes = match taken && offer.needs.duty.is_none() {
					true => party.who == offer.seller,
					false => parts.iter().any(|share| share.party == party.who),
				};
				ensure!(completes, Error::<T>::NotReceiver);
				if offer.needs.duty.is_some() {
					ensure!(waits_for_buyer, Error::<T>::NotAwaited);
					offer.needs.receiver = false;
					ShareOffers::<T>::insert(id, offer);
					Self::deposit_event(Event::ShareOfferSigned { offer: id });
					return Ok(());
				}
				party.into()
			}
		};
		Ok(Self::hand_over_share(id, offer, voucher, parts, by)?)
	}

	/// Takes a share off offer.
	pub(crate) fn do_withdraw_share_offer(
		party: SignedByParty<T>,
		id: ShareOfferId,
	) -> Result<(), Error<T>> {
		let offer = ShareOffers::<T>::get(id).ok_or(Error::UnknownShareOffer)?;
		ensure!([offer.seller, offer.buyer].contains(&party.who), Error::NotProposer);
		// Who took it has had its time when the notice is over, and must not block the seller for ever.
		let bound = Self::today() < offer.notice_until || party.who != offer.seller;
		ensure!(offer.takers.is_empty() || !bound, Error::ShareTaken);
		Self::drop_share_offer(id, &offer);
		Self::deposit_event(Event::ShareOfferWithdrawn { offer: id });
		Ok(())
	}

	/// Ends an offer that nobody completed.
	pub(crate) fn expire_share_offer(id: ShareOfferId) {
		if ShareOffers::<T>::take(id).is_some() {
			Self::deposit_event(Event::ShareOfferExpired { offer: id });
		}
	}

	/// The voucher of an offer, as it was offered and free to change hands.
	fn offered_voucher(offer: &ShareOffer) -> Result<Voucher, Error<T>> {
		let voucher = Self::live_voucher(offer.voucher)?;
		Self::ensure_free(offer.voucher, &voucher, offer.edition, Act::Transfer)?;
		Ok(voucher)
	}

	/// Who receives how much: the takers in proportion to their shares (CC 306), without those who are
	/// suspended or get nothing; the buyer if there are none.
	fn receivers(offer: &ShareOffer, ownership: &Ownership) -> Result<Vec<Share>, Error<T>> {
		let takers: Vec<_> = offer
			.takers
			.iter()
			.filter(|taker| T::Parties::is_active(**taker))
			.filter_map(|taker| Some((*taker, u64::from(ownership.share_of(*taker)?))))
			.collect();
		if takers.is_empty() {
			Self::ensure_active(offer.buyer)?;
			return Ok(alloc::vec![Share { party: offer.buyer, millionths: offer.millionths }]);
		}
		let parts = apportion(offer.millionths.into(), takers).ok_or(Error::Inconsistent)?;
		let share = |(party, part): (PartyId, u64)| {
			Some(Share { party, millionths: u32::try_from(part).ok()? })
		};
		Ok(parts.into_iter().filter_map(share).filter(|share| share.millionths > 0).collect())
	}

	/// Gives the share to those who receive it, each with its part of the price.
	fn hand_over_share(
		id: ShareOfferId,
		offer: ShareOffer,
		mut voucher: Voucher,
		parts: Vec<Share>,
		by: ByOf<T>,
	) -> Result<(), Error<T>> {
		let ownership = pass_share::<T>(&voucher.ownership, offer.seller, &parts)?;
		Self::set_owners(offer.voucher, &mut voucher, ownership)?;
		for (share, cause) in parts.iter().zip(prices::<T>(offer.cause, &parts)?) {
			let Share { party, millionths } = *share;
			let entry = Entry {
				reference: offer.reference.clone(),
				evidence: Some(offer.evidence),
				..Entry::with(RecordKind::ShareTransferred { millionths, cause }, party)
			};
			Self::record(offer.voucher, &mut voucher, by.clone(), entry);
			Self::deposit_event(Event::ShareTransferred {
				offer: id,
				voucher: offer.voucher,
				from: offer.seller,
				to: party,
				millionths,
			});
		}
		Vouchers::<T>::insert(offer.voucher, voucher);
		Self::drop_share_offer(id, &offer);
		Ok(())
	}

	fn drop_share_offer(id: ShareOfferId, offer: &ShareOffer) {
		ShareOffers::<T>::remove(id);
		Expiries::<T>::remove(offer.expires, Expiry::ShareOffer(id));
	}
}

/// The cause of each part, with its part of the price.
fn prices<T: Config>(
	cause: TransferCause,
	parts: &[Share],
) -> Result<Vec<TransferCause>, Error<T>> {
	let TransferCause::Sale { price } = cause else {
		return Ok(parts.iter().map(|_| cause).collect());
	};
	let weights = parts.iter().map(|share| (share.party, share.millionths.into())).collect();
	let prices = apportion(price.0, weights).ok_or(Error::Inconsistent)?;
	Ok(prices.into_iter().map(|(_, part)| TransferCause::Sale { price: Fen(part) }).collect())
}

/// Common ownership after `of` passed these shares on. Those who are owners already get them added to
/// theirs; one who is left alone owns all.
pub(crate) fn pass_share<T: Config>(
	ownership: &Ownership,
	of: PartyId,
	to: &[Share],
) -> Result<Ownership, Error<T>> {
	let Ownership::Common(shares) = ownership else { return Err(Error::NotCommon) };
	let mut shares = shares.to_vec();
	ensure!(to.iter().all(|share| share.millionths > 0), Error::InvalidShares);
	let passed = to.iter().try_fold(0u32, |sum, share| sum.checked_add(share.millionths));
	let passed = passed.ok_or(Error::InvalidShares)?;
	let given = shares.iter_mut().find(|share| share.party == of).ok_or(Error::NotOwner)?;
	given.millionths = given.millionths.checked_sub(passed).ok_or(Error::AmountTooLarge)?;
	for share in to {
		match shares.iter_mut().find(|own| own.party == share.party) {
			Some(own) => {
				let sum = own.millionths.checked_add(share.millionths);
				own.millionths = sum.ok_or(Error::Inconsistent)?;
			}
			None => shares.push(*share),
		}
	}
	shares.retain(|share| share.millionths > 0);
	if let [last] = shares.as_slice() {
		return Ok(Ownership::Sole(last.party));
	}
	Ok(Ownership::Common(shares.try_into().map_err(|_| Error::TooManyOwners)?))
}
