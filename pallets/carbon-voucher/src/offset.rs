//! 抵消: ranges are used once and burnt for good (W14, W15, W19, H14, H15, H-A1.3).

use crate::{
	holds::Act,
	ledger::{sum, ByOf, CheckedLot, Entry, Owners, SignedByOffice, SignedByParty},
	*,
};
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use tanpiao_support::{
	check_text, By, CertificateId, Day, DocumentHash, Duty, PartyId, RequestId, SchemeId, Text,
};

/// Emissions and planting duties of years before this are nobody's to offset any more.
const FIRST_YEAR: u16 = 2000;

impl OffsetPurpose {
	/// Whether the fields that this purpose requires are there and possible, `this_year`.
	pub fn is_valid(&self, this_year: u16) -> bool {
		let past = |year: u16| (FIRST_YEAR..=this_year).contains(&year);
		let text = |bytes: &[u8]| check_text(bytes).is_ok();
		match self {
			Self::AnnualEmissions { year } | Self::TreePlantingDuty { year } => past(*year),
			Self::Event { name, day, .. } => text(name) && day.year() >= FIRST_YEAR,
			Self::JudicialRestoration { case_no, authority } => text(case_no) && text(authority),
			Self::LandCompensation { assessed_loss, land_use_years, authority, .. } => {
				!assessed_loss.is_zero() && *land_use_years > 0 && text(authority)
			}
			Self::Voluntary { occasion } => text(occasion),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Asks for a certificate, and holds the lots until it is decided.
	pub(crate) fn do_request_offset(
		owners: Owners<T>,
		lots: Lots,
		beneficiary: PartyId,
		purpose: OffsetPurpose,
		statement: Text<128>,
	) -> Result<RequestId, Error<T>> {
		let (scheme, checked) = Self::check_lots(&owners.signers, &lots, Act::Offset)?;
		// Nobody pays for what is burnt: two thirds are not enough.
		for lot in &checked {
			Self::ensure_all_owners(&lot.voucher, &owners.signers)?;
		}
		Self::ensure_active(beneficiary)?;
		let today = Self::today();
		ensure!(purpose.is_valid(today.year()), Error::InvalidPurpose);
		Self::ensure_optional_text(&statement)?;
		let rules = Self::rules(scheme)?;
		let amount = sum(checked.iter().map(CheckedLot::amount)).ok_or(Error::Overflow)?;

		let id = LastRequest::<T>::get().next().ok_or(Error::NumbersExhausted)?;
		LastRequest::<T>::put(id);
		let Owners { signers, speaker, by, .. } = owners;
		let entry = Entry::with(RecordKind::OffsetRequested(id), beneficiary);
		let held = Self::hold_lots(checked, HoldKey::OffsetRequest(id), &by, &entry)?;
		let expires = today.next().plus(rules.periods.offset);
		Expiries::<T>::insert(expires, Expiry::OffsetRequest(id), ());
		OffsetRequests::<T>::insert(
			id,
			OffsetRequest {
				scheme,
				owners: signers,
				beneficiary,
				purpose,
				statement,
				held,
				expires,
			},
		);
		Self::deposit_event(Event::OffsetRequested {
			request: id,
			owner: speaker,
			beneficiary,
			amount,
		});
		Ok(id)
	}

	/// Ends a request for one of the owners who made it.
	pub(crate) fn do_withdraw_offset(
		owner: SignedByParty<T>,
		id: RequestId,
	) -> Result<(), Error<T>> {
		let request = Self::request(id)?;
		ensure!(request.owners.contains(&owner.who), Error::NotOwner);
		Self::end_request(id, &request, &owner.into(), RecordKind::OffsetWithdrawn(id))?;
		Self::deposit_event(Event::OffsetWithdrawn { request: id });
		Ok(())
	}

	/// Refuses a request for the CertifyOffset duty.
	pub(crate) fn do_refuse_offset(
		officer: SignedByOffice<T>,
		id: RequestId,
		reason: Text<128>,
	) -> DispatchResult {
		let request = Self::request(id)?;
		Self::ensure_certifier(&officer, &request)?;
		check_text(&reason).map_err(Error::<T>::from)?;
		Self::end_request(id, &request, &officer.into(), RecordKind::OffsetRefused(id))?;
		Self::deposit_event(Event::OffsetRefused { request: id, reason });
		Ok(())
	}

	/// Ends a request that nobody decided.
	pub(crate) fn expire_request(id: RequestId) -> Result<(), Error<T>> {
		let request = Self::request(id)?;
		Self::end_request(id, &request, &By::Expiry, RecordKind::OffsetExpired(id))?;
		Self::deposit_event(Event::OffsetExpired { request: id });
		Ok(())
	}

	/// Certifies a request: its ranges are burnt, and stand in this certificate and in no other.
	pub(crate) fn do_certify_offset(
		officer: SignedByOffice<T>,
		id: RequestId,
		evidence: DocumentHash,
	) -> Result<CertificateId, DispatchError> {
		let request = Self::request(id)?;
		Self::ensure_certifier(&officer, &request)?;
		let day = Self::today();
		ensure!(day < request.expires, Error::<T>::Expired);
		request.owners.iter().try_for_each(|owner| Self::ensure_active(*owner))?;
		Self::ensure_active(request.beneficiary)?;
		Self::ensure_not_suspended(&request.held, HoldKind::OffsetRequest, Act::Offset)?;
		let certificate = Self::number_certificate(request.scheme, day)?;

		for (voucher_id, mut voucher) in Self::vouchers_in_all(&request.held.ranges)? {
			Self::ensure_issuance_live(voucher_id.issuance)?;
			Self::lift_hold(voucher_id, &mut voucher, HoldKey::OffsetRequest(id))?;
			for owner in voucher.ownership.owners() {
				Holdings::<T>::remove(owner, voucher_id);
			}
			voucher.state = VoucherState::Offset(certificate);
			voucher.edition = voucher.edition.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?;
			let entry = Entry {
				evidence: Some(evidence),
				..Entry::with(RecordKind::Offset(certificate), request.beneficiary)
			};
			Self::enter(voucher_id, voucher, officer.clone().into(), entry);
		}
		let total = request.held.amount().ok_or(Error::<T>::Overflow)?;
		Self::adjust_totals(request.scheme, |totals| {
			totals.free = totals.free.checked_sub(total)?;
			totals.offset = totals.offset.checked_add(total)?;
			Some(())
		})?;
		Self::drop_request(id, &request);
		let OffsetRequest { owners, beneficiary, purpose, statement, held, .. } = request;
		Certificates::<T>::insert(
			certificate,
			Certificate {
				owners,
				beneficiary,
				purpose,
				statement,
				ranges: held.ranges,
				total,
				office: officer.who,
				day,
				evidence,
			},
		);
		Self::deposit_event(Event::OffsetCertified {
			certificate,
			request: id,
			beneficiary,
			amount: total,
		});
		Ok(certificate)
	}

	fn request(id: RequestId) -> Result<OffsetRequest, Error<T>> {
		OffsetRequests::<T>::get(id).ok_or(Error::UnknownRequest)
	}

	fn ensure_certifier(
		officer: &SignedByOffice<T>,
		request: &OffsetRequest,
	) -> Result<(), DispatchError> {
		let parties = request.owners.iter().copied().chain([request.beneficiary]);
		Self::ensure_duty(officer.who, request.scheme, Duty::CertifyOffset, parties)
	}

	/// Frees what a request holds, and forgets it.
	fn end_request(
		id: RequestId,
		request: &OffsetRequest,
		by: &ByOf<T>,
		kind: RecordKind,
	) -> Result<(), Error<T>> {
		Self::free_held(&request.held, HoldKey::OffsetRequest(id), by, &Entry::of(kind))?;
		Self::drop_request(id, request);
		Ok(())
	}

	/// Ends a request because the law passes what it holds on.
	pub(crate) fn end_request_by_law(id: RequestId, by: &ByOf<T>) -> Result<(), Error<T>> {
		let request = Self::request(id)?;
		Self::end_request(id, &request, by, RecordKind::OffsetEnded(id))?;
		Self::deposit_event(Event::OffsetEnded { request: id });
		Ok(())
	}

	fn drop_request(id: RequestId, request: &OffsetRequest) {
		OffsetRequests::<T>::remove(id);
		Expiries::<T>::remove(request.expires, Expiry::OffsetRequest(id));
	}

	fn number_certificate(scheme: SchemeId, day: Day) -> Result<CertificateId, Error<T>> {
		let year = day.year();
		let last = CertificateSerials::<T>::get(scheme, year);
		let serial = last.checked_add(1).ok_or(Error::NumbersExhausted)?;
		CertificateSerials::<T>::insert(scheme, year, serial);
		Ok(CertificateId { scheme, year, serial })
	}
}
