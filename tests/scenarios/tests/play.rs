//! The published cases, played on a fresh network, and played again.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fs};
use tanpiao_client::units::Kilograms;
use tanpiao_scenarios::{file_of_tests, kilograms, step, World};

/// SHA-256 of the published file, which stays as it was gathered.
const PUBLISHED: &str = "7f892e1c3c9e5757cb435e33b3161db4056b19dba450b779dfdc9ecc270d5a7b";

/// The schemes of the play, and the published cases whose tonnes are issued under each. Sanming's
/// batch includes Changkou's voucher.
const SCHEMES: [(&str, &[&str]); 10] = [
	("SM", &["sanming-first-five-2021"]),
	("LJ", &["lianjiang-LJ2023001"]),
	("XM", &["xiamen-agri-voucher-2022"]),
	("NX", &["ningxia-jingyuan-2023"]),
	("BJ", &["qianxi-0000001", "haique-2022"]),
	("CS", &["chishui-danqing-2022"]),
	("GZ", &["guiyang-kaiyang-2024"]),
	("CY", &["changyang-tudiling-2024"]),
	("ES", &["enshi-exilintan-2025"]),
	("TD", &["hunan-tongdao-2024"]),
];
/// What is made up as a whole is played under Weihai's measures.
const MADE_UP_UNDER: &str = "WH";
const MADE_UP: &str = "made-up-";
const IN_THE_BATCH: &str = "sanming-changkou-0000001";

#[test]
fn the_published_file_is_verbatim() {
	assert_eq!(hex::encode(Sha256::digest(published_text())), PUBLISHED);
}

#[test]
fn every_published_voucher_is_played_or_has_no_amount() {
	let played: BTreeSet<_> =
		SCHEMES.iter().flat_map(|(_, cases)| *cases).copied().chain([IN_THE_BATCH]).collect();
	let mut skipped = BTreeSet::new();
	for case in published() {
		let id = case["id"].as_str().expect("it has an id");
		if case["kind"] == "voucher" {
			assert_eq!(played.contains(id), !case["amount_t"].is_null(), "{id}");
			skipped.extend((!played.contains(id)).then(|| id.to_owned()));
		}
	}
	let play = fs::read_to_string(file_of_tests("data/play.json")).expect("there is a play");
	let play: Value = serde_json::from_str(&play).expect("it is JSON");
	let named = play["skipped"].as_array().expect("it says what it skips").iter();
	let named = named.map(|case| case["case"].as_str().unwrap().to_owned());
	let named: BTreeSet<_> = named.filter(|case| !case.starts_with(MADE_UP)).collect();
	assert_eq!(named, skipped);
}

#[tokio::test]
async fn the_published_cases_are_played_to_the_kilogram_and_played_again_change_nothing() {
	let world = step("four validators finalise", World::start()).await;
	let line = format!("play '{}'", file_of_tests("data/play.json").display());

	let first = step("the first run", world.show(&line)).await;
	assert_eq!(first["standing"], 0);
	assert!(first["steps"].as_u64() > Some(0));
	step("every scheme has its published tonnes", sums(&world, &first)).await;
	step("every voucher stands as it should", changkou_and_its_pledge(&world, &first)).await;
	step("made-up cases are marked", made_up(&world, &first)).await;
	step("the ledger does not contradict itself", audit(&world)).await;

	let before = everything(&world).await;
	let second = step("the second run", world.show(&line)).await;
	assert_eq!(second["standing"], first["steps"]);
	for part in ["vouchers", "totals", "steps", "skipped"] {
		assert_eq!(second[part], first[part], "{part}");
	}
	assert_eq!(everything(&world).await, before);
}

async fn sums(world: &World, report: &Value) {
	let totals = report["totals"].as_array().expect("it has totals");
	let codes: Vec<_> = totals.iter().map(|of| of["scheme"].as_str().unwrap()).collect();
	assert_eq!(codes[0], MADE_UP_UNDER);
	assert_eq!(codes[1..], SCHEMES.map(|(code, _)| code));
	let cases = published();
	for (code, ids) in SCHEMES {
		let amounts = ids.iter().map(|id| {
			let case = cases.iter().find(|case| case["id"] == *id).expect("it is published");
			let Kilograms(amount) = case["amount_t"].to_string().parse().expect("tonnes");
			amount
		});
		let published: u64 = amounts.sum();
		assert_eq!(world.totals(code).await.issued, published, "{code}");
		let of_scheme =
			|voucher: &&Value| voucher["issuance"]["number"].as_str().unwrap().starts_with(code);
		let vouchers = report["vouchers"].as_array().expect("it has vouchers").iter();
		let shown: u64 =
			vouchers.filter(of_scheme).map(|voucher| kilograms(&voucher["amount"])).sum();
		assert_eq!(shown, published, "{code}");
	}
}

/// What is published of Sanming beyond the sum.
async fn changkou_and_its_pledge(world: &World, report: &Value) {
	let totals = world.totals("SM").await;
	assert_eq!((totals.issued, totals.held), (29_715_000, 18_294_000));
	let vouchers = report["vouchers"].as_array().expect("it has vouchers").iter();
	let amounts: Vec<_> = vouchers
		.filter(|voucher| {
			let cases = voucher["cases"].as_array().expect("it is from cases");
			cases.contains(&IN_THE_BATCH.into())
		})
		.map(|voucher| kilograms(&voucher["amount"]))
		.collect();
	assert_eq!(amounts, [10_000_000, 2_723_000]);
}

/// Every made-up case has its vouchers, each marked, all under Weihai's measures and no other.
async fn made_up(world: &World, report: &Value) {
	let mut cases = BTreeSet::new();
	let mut held = 0;
	for voucher in report["vouchers"].as_array().expect("it has vouchers") {
		let number = voucher["number"].as_str().expect("it has a number");
		let of: Vec<_> = voucher["cases"].as_array().expect("it is from cases").iter().collect();
		let marked = voucher["made_up"].as_array().expect("it is marked").contains(&"case".into());
		assert_eq!(marked, number.starts_with(MADE_UP_UNDER), "{number}");
		cases.extend(of.into_iter().filter(|_| marked).map(|case| case.as_str().unwrap()));
		if marked && voucher["state"] != "merged" {
			held += kilograms(&voucher["amount"]);
		}
	}
	let listed = report["made_up"].as_array().expect("it lists them").iter();
	let listed: BTreeSet<_> = listed.map(|case| case["case"].as_str().unwrap()).collect();
	assert_eq!(cases, listed);
	assert_eq!(world.totals(MADE_UP_UNDER).await.issued, held);
}

/// The chain's own check finds nothing, and adds up to the totals.
async fn audit(world: &World) {
	for scheme in world.show("audit").await.as_array().expect("a list") {
		assert_eq!(scheme["faults"], Value::Array(Vec::new()), "{scheme}");
		assert_eq!((&scheme["sound"], &scheme["sums"]), (&Value::Bool(true), &scheme["totals"]));
	}
}

/// What a play could change.
async fn everything(world: &World) -> [Value; 4] {
	let lines = ["totals", "scheme list", "office list", "council list"];
	let mut seen = Vec::new();
	for line in lines {
		seen.push(world.show(line).await);
	}
	seen.try_into().expect("four")
}

fn published_text() -> Vec<u8> {
	fs::read(file_of_tests("data/published_cases.json")).expect("the published file is here")
}

fn published() -> Vec<Value> {
	let file: Value = serde_json::from_slice(&published_text()).expect("it is JSON");
	file["cases"].as_array().cloned().expect("it has cases")
}
