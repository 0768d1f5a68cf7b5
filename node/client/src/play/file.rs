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
	/// Cases that nobody published, for what no published one shows.
	pub made_up: Vec<MadeUpCase>,
	/// Stages, one after the other.
	pub stages: Vec<Stage>,
	/// Cases that are not played.
	pub skipped: Vec<Skipped>,
}

/// A case that is made up as a whole.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MadeUpCase {
	/// Its id here.
	pub case: String,
	/// What it shows.
	pub title: Both,
}

/// A case that is not played, and why not.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Skipped {
	/// Its id in the published file, or a made-up one.
	pub case: String,
	/// Why it is not played.
	pub why: Both,
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
	/// Ids of the published cases that it is taken from, or of the made-up one that it belongs to.
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
	/// Its owner: `a` alone, `a:400000,b:600000` in common, `a+b` jointly.
	pub owner: String,
	/// How much it is.
	pub tonnes: String,
	/// `free`, `pledged`, `frozen`, `offset` and the like.
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
	/// Merges two vouchers that touch.
	Merge {
		/// The one with the lower number.
		voucher: String,
		/// The other.
		other: String,
		/// The name that both go by here then.
		makes: String,
	},
	/// Proposes a sale to the other owners.
	ProposeTransfer {
		/// The name it goes by here.
		proposal: String,
		/// What is proposed.
		#[serde(flatten)]
		transfer: TransferAct,
	},
	/// Signs a proposal as another owner.
	SignProposal {
		/// Which one.
		proposal: String,
	},
	/// Divides a voucher among its owners.
	Partition {
		/// Which one.
		voucher: String,
		/// What each gets, from the lowest kilogram on.
		parts: Vec<VoucherAllotment>,
	},
	/// Offers a share.
	OfferShare(ShareAct),
	/// Takes a share instead of its buyer.
	TakeShare {
		/// Which offer.
		offer: String,
	},
	/// Completes the transfer of a share.
	CompleteShare {
		/// Which offer.
		offer: String,
	},
	/// Enters a transfer that the law effects.
	EnterTransfer(LawfulAct),
	/// Records a change that moves no asset.
	RecordChange {
		/// Of which voucher.
		voucher: String,
		/// `identity` or `other-lawful`.
		kind: String,
		/// Unique in the play.
		reference: String,
		/// What the paper behind it says: its hash goes on chain.
		evidence: String,
	},
	/// Freezes a lot.
	Freeze(FreezeAct),
	/// Puts the end of a freeze off.
	ExtendFreeze {
		/// Which one.
		freeze: String,
		/// First day on which it is over.
		expires: String,
		/// Number of the order.
		reference: String,
		/// What the order says: its hash goes on chain.
		evidence: String,
	},
	/// Lifts a freeze.
	LiftFreeze {
		/// Which one.
		freeze: String,
		/// Number of the order.
		reference: String,
		/// What the order says: its hash goes on chain.
		evidence: String,
	},
	/// Reports a paper lost or destroyed.
	ReportLoss {
		/// The name it goes by here.
		loss: String,
		/// Whose paper.
		voucher: String,
		/// `lost` or `destroyed`.
		kind: String,
		/// How.
		reason: String,
	},
	/// Ends a report of loss because the paper was found.
	ReportFound {
		/// Which one.
		loss: String,
	},
	/// Records an inspection.
	Inspect {
		/// Which voucher.
		voucher: String,
		/// When.
		day: String,
		/// `on-site`, `documents` or `systems`.
		method: String,
		/// What was found.
		finding: String,
		/// What the report says: its hash goes on chain.
		evidence: String,
	},
	/// Releases whole vouchers of a pledge.
	ReleasePart {
		/// Which pledge.
		pledge: String,
		/// Vouchers.
		lots: Vec<String>,
	},
	/// Proposes that a pledge secures more, or longer.
	RaisePledge {
		/// Which one.
		pledge: String,
		/// For how many yuan.
		secured: String,
		/// What the contract says: its hash goes on chain.
		contract: String,
		/// When the debt is due.
		due: String,
		/// Number in the movables registry: as before.
		registry_no: String,
	},
	/// Proposes that a pledge passes to another pledgee.
	AssignPledge {
		/// Which one.
		pledge: String,
		/// To whom.
		to: String,
		/// What the pledgor said: `agrees`, `objects` or `silent`.
		opinion: String,
		/// What its opinion says: its hash goes on chain.
		evidence: String,
	},
	/// Accepts what the other side proposed.
	AcceptPledgeChange {
		/// Of which pledge.
		pledge: String,
		/// What that was.
		change: ChangeName,
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
			Self::Merge { .. } => "merge",
			Self::ProposeTransfer { .. } => "propose-transfer",
			Self::SignProposal { .. } => "sign-proposal",
			Self::Partition { .. } => "partition",
			Self::OfferShare(_) => "offer-share",
			Self::TakeShare { .. } => "take-share",
			Self::CompleteShare { .. } => "complete-share",
			Self::EnterTransfer(_) => "enter-transfer",
			Self::RecordChange { .. } => "record-change",
			Self::Freeze(_) => "freeze",
			Self::ExtendFreeze { .. } => "extend-freeze",
			Self::LiftFreeze { .. } => "lift-freeze",
			Self::ReportLoss { .. } => "report-loss",
			Self::ReportFound { .. } => "report-found",
			Self::Inspect { .. } => "inspect",
			Self::ReleasePart { .. } => "release-part",
			Self::RaisePledge { .. } => "raise-pledge",
			Self::AssignPledge { .. } => "assign-pledge",
			Self::AcceptPledgeChange { .. } => "accept-pledge-change",
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
	/// Who gets it: `a` alone, `a:400000,b:600000` in common, `a+b` jointly.
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

/// What a change of a pledge is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeName {
	/// Other terms.
	Terms,
	/// Another pledgee.
	Assign,
}

/// A share on offer.
#[derive(Clone, Debug, Deserialize)]
pub struct ShareAct {
	/// The name it goes by here.
	pub offer: String,
	/// Of which voucher.
	pub voucher: String,
	/// To whom.
	pub to: String,
	/// How much, in parts per million of the whole.
	pub millionths: u32,
	/// Total price in yuan; none: a gift.
	#[serde(default)]
	pub price: Option<String>,
	/// Unique in the play: by it an offer that was made is recognised.
	pub reference: String,
	/// What the contract says: its hash goes on chain.
	pub evidence: String,
}

/// A transfer that the law effects.
#[derive(Clone, Debug, Deserialize)]
pub struct LawfulAct {
	/// `voucher` for all of it, `voucher:2723` for 2723 t of it.
	pub lot: String,
	/// `inheritance`, `merger`, `division`, `judgment`, `other-lawful`.
	pub cause: String,
	/// Who gets what, from the lowest kilogram on.
	pub to: Vec<VoucherAllotment>,
	/// Pledges that a judgment lifts.
	#[serde(default)]
	pub lifts: Vec<String>,
	/// Unique in the play: by it a transfer that took place is recognised.
	pub reference: String,
	/// What the judgment, deed or decision says: its hash goes on chain.
	pub evidence: String,
}

/// A freeze.
#[derive(Clone, Debug, Deserialize)]
pub struct FreezeAct {
	/// The name it goes by here.
	pub freeze: String,
	/// `voucher` for all of it, `voucher:2723` for 2723 t of it.
	pub lot: String,
	/// The name that what is frozen goes by here.
	pub makes: String,
	/// Number of the order, unique in the play.
	pub order_no: String,
	/// Who ordered it.
	pub authority: String,
	/// Its legal basis.
	pub basis: String,
	/// First day on which it is over.
	pub expires: String,
	/// What the order says: its hash goes on chain.
	pub evidence: String,
}
