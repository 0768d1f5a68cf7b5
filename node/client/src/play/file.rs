//! The file of a play.

use crate::forms::{Both, SchemeForm};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A play.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Play {
	/// What it is.
	pub about: Both,
	/// The register's key for uniqueness tags, in hexadecimal: this is a play.
	pub register_key: String,
	/// Stages, one after the other.
	pub stages: Vec<Stage>,
	/// Published cases that are not played.
	pub skipped: Vec<Skipped>,
}

/// A published case that is not played, and why not.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Skipped {
	/// Its id in the published file.
	pub case: String,
	/// Why it is not played.
	pub why: String,
}

/// In which order the steps of a stage are taken.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
	/// One after the other.
	InTurn,
	/// All at once.
	AtOnce,
	/// Steps of one lane one after the other, lanes at once.
	ByLane,
}

/// Steps that belong together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
	/// What it is.
	pub title: Both,
	/// In which order they are taken.
	pub order: Order,
	/// The steps.
	pub steps: Vec<Step>,
}

/// One act of one actor.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
	/// Ids of the published cases that it is taken from.
	pub case: Vec<String>,
	/// Steps of one lane follow each other; the first case's id by default.
	#[serde(default)]
	pub lane: Option<String>,
	/// Who signs: a development address.
	pub actor: String,
	/// What is done.
	#[serde(flatten)]
	pub act: Act,
	/// How it should come out.
	#[serde(default)]
	pub expect: Vec<Expected>,
	/// Which of it was not published.
	pub made_up: Vec<String>,
}

impl Step {
	/// The lane that it runs in.
	pub fn lane(&self) -> &str {
		let case = self.case.first().map(String::as_str);
		self.lane.as_deref().or(case).unwrap_or_default()
	}
}

/// How a voucher should stand after a step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
	/// Which one.
	pub voucher: String,
	/// Its owner.
	pub owner: String,
	/// How much it is.
	pub tonnes: String,
	/// `free`, `pledged`, `offset-requested`, `offset`.
	pub state: String,
}

/// What a step does. Parties, vouchers, pledges and requests go by names of the file's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case")]
pub enum Act {
	/// Governance, through the council.
	Motion(Council),
	/// Registers an organisation, and binds its account.
	RegisterOrganisation {
		/// The name it goes by here.
		party: String,
		/// Code of the scheme.
		scheme: String,
		/// Its public name.
		name: String,
		/// Its unified social credit code.
		code: String,
		/// Its account: a development address.
		account: String,
	},
	/// Registers a person, and binds its account.
	RegisterPerson {
		/// The name it goes by here.
		party: String,
		/// Code of the scheme.
		scheme: String,
		/// The name that is committed to.
		name: String,
		/// The identity document, such as `other:1`.
		document: String,
		/// The salt, in hexadecimal.
		salt: String,
		/// Its account: a development address.
		account: String,
	},
	/// Licenses a pledgee.
	GrantLicence {
		/// Code of the scheme.
		scheme: String,
		/// The party.
		party: String,
		/// What the decision says: its hash goes on chain.
		evidence: String,
	},
	/// Issues vouchers.
	Issue(IssueAct),
	/// Sells, or gives away where there is no price.
	Transfer(TransferAct),
	/// Offers a pledge.
	OfferPledge(PledgeAct),
	/// Accepts a pledge.
	AcceptPledge {
		/// Which one.
		pledge: String,
	},
	/// Asks for an offset of whole vouchers.
	RequestOffset(OffsetAct),
	/// Certifies an offset.
	CertifyOffset {
		/// Which request.
		request: String,
		/// What the certificate's file says: its hash goes on chain.
		evidence: String,
	},
}

impl Act {
	/// The command's name, as the file writes it.
	pub fn name(&self) -> &'static str {
		match self {
			Self::Motion(_) => "motion",
			Self::RegisterOrganisation { .. } => "register-organisation",
			Self::RegisterPerson { .. } => "register-person",
			Self::GrantLicence { .. } => "grant-licence",
			Self::Issue(_) => "issue",
			Self::Transfer(_) => "transfer",
			Self::OfferPledge(_) => "offer-pledge",
			Self::AcceptPledge { .. } => "accept-pledge",
			Self::RequestOffset(_) => "request-offset",
			Self::CertifyOffset { .. } => "certify-offset",
		}
	}
}

/// Calls that the council decides on together.
#[derive(Clone, Debug, Deserialize)]
pub struct Council {
	/// Keys of the other seats; those without a seat on this chain do not vote.
	pub seats: Vec<String>,
	/// What is decided.
	pub calls: Vec<MotionCall>,
}

/// One call of a motion.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "call", rename_all = "kebab-case")]
pub enum MotionCall {
	/// Adds a scheme.
	AddScheme(Box<SchemeForm>),
	/// Adds an office.
	AddOffice {
		/// Its code.
		code: String,
		/// Its names.
		name: Both,
	},
	/// Lets an account act for an office.
	AddAccount {
		/// Code of the office.
		office: String,
		/// The account: a development address.
		account: String,
		/// In which roles.
		roles: String,
	},
	/// Assigns a scheme's duties, each to any one of its offices.
	AssignDuties {
		/// Code of the scheme.
		scheme: String,
		/// Codes of offices by duty.
		duties: BTreeMap<String, Vec<String>>,
	},
}

/// An issue.
#[derive(Clone, Debug, Deserialize)]
pub struct IssueAct {
	/// Code of the scheme.
	pub scheme: String,
	/// Filing number, with published number and date where there are any.
	pub filing_no: String,
	/// Ecosystem.
	pub ecosystem: String,
	/// Area.
	pub area: String,
	/// Place.
	pub place: String,
	/// First day of the monitoring period.
	pub period_from: String,
	/// The day after its last.
	pub period_to: String,
	/// What the filing says: its hash goes on chain.
	pub evidence: String,
	/// The vouchers.
	pub allotments: Vec<VoucherAllotment>,
}

/// A voucher to be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoucherAllotment {
	/// Who gets it.
	pub to: String,
	/// How much.
	pub tonnes: String,
	/// The name it goes by here.
	pub voucher: String,
}

/// A transfer.
#[derive(Clone, Debug, Deserialize)]
pub struct TransferAct {
	/// `voucher` for all of it, `voucher:2723` for 2723 t of it.
	pub lot: String,
	/// The receiver.
	pub to: String,
	/// Total price in yuan; none: a gift.
	#[serde(default)]
	pub price: Option<String>,
	/// Unique in the play: by it a transfer that took place is recognised.
	pub reference: String,
	/// The name the receiver's voucher goes by here.
	pub makes: String,
}

/// A pledge offer.
#[derive(Clone, Debug, Deserialize)]
pub struct PledgeAct {
	/// The name it goes by here.
	pub pledge: String,
	/// Vouchers.
	pub lots: Vec<String>,
	/// To whom.
	pub pledgee: String,
	/// For how many yuan.
	pub secured: String,
	/// What the contract says: its hash goes on chain.
	pub contract: String,
	/// When the debt is due.
	pub due: String,
	/// Number in the movables registry, unique in the play.
	pub registry_no: String,
}

/// An offset request.
#[derive(Clone, Debug, Deserialize)]
pub struct OffsetAct {
	/// The name it goes by here.
	pub request: String,
	/// Whole vouchers.
	pub lots: Vec<String>,
	/// Whose emissions are offset.
	pub beneficiary: String,
	/// What for, as on the command line.
	pub purpose: String,
	/// What the certificate is to say.
	pub statement: String,
}
