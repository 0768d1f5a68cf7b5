//! `tests/data/play.json` against the published file that it is taken from.

use super::*;
use crate::{
	chain::credit_code,
	forms::{purpose, quantity, tonnes},
	keys::Key,
	person::{Document, RegisterKey, Salt},
	units::{Day, Fen, Kilograms, SquareMetres},
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
	for (step, issue) in issues(&play) {
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
	let skipped: BTreeSet<_> = play.skipped.iter().map(|skipped| skipped.case.clone()).collect();
	for (id, case) in &published {
		let voucher = case["kind"] == "voucher";
		let amount = !case["amount_t"].is_null();
		let batch = id == "sanming-first-five-2021";
		assert_eq!(played.contains(id), (voucher && amount) || batch, "{id}");
		assert_eq!(skipped.contains(id), voucher && !amount, "{id}");
	}
	assert_eq!(played.len() - 1, 11);
	for step in steps(&play) {
		assert!(!step.case.is_empty() && step.case.iter().all(|id| published.contains_key(id)));
	}
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
	for step in steps(&play) {
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
				assert!(step.made_up.contains(&"filing_no".to_string()));
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
			Act::GrantLicence { .. } | Act::AcceptPledge { .. } | Act::CertifyOffset { .. } => {}
		}
	}
}

#[test]
fn what_is_made_up_of_vouchers_has_words() {
	for step in steps(&play()) {
		let of_vouchers = matches!(
			step.act,
			Act::Issue(_) | Act::Transfer(_) | Act::OfferPledge(_) | Act::RequestOffset(_)
		);
		for part in step.made_up.iter().filter(|_| of_vouchers) {
			assert!(crate::catalogue::labels::made_up(part).is_some(), "{part}");
		}
	}
}
