//! What the chain says of its own invariants.

use super::{Show, TotalsView};
use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::{
		units,
		vouchers::{AuditCursor, Fault, SchemeTotals},
		SchemeId,
	},
	directory::Directory,
	error::Error,
	number::VoucherNumber,
	table::{Align, Table},
};
use serde::Serialize;

/// How many vouchers are asked for at once: as many as the chain gives.
const PAGE: u32 = 256;

/// A contradiction.
#[derive(Clone, Debug, Serialize)]
pub struct FaultView {
	/// Where.
	pub voucher: VoucherNumber,
	/// `missing`, `range`, `ownership`, `holds`, `certificate`, `records` or `redirect`.
	pub fault: &'static str,
	#[serde(skip)]
	said: Text,
}

/// Everything of a scheme, checked at one block.
#[derive(Clone, Debug, Serialize)]
pub struct AuditView {
	/// The scheme's code.
	pub scheme: String,
	/// The block.
	pub block: u64,
	/// The years in which its vouchers were issued.
	pub years: Vec<u16>,
	/// How many vouchers were looked at.
	pub vouchers: u64,
	/// What contradicts itself.
	pub faults: Vec<FaultView>,
	/// What the vouchers sum to.
	pub sums: TotalsView,
	/// What the chain keeps as the scheme's totals.
	pub totals: TotalsView,
	/// Whether there are no faults, and the sums are the totals.
	pub sound: bool,
}

impl Directory {
	/// Checks all vouchers of a scheme.
	pub async fn audit(&mut self, scheme: SchemeId) -> Result<AuditView, Error> {
		let years = self.state().years(scheme.clone()).await?;
		let mut sums = Sums::default();
		let (mut vouchers, mut faults) = (0u64, Vec::new());
		for year in &years {
			let mut from = Some(AuditCursor { serial: 1, part: 1 });
			while let Some(cursor) = from {
				let page = self.state().audit_page(scheme.clone(), *year, cursor, PAGE).await?;
				vouchers = vouchers.saturating_add(page.vouchers.into());
				sums.add(&page.sums);
				for (voucher, fault) in page.faults {
					let (fault, said) = fault_words(&fault);
					faults.push(FaultView { voucher: self.voucher(&voucher).await?, fault, said });
				}
				from = page.next;
			}
		}
		let totals = self.state().totals(scheme.clone()).await?;
		let sums = sums.totals();
		let sound = faults.is_empty() && sums == totals;
		let (name, _) = self.scheme_texts(scheme.clone()).await?;
		let code = self.scheme_code(scheme).await?;
		Ok(AuditView {
			block: self.state().block_number(),
			years,
			vouchers,
			faults,
			sums: TotalsView::new(code.clone(), name.clone(), sums),
			totals: TotalsView::new(code.clone(), name, totals),
			scheme: code,
			sound,
		})
	}
}

/// Sums of pages.
#[derive(Default)]
struct Sums([u64; 5]);

impl Sums {
	fn add(&mut self, page: &SchemeTotals) {
		let SchemeTotals { issued, free, held, offset, revoked } = page;
		for (sum, more) in self.0.iter_mut().zip([issued, free, held, offset, revoked]) {
			// Totals of the chain stay below its bounds, so that no sound sum is cut off.
			*sum = sum.saturating_add(more.0);
		}
	}

	fn totals(&self) -> SchemeTotals {
		let [issued, free, held, offset, revoked] = self.0.map(units::Kilograms);
		SchemeTotals { issued, free, held, offset, revoked }
	}
}

fn fault_words(fault: &Fault) -> (&'static str, Text) {
	match fault {
		Fault::Missing => ("missing", l::FAULT_MISSING),
		Fault::Range => ("range", l::FAULT_RANGE),
		Fault::Ownership => ("ownership", l::FAULT_OWNERSHIP),
		Fault::Holds => ("holds", l::FAULT_HOLDS),
		Fault::Certificate => ("certificate", l::FAULT_CERTIFICATE),
		Fault::Records => ("records", l::FAULT_RECORDS),
		Fault::Redirect => ("redirect", l::FAULT_REDIRECT),
	}
}

impl AuditView {
	fn agree(&self) -> bool {
		let of = |totals: &TotalsView| {
			let TotalsView { issued, free, held, offset, revoked, .. } = totals;
			[*issued, *free, *held, *offset, *revoked]
		};
		of(&self.sums) == of(&self.totals)
	}
}

impl Show for Vec<AuditView> {
	fn show(&self, lang: Lang) -> String {
		let mut table = Table::new([
			(l::SCHEME.get(lang), Align::Left),
			(l::AUDITED.get(lang), Align::Right),
			(l::ISSUED.get(lang), Align::Right),
			(l::AUDIT_TOTALS.get(lang), Align::Left),
			(l::AUDIT_FAULTS.get(lang), Align::Right),
		]);
		let mut faults =
			Table::new([(l::NUMBER.get(lang), Align::Left), (l::FAULT.get(lang), Align::Left)]);
		for audit in self {
			let agree = if audit.agree() { l::TOTALS_AGREE } else { l::TOTALS_DIFFER };
			table.row([
				audit.scheme.clone(),
				audit.vouchers.to_string(),
				audit.sums.issued.to_string(),
				agree.get(lang).to_string(),
				audit.faults.len().to_string(),
			]);
			for FaultView { voucher, said, .. } in &audit.faults {
				faults.row([voucher.to_string(), said.get(lang).to_string()]);
			}
		}
		let listed = if faults.is_empty() { String::new() } else { faults.render() + "\n" };
		let sound = self.iter().all(|audit| audit.sound);
		let sound = if sound { l::AUDIT_SOUND } else { l::AUDIT_UNSOUND };
		format!("{}\n{listed}{}\n", table.render(), sound.get(lang))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn pages_add_up_cell_by_cell() {
		let page = |from: u64| {
			let [issued, free, held, offset, revoked] =
				[0, 1, 2, 3, 4].map(|cell| units::Kilograms(from + cell));
			SchemeTotals { issued, free, held, offset, revoked }
		};
		let mut sums = Sums::default();
		sums.add(&page(10));
		sums.add(&page(100));
		assert_eq!(sums.0, [110, 112, 114, 116, 118]);
		assert_eq!(sums.totals().revoked, units::Kilograms(118));
	}
}
