//! The invariants again, voucher by voucher, so that anybody can check a live chain page by page.

use crate::*;
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use tanpiao_support::{IssuanceId, Kilograms, SchemeId, VoucherId};

/// Most vouchers of one page.
pub const MAX_AUDITED: u32 = 256;

/// What contradicts itself. There is none, unless the ledger is broken: report it.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum Fault {
	/// A number that was given to no voucher.
	#[codec(index = 0)]
	Missing,
	/// Its kilograms are not its own, or leave a gap to the next (invariant 1).
	#[codec(index = 1)]
	Range,
	/// An impossible ownership, or another than the index of holders has (invariant 4).
	#[codec(index = 2)]
	Ownership,
	/// A hold without an object that covers it, or flags that differ from the holds (invariant 5).
	#[codec(index = 3)]
	Holds,
	/// Burnt, and not in the certificate that it names (invariant 6).
	#[codec(index = 4)]
	Certificate,
	/// A gap at the end of its register page (invariant 7).
	#[codec(index = 5)]
	Records,
	/// A merged number that does not lead to a lower one.
	#[codec(index = 6)]
	Redirect,
}

/// A place in the audit of a scheme's year.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct AuditCursor {
	/// The issuance's serial.
	pub serial: u32,
	/// The voucher's part number.
	pub part: u32,
}

/// What a page of the audit found.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct AuditPage {
	/// Where to go on; `None`: everything of this year was looked at.
	pub next: Option<AuditCursor>,
	/// How many vouchers were looked at.
	pub vouchers: u32,
	/// What they sum to: over all years that is [`Totals`] of the scheme (invariant 2).
	pub sums: SchemeTotals,
	/// What contradicts itself.
	pub faults: Vec<(VoucherId, Fault)>,
}

impl<T: Config> Pallet<T> {
	/// Checks at most `limit` vouchers of a scheme's year, and never more than [`MAX_AUDITED`], from
	/// `from` on; begin with serial 1, part 1.
	pub fn audit(scheme: SchemeId, year: u16, from: AuditCursor, limit: u32) -> AuditPage {
		let mut page = AuditPage {
			next: None,
			vouchers: 0,
			sums: SchemeTotals::default(),
			faults: Vec::new(),
		};
		let mut part = from.part.max(1);
		for serial in from.serial.max(1)..=IssuanceSerials::<T>::get(scheme, year) {
			let issuance = IssuanceId { scheme, year, serial };
			let parts = IssuanceStates::<T>::get(issuance).map_or(0, |state| state.parts);
			if parts == 0 {
				page.faults.push((VoucherId { issuance, part: 1 }, Fault::Missing));
			}
			while part <= parts {
				if page.vouchers >= limit.min(MAX_AUDITED) {
					page.next = Some(AuditCursor { serial, part });
					return page;
				}
				let id = VoucherId { issuance, part };
				Self::audit_voucher(id, &mut page);
				page.vouchers = page.vouchers.saturating_add(1);
				part = part.saturating_add(1);
			}
			part = 1;
		}
		page
	}

	fn audit_voucher(id: VoucherId, page: &mut AuditPage) {
		let Some(voucher) = Vouchers::<T>::get(id) else {
			page.faults.push((id, Fault::Missing));
			return;
		};
		page.sums.count(&voucher);
		let checks = [
			(Self::range_is_its_own(id, &voucher), Fault::Range),
			(Self::owners_are_indexed(id, &voucher), Fault::Ownership),
			(Self::holds_have_objects(id, &voucher), Fault::Holds),
			(Self::certificate_lists(id, &voucher), Fault::Certificate),
			(Self::page_ends_without_gap(id, &voucher), Fault::Records),
			(Self::redirect_leads_down(id, &voucher), Fault::Redirect),
		];
		let found = checks.into_iter().filter(|(holds, _)| !holds).map(|(_, fault)| (id, fault));
		page.faults.extend(found);
	}

	/// Its range is known under its number, and the next begins where it ends.
	fn range_is_its_own(id: VoucherId, voucher: &Voucher) -> bool {
		if let VoucherState::Merged(_) = voucher.state {
			return true;
		}
		let Some(issuance) = Issuances::<T>::get(id.issuance) else { return false };
		let begins = |from| Parts::<T>::get(id.issuance, from);
		voucher.from < voucher.to
			&& voucher.to <= issuance.total
			&& begins(voucher.from) == Some(id.part)
			&& begins(Kilograms::ZERO).is_some()
			&& begins(voucher.to).is_some() == (voucher.to < issuance.total)
	}

	fn owners_are_indexed(id: VoucherId, voucher: &Voucher) -> bool {
		let live = matches!(voucher.state, VoucherState::Live);
		voucher.ownership.check().is_ok()
			&& voucher
				.ownership
				.owners()
				.all(|owner| Holdings::<T>::contains_key(owner, id) == live)
	}

	fn holds_have_objects(id: VoucherId, voucher: &Voucher) -> bool {
		let holds = Self::holds_of(id);
		let flags = holds.iter().fold(0, |flags, hold| flags | hold.kind().flag());
		let live = matches!(voucher.state, VoucherState::Live);
		let range = voucher.range(id.issuance);
		let covered = |hold: &HoldKey| {
			Self::held_by(*hold)
				.is_some_and(|held| held.ranges.iter().any(|under| under.contains(&range)))
		};
		voucher.holds.0 == flags && (live || flags == 0) && holds.iter().all(covered)
	}

	fn certificate_lists(id: VoucherId, voucher: &Voucher) -> bool {
		let VoucherState::Offset(certificate) = voucher.state else { return true };
		let range = voucher.range(id.issuance);
		Certificates::<T>::get(certificate).is_some_and(|certificate| {
			certificate.ranges.iter().any(|burnt| burnt.contains(&range))
		})
	}

	fn page_ends_without_gap(id: VoucherId, voucher: &Voucher) -> bool {
		voucher.records.checked_sub(1).is_some_and(|last| Records::<T>::contains_key(id, last))
			&& !Records::<T>::contains_key(id, voucher.records)
	}

	fn redirect_leads_down(id: VoucherId, voucher: &Voucher) -> bool {
		let VoucherState::Merged(part) = voucher.state else { return true };
		part < id.part && Vouchers::<T>::contains_key(VoucherId { part, ..id })
	}

	/// What lies under a hold.
	pub(crate) fn held_by(hold: HoldKey) -> Option<Held> {
		match hold {
			HoldKey::Pledge(id) => match Pledges::<T>::get(id)?.state {
				PledgeState::Active { held, .. } => Some(held),
				_ => None,
			},
			HoldKey::Freeze(id) => Some(Freezes::<T>::get(id)?.held),
			HoldKey::Loss(id) => Some(Losses::<T>::get(id)?.held),
			HoldKey::Escrow(id) => Some(Escrows::<T>::get(id)?.held),
			HoldKey::OffsetRequest(id) => Some(OffsetRequests::<T>::get(id)?.held),
		}
	}
}

impl SchemeTotals {
	/// Counts a voucher where it belongs. What is merged is counted where it lies now.
	fn count(&mut self, voucher: &Voucher) {
		let amount = voucher.amount();
		let cell = match voucher.state {
			VoucherState::Live if voucher.holds.is_empty() => &mut self.free,
			VoucherState::Live => &mut self.held,
			VoucherState::Offset(_) => &mut self.offset,
			VoucherState::Merged(_) => return,
		};
		// An issuance is no more than a u64 of kilograms; all of a scheme's are checked when issued.
		cell.0 = cell.0.saturating_add(amount.0);
		self.issued.0 = self.issued.0.saturating_add(amount.0);
	}
}
