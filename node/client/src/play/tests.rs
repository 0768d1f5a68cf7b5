//! `tests/data/play.json` against the published file that it is taken from.

use super::*;
use crate::{
	chain::{
		credit_code,
		vouchers::{ChangeKind, InspectionMethod, LawfulCause, LossKind, Opinion},
	},
	forms::{purpose, quantity, terms, tonnes},
	keys::Key,
	person::{Document, RegisterKey, Salt},
	units::{Day, Fen, Kilograms, SquareMetres},
	view::Choice,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};

const PLAY: &str = include_str!("../../../../tests/data/play.json");
const PUBLISHED: &str = include_str!("../../../../tests/data/published_cases.json");

fn play() -> Play {
	serde_json::from_str(PLAY).unwrap()
}

fn steps(play: &Play) -> Vec<&Step> {
	play.stages.iter().flat_map(|stage| &stage.steps).collect()
}

fn published() -> BTreeMap<String, Value> {
	let file: Value = serde_json::from_str(PUBLISHED).unwrap();
	let cases = file["cases"].as_array().unwrap();
	cases.iter().map(|case| (case["id"].as_str().unwrap().to_string(), case.clone())).collect()
}

fn kilograms(tonnes: &Value) -> Kilograms {
	tonnes.to_string().parse().unwrap()
}

/// The ids of the cases that are made up as a whole.
fn made_up(play: &Play) -> BTreeSet<String> {
	play.made_up.iter().map(|made_up| made_up.case.clone()).collect()
}

/// Whether a step is of a published case.
fn is_published(step: &Step) -> bool {
	!step.case.iter().any(|case| case.starts_with("made-up-"))
}

fn issues(play: &Play) -> Vec<(&Step, &IssueAct)> {
	steps(play)
		.into_iter()
		.filter_map(|step| match &step.act {
			Act::Issue(issue) => Some((step, issue)),
			_ => None,
		})
		.collect()
}

fn sum(issue: &IssueAct) -> Kilograms {
	issue.allotments.iter().map(|allotment| tonnes(&allotment.tonnes).unwrap()).sum()
}

#[test]
fn issued_amounts_are_the_published_ones_to_the_kilogram() {
	let (play, published) = (play(), published());
	let mut batch = Kilograms(0);
	for (step, issue) in issues(&play).into_iter().filter(|(step, _)| is_published(step)) {
		let case = &published[&step.case[0]];
		if issue.scheme == "SM" {
			batch = [batch, sum(issue)].into_iter().sum();
		}
		if case["kind"] == "voucher" {
			assert_eq!(sum(issue), kilograms(&case["amount_t"]), "{}", step.case[0]);
		}
	}
	// The batch is 29,715 t, of which 12,723 t are Changkou's and 16,992 t remain.
	assert_eq!(batch, kilograms(&published["sanming-first-five-2021"]["amount_t"]));
}

#[test]
fn every_voucher_case_is_played_or_skipped_and_nothing_else() {
	let (play, published) = (play(), published());
	let played: BTreeSet<_> =
		issues(&play).iter().flat_map(|(step, _)| step.case.iter().cloned()).collect();
	let (made_up, played): (BTreeSet<_>, BTreeSet<_>) =
		played.into_iter().partition(|case| case.starts_with("made-up-"));
	let skipped: BTreeSet<_> = play.skipped.iter().map(|skipped| skipped.case.clone()).collect();
	for (id, case) in &published {
		let voucher = case["kind"] == "voucher";
		let amount = !case["amount_t"].is_null();
		let batch = id == "sanming-first-five-2021";
		assert_eq!(played.contains(id), (voucher && amount) || batch, "{id}");
		assert_eq!(skipped.contains(id), voucher && !amount, "{id}");
	}
	assert_eq!(played.len() - 1, 11);
	assert_eq!(made_up, self::made_up(&play));
	for step in steps(&play) {
		let known = |id: &String| match is_published(step) {
			true => published.contains_key(id),
			false => made_up.contains(id),
		};
		assert!(!step.case.is_empty() && step.case.iter().all(known), "{:?}", step.case);
	}
}

#[test]
fn made_up_cases_say_so_wherever_they_are_read() {
	let play = play();
	for step in steps(&play) {
		let labelled = step.made_up.contains(&"case".to_string());
		assert_eq!(labelled, !is_published(step), "{:?}", step.case);
	}
	for made_up in &play.made_up {
		assert!(made_up.case.starts_with("made-up-") && !made_up.title.zh.is_ascii());
	}
	let skipped = play.skipped.iter().filter(|skipped| skipped.case.starts_with("made-up-"));
	assert!(skipped.clone().all(|skipped| !made_up(&play).contains(&skipped.case)));
	assert_eq!(skipped.count(), 3);
}

#[test]
fn every_act_is_played_and_every_purpose() {
	let play = play();
	let acts: BTreeSet<_> = steps(&play).iter().map(|step| step.act.name()).collect();
	assert_eq!(acts.len(), 29, "{acts:?}");
	let purposes: BTreeSet<_> = steps(&play)
		.into_iter()
		.filter_map(|step| match &step.act {
			Act::RequestOffset(request) => request.purpose.split(':').next(),
			_ => None,
		})
		.collect();
	let all = ["annual", "event", "judicial", "land", "trees", "voluntary"];
	assert_eq!(purposes, all.into_iter().collect());
}

#[test]
fn published_prices_are_the_published_ones_and_others_are_marked() {
	let (play, published) = (play(), published());
	for step in steps(&play) {
		let Act::Transfer(sale) = &step.act else { continue };
		let price: Fen = quantity(sale.price.as_deref().unwrap()).unwrap();
		let (_, amount) = sale.lot.split_once(':').unwrap_or((&sale.lot, ""));
		let transfers = published[&step.case[0]]["transfers"].as_array().unwrap();
		let known = transfers.iter().find_map(|transfer| {
			let of = kilograms(&transfer["tonnes"]);
			let this = amount.is_empty() || amount.parse() == Ok(of);
			let total = transfer["total_yuan"].as_u64().or_else(|| {
				Some(transfer["price_yuan_per_t"].as_u64()? * transfer["tonnes"].as_u64()?)
			});
			total.filter(|total| this && (!amount.is_empty() || *total == price.0 / 100))
		});
		match known {
			Some(yuan) => assert_eq!(price, Fen(yuan * 100), "{}", sale.reference),
			None => assert!(step.made_up.contains(&"price".to_string()), "{}", sale.reference),
		}
	}
	let prices: Vec<_> = steps(&play)
		.into_iter()
		.filter_map(|step| match &step.act {
			Act::Transfer(sale) => Some((sale.lot.as_str(), sale.price.as_deref()?)),
			_ => None,
		})
		.collect();
	for sale in [("changkou:2723", "40845"), ("changkou", "100000"), ("haique:2600", "144100")] {
		assert!(prices.contains(&sale), "{sale:?}");
	}
}

#[test]
fn the_pledge_is_of_18_294_tonnes() {
	let play = play();
	let mut pledged = Kilograms(0);
	for step in steps(&play).into_iter().filter(|step| is_published(step)) {
		let states = step.expect.iter().filter(|expected| expected.state == "pledged");
		let amounts = states.map(|expected| tonnes(&expected.tonnes).unwrap());
		pledged = [pledged].into_iter().chain(amounts).sum();
	}
	assert_eq!(pledged, Kilograms(18_294_000));
}

#[test]
fn tonnes_of_each_voucher_add_up_through_its_sales() {
	let play = play();
	let mut held: BTreeMap<String, Kilograms> = BTreeMap::new();
	let mut going = BTreeMap::new();
	for step in steps(&play) {
		match &step.act {
			Act::Issue(issue) => {
				for allotment in &issue.allotments {
					held.insert(allotment.voucher.clone(), tonnes(&allotment.tonnes).unwrap());
				}
			}
			Act::Transfer(sale) => match sale.lot.split_once(':') {
				Some((from, amount)) => {
					let amount = tonnes(amount).unwrap();
					let left = held.get_mut(from).unwrap();
					left.0 = left.0.checked_sub(amount.0).unwrap();
					held.insert(sale.makes.clone(), amount);
				}
				None => {
					let all = held.remove(&sale.lot).unwrap();
					held.insert(sale.makes.clone(), all);
				}
			},
			Act::Merge { voucher, other, makes } => {
				let both = [voucher, other].map(|part| held.remove(part).unwrap());
				held.insert(makes.clone(), both.into_iter().sum());
			}
			Act::ProposeTransfer { transfer, .. } => {
				// It goes over with the last signature; nothing of it is expected before.
				let all = held[&transfer.lot];
				going.insert(transfer.makes.clone(), (transfer.lot.clone(), all));
			}
			Act::SignProposal { .. } => {
				for (makes, (lot, all)) in std::mem::take(&mut going) {
					held.remove(&lot).unwrap();
					held.insert(makes, all);
				}
			}
			Act::EnterTransfer(LawfulAct { lot, to: parts, .. })
			| Act::Partition { voucher: lot, parts } => {
				let all = held.remove(lot).unwrap();
				let parts = parts.iter();
				let parts: Vec<_> =
					parts.map(|part| (&part.voucher, tonnes(&part.tonnes).unwrap())).collect();
				assert_eq!(parts.iter().map(|(_, part)| *part).sum::<Kilograms>(), all, "{lot}");
				held.extend(parts.into_iter().map(|(voucher, part)| (voucher.clone(), part)));
			}
			Act::Freeze(freeze) => {
				let (from, amount) = freeze.lot.split_once(':').unwrap();
				let amount = tonnes(amount).unwrap();
				let left = held.get_mut(from).unwrap();
				left.0 = left.0.checked_sub(amount.0).unwrap();
				held.insert(freeze.makes.clone(), amount);
			}
			_ => {}
		}
		for expected in &step.expect {
			let amount = held.get(&expected.voucher);
			assert_eq!(amount, Some(&tonnes(&expected.tonnes).unwrap()), "{}", expected.voucher);
		}
	}
	let issued: Kilograms = issues(&play).iter().map(|(_, issue)| sum(issue)).sum();
	assert_eq!(held.into_values().sum::<Kilograms>(), issued);
}

#[test]
fn everything_in_it_can_be_read_and_no_name_is_used_twice() {
	let play = play();
	play.register_key.parse::<RegisterKey>().unwrap();
	let (mut names, mut references) = (HashSet::new(), HashSet::new());
	let mut new = |name: &str| assert!(names.insert(name.to_string()), "{name} twice");
	for step in steps(&play) {
		Key::from_secret(&step.actor).unwrap();
		match &step.act {
			Act::Motion(motion) => {
				for call in &motion.calls {
					if let MotionCall::AddScheme(form) = call {
						form.profile().unwrap();
						form.rules.rules().unwrap();
					}
				}
			}
			Act::RegisterOrganisation { party, code, account, .. } => {
				credit_code(code).unwrap();
				Key::from_secret(account).unwrap();
				// Such a code cannot be a real organisation's by accident.
				assert!(code.contains("MADEUP") && step.made_up.contains(&"code".to_string()));
				new(&format!("party {party}"));
			}
			Act::RegisterPerson { party, document, salt, .. } => {
				document.parse::<Document>().unwrap();
				salt.parse::<Salt>().unwrap();
				assert!(step.made_up.contains(&"name".to_string()));
				new(&format!("party {party}"));
			}
			Act::Issue(issue) => {
				quantity::<SquareMetres>(&issue.area).unwrap();
				let [from, to] = [&issue.period_from, &issue.period_to].map(|d| quantity::<Day>(d));
				assert!(from.unwrap() < to.unwrap());
				let made_up = |part: &str| step.made_up.iter().any(|given| given == part);
				assert!(made_up("filing_no") || made_up("case"));
				assert!(references.insert(issue.filing_no.clone()), "{}", issue.filing_no);
				for allotment in &issue.allotments {
					new(&format!("voucher {}", allotment.voucher));
				}
			}
			Act::Transfer(sale) => {
				assert!(references.insert(sale.reference.clone()), "{}", sale.reference);
				new(&format!("voucher {}", sale.makes));
			}
			Act::OfferPledge(offer) => {
				quantity::<Day>(&offer.due).unwrap();
				new(&format!("pledge {}", offer.pledge));
			}
			Act::RequestOffset(request) => {
				purpose(&request.purpose).unwrap();
				new(&format!("request {}", request.request));
			}
			Act::Merge { makes, .. } => new(&format!("voucher {makes}")),
			Act::ProposeTransfer { proposal, transfer } => {
				let price = transfer.price.as_deref().unwrap();
				assert!(quantity::<Fen>(price).is_ok());
				assert!(references.insert(transfer.reference.clone()), "{}", transfer.reference);
				new(&format!("proposal {proposal}"));
				new(&format!("voucher {}", transfer.makes));
			}
			Act::Partition { parts, .. } => {
				parts.iter().for_each(|part| new(&format!("voucher {}", part.voucher)));
			}
			Act::OfferShare(share) => {
				assert!((1..1_000_000).contains(&share.millionths));
				assert!(references.insert(share.reference.clone()), "{}", share.reference);
				new(&format!("offer {}", share.offer));
			}
			Act::EnterTransfer(transfer) => {
				LawfulCause::parse(&transfer.cause).unwrap();
				assert!(references.insert(transfer.reference.clone()), "{}", transfer.reference);
				transfer.to.iter().for_each(|part| new(&format!("voucher {}", part.voucher)));
			}
			Act::RecordChange { kind, reference, .. } => {
				ChangeKind::parse(kind).unwrap();
				assert!(references.insert(reference.clone()), "{reference}");
			}
			Act::Freeze(freeze) => {
				quantity::<Day>(&freeze.expires).unwrap();
				assert!(references.insert(freeze.order_no.clone()), "{}", freeze.order_no);
				new(&format!("freeze {}", freeze.freeze));
				new(&format!("voucher {}", freeze.makes));
			}
			Act::ExtendFreeze { expires, reference, .. } => {
				quantity::<Day>(expires).unwrap();
				assert!(references.insert(reference.clone()), "{reference}");
			}
			Act::LiftFreeze { reference, .. } => {
				assert!(references.insert(reference.clone()), "{reference}");
			}
			Act::ReportLoss { loss, kind, .. } => {
				LossKind::parse(kind).unwrap();
				new(&format!("loss {loss}"));
			}
			Act::Inspect { day, method, .. } => {
				quantity::<Day>(day).unwrap();
				InspectionMethod::parse(method).unwrap();
			}
			Act::RaisePledge { secured, due, registry_no, .. } => {
				terms(secured, Default::default(), due, registry_no).unwrap();
			}
			Act::AssignPledge { opinion, .. } => {
				Opinion::parse(opinion).unwrap();
			}
			Act::GrantLicence { .. }
			| Act::AcceptPledge { .. }
			| Act::CertifyOffset { .. }
			| Act::SignProposal { .. }
			| Act::TakeShare { .. }
			| Act::CompleteShare { .. }
			| Act::ReportFound { .. }
			| Act::ReleasePart { .. }
			| Act::AcceptPledgeChange { .. } => {}
		}
	}
}

#[test]
fn what_is_made_up_of_vouchers_has_words() {
	for step in steps(&play()) {
		let of_vouchers = !matches!(
			step.act,
			Act::Motion(_)
				| Act::RegisterOrganisation { .. }
				| Act::RegisterPerson { .. }
				| Act::GrantLicence { .. }
		);
		for part in step.made_up.iter().filter(|_| of_vouchers) {
			assert!(crate::catalogue::labels::made_up(part).is_some(), "{part}");
		}
	}
}
