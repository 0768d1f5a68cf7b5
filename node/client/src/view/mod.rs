//! What is read, made presentable: plain structs that serialise, and say themselves in a language.

mod acts;
mod allowance;
mod audit;
mod council;
mod orders;
mod owners;
mod pledge_change;
mod record;
mod register;
mod scheme;
mod voucher;
mod words;

pub use acts::{CertificateView, OrderView, PledgeView, ProceedsView, RangeView, RequestView};
pub use allowance::{AllowanceView, PayerView, QuantityView};
pub use audit::{AuditView, FaultView};
pub use council::{CouncilView, MotionView};
pub use orders::{FreezeView, InspectionView, LossView};
pub use owners::{ProposalView, ShareOfferView};
pub use pledge_change::PledgeChangeView;
pub use record::{ByView, KindView, PageView, RecordView};
pub use register::{AccountView, LicenceView, OfficeView, PartyView};
pub use scheme::{DutyView, RulesView, SchemeView};
pub use voucher::{HoldView, IssuanceView, OwnershipView, StateView, TotalsView, VoucherView};
pub use words::{
	cause_phrase, duty_name, duty_text, ecosystem_name, ecosystem_text, ecosystems_of, needs_text,
	parse_duty, parse_ecosystem, parse_roles, percent, purpose_text, roles_names, roles_text,
	Choice, DUTIES, ECOSYSTEMS,
};

use crate::catalogue::Lang;
use serde::Serialize;

/// Something that a command prints: as JSON, or as text for people.
pub trait Show: Serialize {
	/// For people.
	fn show(&self, lang: Lang) -> String;
}
