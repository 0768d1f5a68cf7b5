//! Taking a play's steps.

use super::{
	file::{
		Act, Council, Expected, IssueAct, MotionCall, OffsetAct, Order, Play, PledgeAct, Stage,
		Step, TransferAct,
	},
	standing::{OfferStands, OffsetStands, ProposalStands},
};
use crate::{
	catalogue::Lang,
	chain::{
		credit_code, optional_text,
		rules::{Actor, DutyRule},
		runtime::{carbon_voucher, schemes::Call as Schemes, tx, Call, Event},
		schemes::OfficeCode,
		text, Allotment, BoundedVec, FreezeId, Hash, IssueOrder, LossId, Lot, Ownership, PartyId,
		PledgeId, Share, VoucherId,
	},
	client::Client,
	council::together,
	directory::Directory,
	error::Error,
	forms::{cause, purpose, quantity, terms, tonnes},
	keys::Key,
	person::{commitment, uniqueness_tag, Document, RegisterKey, Salt},
	reads::State,
	submit::{Pending, Receipt},
	units::{Day, Kilograms, SquareMetres},
	view::{parse_duty, parse_ecosystem, parse_roles},
};
use futures::{StreamExt, TryStreamExt};
use sha2::{Digest, Sha256};
use std::{
	collections::{BTreeMap, BTreeSet, HashMap},
	sync::{Mutex, MutexGuard, PoisonError},
};

/// Most steps that are under way at a time: an account's transactions may be 64 ahead of its nonce.
const AT_ONCE: usize = 48;

/// For how many blocks an account's signature that it acts for a party is good.
const SIGNATURE_BLOCKS: u32 = 1_000;

/// Whether a step was taken, or stood already.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Taken {
	/// It was.
	Now,
	/// It stood.
	Before,
}

/// What the file's own names stand for on this chain.
#[derive(Default)]
pub(super) struct Labels {
	parties: HashMap<String, PartyId>,
	pub(super) vouchers: HashMap<String, VoucherId>,
	pub(super) pledges: HashMap<String, (PledgeId, bool)>,
	requests: HashMap<String, OffsetStands>,
	pub(super) proposals: HashMap<String, (ProposalStands, TransferAct)>,
	pub(super) offers: HashMap<String, OfferStands>,
	pub(super) freezes: HashMap<String, (FreezeId, VoucherId)>,
	pub(super) losses: HashMap<String, LossId>,
	/// What of each voucher was made up.
	pub(super) made_up: HashMap<String, BTreeSet<String>>,
	/// The published cases that each voucher is taken from.
	pub(super) cases: HashMap<String, BTreeSet<String>>,
}

/// How far a step is before the others of its stage are begun.
enum Begun {
	/// Not at all.
	Nothing,
	/// The party is registered already.
	Registered(PartyId),
	/// Its registration is sent.
	Registering(Box<Pending>),
}

/// Plays a file on a chain.
pub struct Player {
	pub(super) client: Client,
	pub(super) play: Play,
	register_key: RegisterKey,
	labels: Mutex<Labels>,
}

impl Player {
	/// A play that was not begun.
	pub fn new(client: Client, play: Play) -> Result<Self, Error> {
		let register_key = play.register_key.parse()?;
		Ok(Self { client, play, register_key, labels: Mutex::default() })
	}

	/// How many steps there are.
	pub fn steps(&self) -> usize {
		self.play.stages.iter().map(|stage| stage.steps.len()).sum()
	}

	/// Takes all steps, and says of each, as it ends, whether it was taken or stood.
	pub async fn run(&self, ended: impl Fn(&Step, Taken)) -> Result<(), Error> {
		let mut before = 0;
		for stage in &self.play.stages {
			self.run_stage(stage, before, &ended).await?;
			before += stage.steps.len();
		}
		Ok(())
	}

	async fn run_stage(
		&self,
		stage: &Stage,
		before: usize,
		ended: &impl Fn(&Step, Taken),
	) -> Result<(), Error> {
		let mut lanes: BTreeMap<String, Vec<(usize, &Step)>> = BTreeMap::new();
		for (number, step) in (before + 1..).zip(&stage.steps) {
			let lane = match stage.order {
				Order::InTurn => String::new(),
				Order::AtOnce => format!("{number:06}"),
				Order::ByLane => step.lane().to_string(),
			};
			lanes.entry(lane).or_default().push((number, step));
		}
		let mut under_way = Vec::new();
		for steps in lanes.into_values() {
			let mut steps = steps.into_iter();
			let Some((number, first)) = steps.next() else { continue };
			// Parties are numbered in the order of the file, however long each waits for its block.
			let begun = self.begin(first).await.map_err(|e| failed(first, number, e))?;
			under_way.push(async move {
				ended(first, self.take(first, number, begun).await?);
				for (number, step) in steps {
					let begun = self.begin(step).await.map_err(|e| failed(step, number, e))?;
					ended(step, self.take(step, number, begun).await?);
				}
				Ok::<(), Error>(())
			});
		}
		futures::stream::iter(under_way).buffer_unordered(AT_ONCE).try_collect().await
	}

	/// Sends a registration; other steps are taken as a whole.
	async fn begin(&self, step: &Step) -> Result<Begun, Error> {
		let key = Key::from_secret(&step.actor)?;
		let state = self.client.state().await?;
		match &step.act {
			Act::RegisterOrganisation { scheme, name, code, .. } => {
				let code = credit_code(code)?;
				if let Some(known) = state.party_by_code(code.clone()).await? {
					return Ok(Begun::Registered(known));
				}
				let scheme = scheme_id(&state, scheme).await?;
				let name = text("name", name, 128)?;
				let call = tx().parties().register_organisation(scheme, name, code);
				Ok(Begun::Registering(Box::new(self.client.send(&call, &key).await?)))
			}
			Act::RegisterPerson { scheme, name, document, salt, .. } => {
				let document: Document = document.parse()?;
				let tag = uniqueness_tag(&self.register_key, &document);
				let commitment = commitment(&salt.parse::<Salt>()?, name)?;
				let scheme = scheme_id(&state, scheme).await?;
				if let Some(known) = state.party_by_tag(scheme.clone(), tag).await? {
					return Ok(Begun::Registered(known));
				}
				let call = tx().parties().register_person(scheme, commitment, tag);
				Ok(Begun::Registering(Box::new(self.client.send(&call, &key).await?)))
			}
			_ => Ok(Begun::Nothing),
		}
	}

	async fn take(&self, step: &Step, number: usize, begun: Begun) -> Result<Taken, Error> {
		let case = step.case.join(", ");
		let taken = self.act(step, begun).await.map_err(|reason| failed(step, number, reason))?;
		let Some(receipt) = taken else { return Ok(Taken::Before) };
		let mut names = Directory::new(self.client.state_at(receipt.block).await?);
		for expected in &step.expect {
			self.check(&mut names, expected, number, &case).await?;
		}
		Ok(Taken::Now)
	}

	async fn check(
		&self,
		names: &mut Directory,
		expected: &Expected,
		step: usize,
		case: &str,
	) -> Result<(), Error> {
		let id = self.voucher(&expected.voucher)?;
		let info = names.state().voucher(id).await?;
		let info = info.ok_or_else(|| Error::UnknownVoucher(expected.voucher.clone()))?;
		let found = names.voucher_view(info).await?;
		let owner = names.ownership(&self.ownership(&expected.owner)?).await?;
		let comparisons = [
			("tonnes", tonnes(&expected.tonnes)?.to_string(), found.amount.to_string()),
			("owner", owner.say(Lang::En), found.owner.say(Lang::En)),
			("state", expected.state.clone(), found.state.name().to_string()),
		];
		for (what, expected, found) in comparisons {
			if expected != found {
				let (case, what) = (case.to_string(), what.to_string());
				return Err(Error::PlayExpected { step, case, what, expected, found });
			}
		}
		Ok(())
	}

	async fn act(&self, step: &Step, begun: Begun) -> Result<Option<Receipt>, Error> {
		let key = Key::from_secret(&step.actor)?;
		let state = self.client.state().await?;
		match &step.act {
			Act::Motion(motion) => self.motion(&state, &key, motion).await,
			Act::RegisterOrganisation { party, account, .. }
			| Act::RegisterPerson { party, account, .. } => self.bind(&key, party, account, begun).await,
			Act::GrantLicence { scheme, party, evidence } => {
				let (scheme, party) = (scheme_id(&state, scheme).await?, self.party(party)?);
				if state.is_licensed(scheme.clone(), party.clone()).await? {
					return Ok(None);
				}
				let call = tx().parties().grant_licence(scheme, party, digest(evidence));
				Ok(Some(self.client.submit(&call, &key).await?))
			}
			Act::Issue(issue) => self.issue(&state, &key, step, issue).await,
			Act::Transfer(transfer) => self.transfer(&state, &key, step, transfer).await,
			Act::OfferPledge(offer) => self.offer_pledge(&state, &key, step, offer).await,
			Act::AcceptPledge { pledge } => {
				let (id, accepted) = known(self.labels().pledges.get(pledge), pledge)?;
				if accepted {
					return Ok(None);
				}
				let receipt = self
					.client
					.submit(&tx().carbon_voucher().accept_pledge(id.clone()), &key)
					.await?;
				self.labels().pledges.insert(pledge.clone(), (id, true));
				Ok(Some(receipt))
			}
			Act::RequestOffset(request) => self.request_offset(&state, &key, step, request).await,
			Act::CertifyOffset { request, evidence } => {
				let stands = known(self.labels().requests.get(request), request)?;
				let OffsetStands::Waiting(id) = stands else { return Ok(None) };
				let call = tx().carbon_voucher().certify_offset(id, digest(evidence));
				let receipt = self.client.submit(&call, &key).await?;
				self.labels().requests.insert(request.clone(), OffsetStands::Certified);
				Ok(Some(receipt))
			}
			Act::Merge { voucher, other, makes } => {
				self.merge(&state, &key, step, [voucher, other, makes]).await
			}
			Act::ProposeTransfer { proposal, transfer } => {
				self.propose_transfer(&state, &key, step, proposal, transfer).await
			}
			Act::SignProposal { proposal } => {
				self.sign_proposal(&state, &key, step, proposal).await
			}
			Act::Partition { voucher, parts } => {
				self.partition(&state, &key, step, voucher, parts).await
			}
			Act::OfferShare(share) => self.offer_share(&state, &key, step, share).await,
			Act::TakeShare { offer } => self.take_share(&state, &key, offer).await,
			Act::CompleteShare { offer } => self.complete_share(&key, offer).await,
			Act::EnterTransfer(transfer) => self.enter_transfer(&state, &key, step, transfer).await,
			Act::RecordChange { voucher, kind, reference, evidence } => {
				self.record_change(&state, &key, step, [voucher, kind, reference, evidence]).await
			}
			Act::Freeze(freeze) => self.freeze(&state, &key, step, freeze).await,
			Act::ExtendFreeze { freeze, expires, reference, evidence } => {
				self.extend_freeze(&state, &key, [freeze, expires, reference, evidence]).await
			}
			Act::LiftFreeze { freeze, reference, evidence } => {
				self.lift_freeze(&state, &key, [freeze, reference, evidence]).await
			}
			Act::ReportLoss { loss, voucher, kind, reason } => {
				self.report_loss(&state, &key, step, [loss, voucher, kind, reason]).await
			}
			Act::ReportFound { loss } => self.report_found(&state, &key, loss).await,
			Act::Inspect { voucher, day, method, finding, evidence } => {
				let said = [voucher, day, method, finding, evidence];
				self.inspect(&state, &key, step, said.map(String::as_str)).await
			}
			Act::ReleasePart { pledge, lots } => {
				self.release_part(&state, &key, step, pledge, lots).await
			}
			Act::RaisePledge { pledge, secured, contract, due, registry_no } => {
				let said = [pledge, secured, contract, due, registry_no];
				self.raise_pledge(&state, &key, said.map(String::as_str)).await
			}
			Act::AssignPledge { pledge, to, opinion, evidence } => {
				self.assign_pledge(&state, &key, [pledge, to, opinion, evidence]).await
			}
			Act::AcceptPledgeChange { pledge, change } => {
				self.accept_pledge_change(&state, &key, pledge, *change).await
			}
		}
	}

	async fn motion(
		&self,
		state: &State,
		key: &Key,
		motion: &Council,
	) -> Result<Option<Receipt>, Error> {
		let mut calls = Vec::new();
		for call in &motion.calls {
			calls.extend(motion_calls(state, call).await?.into_iter().map(Call::Schemes));
		}
		if calls.is_empty() {
			return Ok(None);
		}
		let mut keys = vec![key.clone()];
		for seat in &motion.seats {
			keys.push(Key::from_secret(seat)?);
		}
		let outcome = self.client.move_in_council(together(calls), &keys).await?;
		match (outcome.waiting, outcome.receipts.into_iter().last()) {
			(None, receipt) => Ok(receipt),
			(Some(_), _) => {
				let (seats, held) = (state.seats().await?, keys);
				let held = held.iter().filter(|key| seats.contains(key.account())).count();
				Err(Error::NoSeats { needed: crate::council::threshold(seats.len()), held })
			}
		}
	}

	/// Binds a party's account to it, and remembers the party.
	async fn bind(
		&self,
		registrar: &Key,
		label: &str,
		account: &str,
		begun: Begun,
	) -> Result<Option<Receipt>, Error> {
		use crate::chain::runtime::parties::Event as Parties;
		let (party, registered) = match begun {
			Begun::Nothing => return Err(Error::PlayLabel(label.to_string())),
			Begun::Registered(known) => (known, None),
			Begun::Registering(pending) => {
				let receipt = pending.finalised().await?;
				let party = receipt.events.iter().find_map(|event| match event {
					Event::Parties(Parties::PartyRegistered { party, .. }) => Some(party.clone()),
					_ => None,
				});
				(known(party.as_ref(), label)?, Some(receipt))
			}
		};
		self.labels().parties.insert(label.to_string(), party.clone());

		let state = self.client.state().await?;
		let account = Key::from_secret(account)?;
		if state.actor_of(account.account()).await? == Some(Actor::Party(party.clone())) {
			return Ok(registered);
		}
		let now = u32::try_from(state.block_number()).unwrap_or(u32::MAX);
		let until = now.saturating_add(SIGNATURE_BLOCKS);
		let signature = account.sign_account(self.client.genesis(), party.0, until);
		let call = tx().parties().add_account(party, *account.account(), until, signature);
		Ok(Some(self.client.submit(&call, registrar).await?))
	}

	async fn issue(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		issue: &IssueAct,
	) -> Result<Option<Receipt>, Error> {
		let scheme = scheme_id(state, &issue.scheme).await?;
		let filed = state.filing(scheme.clone(), &issue.filing_no).await?;
		let (issuance, receipt) = match filed {
			Some(issuance) => (issuance, None),
			None => {
				let mut allotments = Vec::new();
				for allotment in &issue.allotments {
					allotments.push(Allotment {
						ownership: self.ownership(&allotment.to)?,
						amount: tonnes(&allotment.tonnes)?.into(),
					});
				}
				let order = IssueOrder {
					scheme,
					filing_no: text("filing_no", &issue.filing_no, 64)?,
					ecosystem: parse_ecosystem(&issue.ecosystem)?,
					area: quantity::<SquareMetres>(&issue.area)?.into(),
					place: text("place", &issue.place, 128)?,
					period_from: quantity::<Day>(&issue.period_from)?.into(),
					period_to: quantity::<Day>(&issue.period_to)?.into(),
					segments: BoundedVec(Vec::new()),
					allotments: BoundedVec(allotments),
					evidence: digest(&issue.evidence),
				};
				let call = tx().carbon_voucher().issue(order);
				let receipt = self.client.submit(&call, key).await?;
				let issued = receipt.events.iter().find_map(|event| match event {
					Event::CarbonVoucher(carbon_voucher::Event::Issued { issuance, .. }) => {
						Some(issuance.clone())
					}
					_ => None,
				});
				let issued = issued.ok_or_else(|| Error::PlayLabel(issue.filing_no.clone()))?;
				(issued, Some(receipt))
			}
		};
		for (part, allotment) in (1..).zip(&issue.allotments) {
			let id = VoucherId { issuance: issuance.clone(), part };
			self.name_voucher(&allotment.voucher, id, step, None);
		}
		Ok(receipt)
	}

	async fn transfer(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		transfer: &TransferAct,
	) -> Result<Option<Receipt>, Error> {
		let (label, amount) = split_lot(&transfer.lot)?;
		let id = self.voucher(label)?;
		if let Some(stands) = state.transferred(&id.issuance, &transfer.reference).await? {
			self.name_voucher(&transfer.makes, stands, step, Some(label));
			return Ok(None);
		}
		let cause = cause(transfer.price.as_deref())?;
		let lot = current_lot(state, id, amount).await?;
		let reference = text("reference", &transfer.reference, 64)?;
		let to = self.party(&transfer.to)?;
		let call = tx().carbon_voucher().transfer(lot, to, cause, reference, None);
		let receipt = self.client.submit(&call, key).await?;
		let went = receipt.events.iter().find_map(|event| match event {
			Event::CarbonVoucher(carbon_voucher::Event::Transferred { voucher, .. }) => {
				Some(voucher.clone())
			}
			_ => None,
		});
		let went = went.ok_or_else(|| Error::PlayLabel(transfer.makes.clone()))?;
		self.name_voucher(&transfer.makes, went, step, Some(label));
		Ok(Some(receipt))
	}

	async fn offer_pledge(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		offer: &PledgeAct,
	) -> Result<Option<Receipt>, Error> {
		for lot in &offer.lots {
			self.remember(split_lot(lot)?.0, step);
		}
		if let Some(stands) = state.pledged(&offer.registry_no).await? {
			self.labels().pledges.insert(offer.pledge.clone(), stands);
			return Ok(None);
		}
		let contract = digest(&offer.contract);
		let terms = terms(&offer.secured, contract, &offer.due, &offer.registry_no)?;
		let lots = self.lots(state, &offer.lots).await?;
		let pledgee = self.party(&offer.pledgee)?;
		let call = tx().carbon_voucher().offer_pledge(lots, pledgee, terms);
		let receipt = self.client.submit(&call, key).await?;
		let offered = receipt.events.iter().find_map(|event| match event {
			Event::CarbonVoucher(carbon_voucher::Event::PledgeOffered { pledge, .. }) => {
				Some(pledge.clone())
			}
			_ => None,
		});
		let offered = offered.ok_or_else(|| Error::PlayLabel(offer.pledge.clone()))?;
		self.labels().pledges.insert(offer.pledge.clone(), (offered, false));
		Ok(Some(receipt))
	}

	async fn request_offset(
		&self,
		state: &State,
		key: &Key,
		step: &Step,
		request: &OffsetAct,
	) -> Result<Option<Receipt>, Error> {
		let mut stands = None;
		for lot in &request.lots {
			self.remember(lot, step);
			stands = state.offset_of(self.voucher(lot)?).await?;
		}
		if let Some(stands) = stands {
			self.labels().requests.insert(request.request.clone(), stands);
			return Ok(None);
		}
		let lots = self.lots(state, &request.lots).await?;
		let statement = optional_text("statement", &request.statement, 128)?;
		let beneficiary = self.party(&request.beneficiary)?;
		let purpose = purpose(&request.purpose)?;
		let call = tx().carbon_voucher().request_offset(lots, beneficiary, purpose, statement);
		let receipt = self.client.submit(&call, key).await?;
		let asked = receipt.events.iter().find_map(|event| match event {
			Event::CarbonVoucher(carbon_voucher::Event::OffsetRequested { request, .. }) => {
				Some(request.clone())
			}
			_ => None,
		});
		let asked = asked.ok_or_else(|| Error::PlayLabel(request.request.clone()))?;
		self.labels().requests.insert(request.request.clone(), OffsetStands::Waiting(asked));
		Ok(Some(receipt))
	}

	pub(super) async fn lots(
		&self,
		state: &State,
		lots: &[String],
	) -> Result<BoundedVec<Lot>, Error> {
		let mut found = Vec::new();
		for lot in lots {
			let (label, amount) = split_lot(lot)?;
			found.push(current_lot(state, self.voucher(label)?, amount).await?);
		}
		Ok(BoundedVec(found))
	}

	pub(super) fn labels(&self) -> MutexGuard<'_, Labels> {
		self.labels.lock().unwrap_or_else(PoisonError::into_inner)
	}

	pub(super) fn party(&self, label: &str) -> Result<PartyId, Error> {
		known(self.labels().parties.get(label), label)
	}

	/// Owners: `a` alone, `a:400000,b:600000` in common, `a+b` jointly.
	pub(super) fn ownership(&self, owners: &str) -> Result<Ownership, Error> {
		if owners.contains('+') {
			let owners = owners.split('+').map(|owner| self.party(owner));
			return Ok(Ownership::Joint(BoundedVec(owners.collect::<Result<_, _>>()?)));
		}
		if !owners.contains(':') {
			return Ok(Ownership::Sole(self.party(owners)?));
		}
		let shares = owners.split(',').map(|share| {
			let wrong = || Error::Shares(owners.to_string());
			let (owner, millionths) = share.split_once(':').ok_or_else(wrong)?;
			let millionths = millionths.parse().map_err(|_| wrong())?;
			Ok(Share { party: self.party(owner)?, millionths })
		});
		Ok(Ownership::Common(BoundedVec(shares.collect::<Result<_, Error>>()?)))
	}

	pub(super) fn voucher(&self, label: &str) -> Result<VoucherId, Error> {
		known(self.labels().vouchers.get(label), label)
	}

	/// Names a voucher; what came of another inherits what of that was made up.
	pub(super) fn name_voucher(&self, label: &str, id: VoucherId, step: &Step, from: Option<&str>) {
		let mut labels = self.labels();
		labels.vouchers.insert(label.to_string(), id);
		if let Some(from) = from.filter(|from| *from != label) {
			let made_up = labels.made_up.get(from).cloned().unwrap_or_default();
			labels.made_up.entry(label.to_string()).or_default().extend(made_up);
		}
		drop(labels);
		self.remember(label, step);
	}

	/// Remembers what of a voucher a step made up, and where it is from.
	pub(super) fn remember(&self, label: &str, step: &Step) {
		let mut labels = self.labels();
		labels.made_up.entry(label.to_string()).or_default().extend(step.made_up.iter().cloned());
		labels.cases.entry(label.to_string()).or_default().extend(step.case.iter().cloned());
	}
}

fn failed(step: &Step, number: usize, reason: Error) -> Error {
	let (command, case) = (step.act.name().to_string(), step.case.join(", "));
	Error::Play { step: number, command, case, reason: Box::new(reason) }
}

pub(super) fn known<T: Clone>(found: Option<&T>, label: &str) -> Result<T, Error> {
	found.cloned().ok_or_else(|| Error::PlayLabel(label.to_string()))
}

/// `voucher` or `voucher:2723`.
pub(super) fn split_lot(lot: &str) -> Result<(&str, Option<Kilograms>), Error> {
	match lot.split_once(':') {
		Some((label, amount)) => Ok((label, Some(tonnes(amount)?))),
		None => Ok((lot, None)),
	}
}

pub(super) async fn current_lot(
	state: &State,
	voucher: VoucherId,
	amount: Option<Kilograms>,
) -> Result<Lot, Error> {
	let info = state.voucher(voucher.clone()).await?;
	let info = info.ok_or_else(|| Error::UnknownVoucher(voucher.part.to_string()))?;
	Ok(Lot { voucher, edition: info.voucher.edition, amount: amount.map(Into::into) })
}

async fn scheme_id(state: &State, code: &str) -> Result<crate::chain::SchemeId, Error> {
	let found = state.scheme_by_code(code).await?;
	found.ok_or_else(|| Error::UnknownScheme(code.to_string()))
}

/// SHA-256 of what a paper says.
pub(super) fn digest(content: &str) -> Hash {
	Hash::from(<[u8; 32]>::from(Sha256::digest(content)))
}

/// The calls of a motion that are not carried out yet.
async fn motion_calls(state: &State, call: &MotionCall) -> Result<Vec<Schemes>, Error> {
	let office_id = async |code: &str| {
		let found = state.office_by_code(code).await?;
		found.ok_or_else(|| Error::UnknownOffice(code.to_string()))
	};
	Ok(match call {
		MotionCall::AddScheme(form) => match state.scheme_by_code(&form.code).await? {
			Some(_) => Vec::new(),
			None => {
				vec![Schemes::add_scheme { profile: form.profile()?, rules: form.rules.rules()? }]
			}
		},
		MotionCall::AddOffice { code, name } => match state.office_by_code(code).await? {
			Some(_) => Vec::new(),
			None => vec![Schemes::add_office {
				code: OfficeCode(text("code", code, 16)?),
				names: name.names()?,
			}],
		},
		MotionCall::AddAccount { office, account, roles } => {
			let account = *Key::from_secret(account)?.account();
			match state.actor_of(&account).await? {
				Some(_) => Vec::new(),
				None => vec![Schemes::add_account {
					office: office_id(office).await?,
					account,
					roles: parse_roles(roles)?,
				}],
			}
		}
		MotionCall::AssignDuties { scheme: code, duties } => {
			let scheme = scheme_id(state, code).await?;
			let held = state.scheme(scheme.clone()).await?;
			let held = held.ok_or_else(|| Error::UnknownScheme(code.clone()))?.duties;
			let mut calls = Vec::new();
			for (name, codes) in duties {
				let duty = parse_duty(name)?;
				let mut offices = Vec::new();
				for code in codes {
					offices.push(office_id(code).await?);
				}
				let stands = held.iter().any(|held| {
					let holders = held.offices.iter().map(|office| &office.id);
					held.duty == duty && holders.eq(&offices)
				});
				if !stands {
					let (scheme, offices) = (scheme.clone(), BoundedVec(offices));
					calls.push(Schemes::assign_duty { scheme, duty, offices, rule: DutyRule::Any });
				}
			}
			calls
		}
	})
}
