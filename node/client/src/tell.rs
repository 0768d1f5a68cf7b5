//! What changed, told: an event as a sentence and as named values.

use crate::{
	catalogue::{events as e, labels, Lang},
	chain::{
		read,
		rules::{By, DutyRule, Roles},
		runtime::{carbon_voucher, council, parties, schemes, Event},
		vouchers::Needs,
		OfficeId,
	},
	directory::Directory,
	error::{Error, Failure},
	phrase::Phrase,
	view::{cause_phrase, duty_text, needs_text, roles_names, roles_text},
};
use serde_json::{json, Value};

/// An event of ours or of the council's.
pub struct Told {
	/// The module.
	pub module: &'static str,
	/// The event's name in it.
	pub event: String,
	phrase: Phrase,
}

impl Told {
	fn new(module: &'static str, event: &impl std::fmt::Debug, phrase: Phrase) -> Self {
		let debug = format!("{event:?}");
		let name = debug.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
		Self { module, event: name.to_string(), phrase }
	}

	/// The sentence.
	pub fn say(&self, lang: Lang) -> String {
		self.phrase.say(lang)
	}

	/// The values, for programs.
	pub fn json(&self) -> Value {
		json!({
			"module": self.module,
			"event": self.event,
			"fields": self.phrase.values(),
			"zh": self.say(Lang::Zh),
			"en": self.say(Lang::En),
		})
	}
}

fn needs(told: Phrase, needs: &Needs) -> Phrase {
	let value = json!({
		"receiver": needs.receiver,
		"duty": needs.duty.as_ref().map(|duty| duty_text(duty).en),
	});
	told.said("needs", value, needs_text(needs, Lang::Zh), needs_text(needs, Lang::En))
}

fn roles(told: Phrase, roles: &Roles) -> Phrase {
	let (zh, en) = (roles_text(roles, Lang::Zh), roles_text(roles, Lang::En));
	told.said("roles", json!(roles_names(roles)), zh, en)
}

impl Directory {
	/// Tells an event; `None`: it is housekeeping of the chain's.
	pub async fn tell(&mut self, event: &Event) -> Result<Option<Told>, Error> {
		Ok(Some(match event {
			Event::Schemes(event) => self.tell_schemes(event).await?,
			Event::Parties(event) => self.tell_parties(event).await?,
			Event::CarbonVoucher(event) => self.tell_vouchers(event).await?,
			Event::Council(event) => match tell_council(event) {
				Some(told) => told,
				None => return Ok(None),
			},
			_ => return Ok(None),
		}))
	}

	async fn tell_schemes(&mut self, event: &schemes::Event) -> Result<Told, Error> {
		use schemes::Event as E;
		let told = Phrase::new;
		let phrase = match event.clone() {
			E::SchemeAdded { scheme, code } => {
				told(e::SCHEME_ADDED).number("scheme", scheme.0.into()).plain("code", read(&code.0))
			}
			E::SchemeUpdated { scheme } => {
				told(e::SCHEME_UPDATED).plain("scheme", self.scheme_code(scheme).await?)
			}
			E::OfficeAdded { office, code } => {
				told(e::OFFICE_ADDED).number("office", office.0.into()).plain("code", read(&code.0))
			}
			E::OfficeUpdated { office, party } => {
				let told = told(e::OFFICE_UPDATED).office("office", self.office(office).await?);
				match party {
					Some(party) => told.party("party", self.party(party).await?),
					None => told.text("party", Value::Null, e::NOT_A_PARTY),
				}
			}
			E::OfficeActivated { office } => {
				told(e::OFFICE_ACTIVATED).office("office", self.office(office).await?)
			}
			E::OfficeDeactivated { office } => {
				told(e::OFFICE_DEACTIVATED).office("office", self.office(office).await?)
			}
			E::DutyAssigned { scheme, duty, offices, rule } => {
				let told = told(e::DUTY_ASSIGNED).plain("scheme", self.scheme_code(scheme).await?);
				let words = duty_text(&duty);
				let (name, rule) = match rule {
					DutyRule::Any => ("any", labels::RULE_ANY),
					DutyRule::All => ("all", labels::RULE_ALL),
				};
				let (value, zh, en) = self.offices(offices.0).await?;
				told.text("duty", json!(words.en), words).said("offices", value, zh, en).text(
					"rule",
					json!(name),
					rule,
				)
			}
			E::AccountAdded { office, account, roles: given } => {
				let told = told(e::OFFICE_ACCOUNT_ADDED).plain("account", account);
				roles(told.office("office", self.office(office).await?), &given)
			}
			E::AccountRemoved { office, account } => told(e::OFFICE_ACCOUNT_REMOVED)
				.plain("account", account)
				.office("office", self.office(office).await?),
			E::RolesChanged { office, account, roles: given } => {
				let told = told(e::ROLES_CHANGED).plain("account", account);
				roles(told.office("office", self.office(office).await?), &given)
			}
		};
		Ok(Told::new("Schemes", event, phrase))
	}

	async fn offices(&mut self, ids: Vec<OfficeId>) -> Result<(Value, String, String), Error> {
		let mut labels = Vec::new();
		for id in ids {
			labels.push(self.office(id).await?);
		}
		let say = |lang: Lang| match labels.is_empty() {
			true => e::NOBODY.get(lang).to_string(),
			false => labels.iter().map(|label| label.say(lang)).collect::<Vec<_>>().join(", "),
		};
		Ok((json!(labels), say(Lang::Zh), say(Lang::En)))
	}

	async fn tell_parties(&mut self, event: &parties::Event) -> Result<Told, Error> {
		use parties::Event as E;
		let told = Phrase::new;
		let phrase = match event.clone() {
			E::PartyRegistered { party, scheme, by } => told(e::PARTY_REGISTERED)
				.party("party", self.party(party).await?)
				.plain("scheme", self.scheme_code(scheme).await?)
				.office("by", self.office(by).await?),
			E::AccountAdded { party, account } => told(e::PARTY_ACCOUNT_ADDED)
				.party("party", self.party(party).await?)
				.plain("account", account),
			E::AccountInvited { party, account, valid_until } => told(e::ACCOUNT_INVITED)
				.party("party", self.party(party).await?)
				.plain("account", account)
				.number("valid_until", valid_until),
			E::InvitationWithdrawn { party, account } => told(e::INVITATION_WITHDRAWN)
				.party("party", self.party(party).await?)
				.plain("account", account),
			E::InvitationExpired { party, account } => told(e::INVITATION_EXPIRED)
				.party("party", self.party(party).await?)
				.plain("account", account),
			E::AccountRemoved { party, account } => told(e::PARTY_ACCOUNT_REMOVED)
				.party("party", self.party(party).await?)
				.plain("account", account),
			E::PartySuspended { party, by, evidence } => told(e::PARTY_SUSPENDED)
				.party("party", self.party(party).await?)
				.office("by", self.office(by).await?)
				.hash("evidence", &evidence),
			E::PartyReinstated { party, by, evidence } => told(e::PARTY_REINSTATED)
				.party("party", self.party(party).await?)
				.office("by", self.office(by).await?)
				.hash("evidence", &evidence),
			E::ConsentSet { party, asks_consent } => told(e::CONSENT_SET)
				.party("party", self.party(party).await?)
				.yes("asks_consent", asks_consent),
			E::LicenceGranted { scheme, party, by, evidence } => told(e::LICENCE_GRANTED)
				.plain("scheme", self.scheme_code(scheme).await?)
				.party("party", self.party(party).await?)
				.office("by", self.office(by).await?)
				.hash("evidence", &evidence),
			E::LicenceWithdrawn { scheme, party, by, evidence } => told(e::LICENCE_WITHDRAWN)
				.plain("scheme", self.scheme_code(scheme).await?)
				.party("party", self.party(party).await?)
				.office("by", self.office(by).await?)
				.hash("evidence", &evidence),
		};
		Ok(Told::new("Parties", event, phrase))
	}

	async fn tell_vouchers(&mut self, event: &carbon_voucher::Event) -> Result<Told, Error> {
		use carbon_voucher::Event as E;
		let told = Phrase::new;
		let phrase = match event.clone() {
			E::Issued { issuance, office, vouchers, total } => told(e::VOUCHERS_ISSUED)
				.office("office", self.office(office).await?)
				.plain("issuance", self.issuance(&issuance).await?)
				.number("vouchers", vouchers)
				.amount("total", total),
			E::Split { voucher, into, amount } => told(e::SPLIT)
				.plain("voucher", self.voucher(&voucher).await?)
				.plain("into", self.voucher(&into).await?)
				.amount("amount", amount),
			E::TransferOrdered { order, voucher, from, to, needs: signatures } => {
				let told = told(e::TRANSFER_ORDERED)
					.number("order", order.0)
					.plain("voucher", self.voucher(&voucher).await?)
					.party("from", self.party(from).await?)
					.party("to", self.party(to).await?);
				needs(told, &signatures)
			}
			E::TransferSigned { order, needs: signatures } => {
				needs(told(e::TRANSFER_SIGNED).number("order", order.0), &signatures)
			}
			E::TransferCancelled { order } => told(e::TRANSFER_CANCELLED).number("order", order.0),
			E::TransferRefused { order, by } => {
				let told = told(e::TRANSFER_REFUSED).number("order", order.0);
				match by {
					By::Office(office, _) => told.office("by", self.office(office).await?),
					By::Party(party, _) => told.party("by", self.party(party).await?),
					By::Expiry => told,
				}
			}
			E::TransferExpired { order } => told(e::TRANSFER_EXPIRED).number("order", order.0),
			E::Transferred { voucher, from, to, cause } => {
				let (kind, cause) = cause_phrase(&cause);
				told(e::TRANSFERRED)
					.plain("voucher", self.voucher(&voucher).await?)
					.party("from", self.party(from).await?)
					.party("to", self.party(to).await?)
					.phrase("cause", kind, &cause)
			}
			E::PledgeOffered { pledge, owner, pledgee } => told(e::PLEDGE_OFFERED)
				.number("pledge", pledge.0)
				.party("owner", self.party(owner).await?)
				.party("pledgee", self.party(pledgee).await?),
			E::PledgeDeclined { pledge } => told(e::PLEDGE_DECLINED).number("pledge", pledge.0),
			E::PledgeWithdrawn { pledge } => told(e::PLEDGE_WITHDRAWN).number("pledge", pledge.0),
			E::PledgeExpired { pledge } => told(e::PLEDGE_EXPIRED).number("pledge", pledge.0),
			E::Pledged { pledge, owner, pledgee, amount } => told(e::PLEDGED)
				.number("pledge", pledge.0)
				.party("owner", self.party(owner).await?)
				.party("pledgee", self.party(pledgee).await?)
				.amount("amount", amount),
			E::PledgeReleased { pledge } => told(e::PLEDGE_RELEASED).number("pledge", pledge.0),
			E::OffsetRequested { request, owner, beneficiary, amount } => told(e::OFFSET_REQUESTED)
				.number("request", request.0)
				.party("owner", self.party(owner).await?)
				.party("beneficiary", self.party(beneficiary).await?)
				.amount("amount", amount),
			E::OffsetWithdrawn { request } => {
				told(e::OFFSET_WITHDRAWN).number("request", request.0)
			}
			E::OffsetRefused { request, reason } => {
				told(e::OFFSET_REFUSED).number("request", request.0).plain("reason", read(&reason))
			}
			E::OffsetExpired { request } => told(e::OFFSET_EXPIRED).number("request", request.0),
			E::OffsetCertified { certificate, request, beneficiary, amount } => {
				told(e::OFFSET_CERTIFIED)
					.plain("certificate", self.certificate(&certificate).await?)
					.number("request", request.0)
					.party("beneficiary", self.party(beneficiary).await?)
					.amount("amount", amount)
			}
			E::Merged { voucher, into } => told(e::MERGED)
				.plain("voucher", self.voucher(&voucher).await?)
				.plain("into", self.voucher(&into).await?),
			E::Succeeded { voucher, cause, ownership } => told(e::SUCCEEDED)
				.plain("voucher", self.voucher(&voucher).await?)
				.choice("cause", &cause)
				.owners("ownership", &self.ownership(&ownership).await?),
			E::Changed { voucher, kind } => told(e::CHANGED)
				.plain("voucher", self.voucher(&voucher).await?)
				.choice("change", &kind),
			E::Frozen { freeze, office, amount, expires } => told(e::FROZEN)
				.number("freeze", freeze.0)
				.office("office", self.office(office).await?)
				.amount("amount", amount)
				.day("expires", expires),
			E::FreezeExtended { freeze, expires } => {
				told(e::FREEZE_EXTENDED).number("freeze", freeze.0).day("expires", expires)
			}
			E::FreezeLifted { freeze } => told(e::FREEZE_LIFTED).number("freeze", freeze.0),
			E::FreezeExpired { freeze } => told(e::FREEZE_EXPIRED).number("freeze", freeze.0),
			E::FreezeReleased { freeze, voucher } => told(e::FREEZE_RELEASED)
				.number("freeze", freeze.0)
				.plain("voucher", self.voucher(&voucher).await?),
			E::LossReported { loss, voucher, notice_until } => told(e::LOSS_REPORTED)
				.number("loss", loss.0)
				.plain("voucher", self.voucher(&voucher).await?)
				.day("notice_until", notice_until),
			E::Found { loss } => told(e::FOUND).number("loss", loss.0),
			E::Inspected { inspection, voucher, office } => told(e::INSPECTED)
				.number("inspection", inspection.0)
				.plain("voucher", self.voucher(&voucher).await?)
				.office("office", self.office(office).await?),
			E::EscrowOpened { escrow, amount } => {
				told(e::ESCROW_OPENED).number("escrow", escrow.0).amount("amount", amount)
			}
			E::EscrowClosed { escrow } => told(e::ESCROW_CLOSED).number("escrow", escrow.0),
			E::EscrowExpired { escrow } => told(e::ESCROW_EXPIRED).number("escrow", escrow.0),
			E::Delivered { escrow, to, price } => told(e::DELIVERED)
				.number("escrow", escrow.0)
				.party("to", self.party(to).await?)
				.money("price", price),
			E::Proposed { proposal, by } => {
				told(e::PROPOSED).number("proposal", proposal.0).party("by", self.party(by).await?)
			}
			E::ProposalSigned { proposal, by } => told(e::PROPOSAL_SIGNED)
				.number("proposal", proposal.0)
				.party("by", self.party(by).await?),
			E::ProposalExecuted { proposal } => {
				told(e::PROPOSAL_EXECUTED).number("proposal", proposal.0)
			}
			E::ProposalWithdrawn { proposal } => {
				told(e::PROPOSAL_WITHDRAWN).number("proposal", proposal.0)
			}
			E::ProposalExpired { proposal } => {
				told(e::PROPOSAL_EXPIRED).number("proposal", proposal.0)
			}
			E::OwnershipChanged { voucher, ownership } => told(e::OWNERSHIP_CHANGED)
				.plain("voucher", self.voucher(&voucher).await?)
				.owners("ownership", &self.ownership(&ownership).await?),
			E::Partitioned { voucher } => {
				told(e::PARTITIONED).plain("voucher", self.voucher(&voucher).await?)
			}
			E::ShareOffered { offer, voucher, seller, buyer, millionths, notice_until } => {
				told(e::SHARE_OFFERED)
					.number("offer", offer.0)
					.plain("voucher", self.voucher(&voucher).await?)
					.party("seller", self.party(seller).await?)
					.party("buyer", self.party(buyer).await?)
					.share("millionths", millionths)
					.day("notice_until", notice_until)
			}
			E::ShareTaken { offer, by } => {
				told(e::SHARE_TAKEN).number("offer", offer.0).party("by", self.party(by).await?)
			}
			E::ShareTransferred { offer, voucher, from, to, millionths } => {
				told(e::SHARE_TRANSFERRED)
					.number("offer", offer.0)
					.plain("voucher", self.voucher(&voucher).await?)
					.party("from", self.party(from).await?)
					.party("to", self.party(to).await?)
					.share("millionths", millionths)
			}
			E::ShareOfferSigned { offer } => told(e::SHARE_OFFER_SIGNED).number("offer", offer.0),
			E::ShareOfferWithdrawn { offer } => {
				told(e::SHARE_OFFER_WITHDRAWN).number("offer", offer.0)
			}
			E::ShareOfferExpired { offer } => told(e::SHARE_OFFER_EXPIRED).number("offer", offer.0),
			E::PledgePartReleased { pledge, amount } => {
				told(e::PLEDGE_PART_RELEASED).number("pledge", pledge.0).amount("amount", amount)
			}
			E::PledgeChangeProposed { pledge, by } => told(e::PLEDGE_CHANGE_PROPOSED)
				.number("pledge", pledge.0)
				.party("by", self.party(by).await?),
			E::PledgeChangeDropped { pledge, by } => told(e::PLEDGE_CHANGE_DROPPED)
				.number("pledge", pledge.0)
				.party("by", self.party(by).await?),
			E::PledgeChangeExpired { pledge } => {
				told(e::PLEDGE_CHANGE_EXPIRED).number("pledge", pledge.0)
			}
			E::PledgeChanged { pledge, secured, due } => told(e::PLEDGE_CHANGED)
				.number("pledge", pledge.0)
				.money("secured", secured)
				.day("due", due),
			E::PledgeAssigned { pledge, from, to } => told(e::PLEDGE_ASSIGNED)
				.number("pledge", pledge.0)
				.party("from", self.party(from).await?)
				.party("to", self.party(to).await?),
			E::PledgeEnforced { pledge, way, to, price } => told(e::PLEDGE_ENFORCED)
				.number("pledge", pledge.0)
				.choice("way", &way)
				.party("to", self.party(to).await?)
				.money("price", price),
			E::PledgeLifted { pledge, voucher } => told(e::PLEDGE_LIFTED)
				.number("pledge", pledge.0)
				.plain("voucher", self.voucher(&voucher).await?),
			E::OffsetEnded { request } => told(e::OFFSET_ENDED).number("request", request.0),
		};
		Ok(Told::new("CarbonVoucher", event, phrase))
	}
}

fn tell_council(event: &council::Event) -> Option<Told> {
	use council::Event as E;
	let told = Phrase::new;
	let phrase = match event {
		E::Proposed { account, proposal_index, proposal_hash, threshold } => {
			told(e::MOTION_PROPOSED)
				.plain("account", account)
				.number("index", *proposal_index)
				.hash("hash", proposal_hash)
				.number("threshold", *threshold)
		}
		E::Voted { account, proposal_hash, voted, yes, no } => told(e::MOTION_VOTED)
			.plain("account", account)
			.hash("hash", proposal_hash)
			.yes("voted", *voted)
			.number("yes", *yes)
			.number("no", *no),
		E::Approved { proposal_hash } => told(e::MOTION_APPROVED).hash("hash", proposal_hash),
		E::Disapproved { proposal_hash } => told(e::MOTION_DISAPPROVED).hash("hash", proposal_hash),
		E::Executed { proposal_hash, result } => {
			let told = told(e::MOTION_EXECUTED).hash("hash", proposal_hash);
			match result {
				Ok(()) => told.text("result", json!("ok"), e::RESULT_OK),
				Err(error) => {
					let failure = Failure::typed(error);
					let (zh, en) = (failure.say(Lang::Zh), failure.say(Lang::En));
					told.said("result", json!(failure.code()), zh, en)
				}
			}
		}
		E::Closed { proposal_hash, yes, no } => {
			told(e::MOTION_CLOSED).hash("hash", proposal_hash).number("yes", *yes).number("no", *no)
		}
		_ => return None,
	};
	Some(Told::new("Council", event, phrase))
}
