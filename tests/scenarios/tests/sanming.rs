//! Sanming's first forestry carbon vouchers of 18 May 2021, to the kilogram, and a sale in Heshan.
//!
//! Published: 12,723 t of Changkou village, sold as 2,723 t at 15 yuan and 10,000 t at 10 yuan; five
//! vouchers of 29,715 t in all; 18,294 t of three lots pledged to Industrial Bank for 5 million yuan.
//! Made up: everybody's keys and credit codes, the two holders of the remainder, papers and numbers,
//! and the offset.

use sha2::{Digest, Sha256};
use std::sync::OnceLock;
use tanpiao_scenarios::{
	kilograms, part, scheme, step, Party, Receipt, Registrar, Totals, World, THREE_SEATS,
};

const FORESTRY: &str = "//SanmingForestry";
const CONTRACT: &[u8] = b"Pledge contract (made up)";

#[tokio::test]
async fn sanming_to_the_kilogram() {
	let world = step("four validators finalise", World::start()).await;
	let (sanming, ()) = tokio::join!(Sanming::set_up(&world), heshan(&world));

	step("W8 12,723 t are issued to Changkou", sanming.changkou_is_issued()).await;
	let sales = async {
		step("W11 2,723 t are sold at 15 yuan", sanming.part_is_sold()).await;
		step("W11 10,000 t are sold at 10 yuan", sanming.rest_is_sold()).await;
	};
	let remainder = step("the remaining 16,992 t are issued", sanming.remainder_is_issued());
	let licence = step("H4 the bank is licensed", sanming.bank_is_licensed());
	tokio::join!(sales, remainder, licence);
	step("W11 Jinsen buys two more lots", sanming.two_more_lots_are_bought()).await;
	step("W17 18,294 t are pledged", sanming.three_lots_are_pledged()).await;
	step("W18 what is pledged cannot be transferred", sanming.w18_a_pledged_voucher_stays()).await;
	step("the register page tells all of it", sanming.page_tells_all()).await;
	step("W17 the bank releases its pledge", sanming.pledge_is_released()).await;
	step("W15 kilograms are offset", sanming.w15_kilograms_are_offset()).await;
	step("W19 what is offset stays so", sanming.w19_an_offset_voucher_is_not_used_again()).await;
	step("holdings are listed", sanming.holdings_are_listed()).await;
}

/// The scheme, and everybody in it.
struct Sanming<'a> {
	world: &'a World,
	village: Party,
	tonghai: Party,
	jinsen: Party,
	bank: Party,
	/// The holders of the remainder.
	first: Party,
	second: Party,
	/// Numbers of the two issuances, as soon as they are there.
	changkou: OnceLock<String>,
	remainder: OnceLock<String>,
}

impl<'a> Sanming<'a> {
	async fn set_up(world: &'a World) -> Self {
		step("SM is added by three of four seats", scheme_is_added(world)).await;
		step("Sanming's forestry bureau is an office", bureau_is_added(world)).await;
		duty_is_assigned(world, "Register", "SMFORESTRY").await;
		let other_duties = async {
			duty_is_assigned(world, "Issue", "SMFORESTRY").await;
			duty_is_assigned(world, "CertifyOffset", "ECOLOGY").await;
			duty_is_assigned(world, "OverseeFinance", "FINANCE").await;
		};
		let office = Registrar { world, key: FORESTRY, scheme: "SM" };
		let parties = async {
			Self {
				world,
				village: office.registers("常口村民委员会", 1, "//Changkou").await,
				tonghai: office.enters("福建通海镍业科技有限公司", 2).await,
				jinsen: office.registers("福建金森碳汇科技有限公司", 3, "//Jinsen").await,
				bank: office.registers("兴业银行三明分行", 4, "//IndustrialBank").await,
				first: office.registers("第一持有人（补拟）", 5, "//First").await,
				second: office.registers("第二持有人（补拟）", 6, "//Second").await,
				changkou: OnceLock::new(),
				remainder: OnceLock::new(),
			}
		};
		step("duties and parties", async { tokio::join!(other_duties, parties).1 }).await
	}

	async fn changkou_is_issued(&self) {
		let Self { world, village, .. } = self;
		let filing = world.paper("filing.txt", "Filing of the measured amount (made up)");
		let receipt = world
			.act(
				FORESTRY,
				&format!(
					"voucher issue --scheme SM --filing 明林碳备〔2021〕1号 --area 3197亩 \
					 --place 福建三明将乐县高唐镇常口村 --from 2016-01-01 --to 2021-01-01 \
					 --evidence {filing} --allot {village}=12723"
				),
			)
			.await;
		let changkou = issuance(&receipt);
		assert!(changkou.starts_with("SM-") && changkou.ends_with("-000001"), "{changkou}");
		let voucher = world.voucher(&changkou).await;
		assert_eq!(range(&voucher), [0, 12_723_000]);
		assert_eq!(voucher["owner"]["sole"]["name"], village.name.as_str());
		assert_eq!(voucher["edition"], 1);
		assert_eq!(voucher["issuance"]["office"]["code"], "SMFORESTRY");
		// 3,197 mu, half up.
		assert_eq!(voucher["issuance"]["area"]["square_metres"], 2_131_333);
		// H16: wherever a voucher is, it says what it is not.
		assert!(voucher["statement"]["zh"].as_str().expect("says so").contains("CCER"));
		let all_free = Totals { issued: 12_723_000, free: 12_723_000, ..Totals::default() };
		assert_eq!(world.totals("SM").await, all_free);
		self.changkou.set(changkou).expect("it is issued once");
	}

	async fn part_is_sold(&self) {
		let Self { world, village, tonghai, .. } = self;
		let changkou = self.changkou();
		let receipt = world
			.act(
				&village.key,
				&format!("voucher transfer {changkou}:2723 --to {tonghai} --price 40845"),
			)
			.await;
		let sold = part(changkou, 2);
		assert_eq!(receipt.events(), ["Split", "Transferred"]);
		assert_eq!(receipt.event("Split")["into"], sold.as_str());
		assert_eq!(kilograms(&receipt.event("Split")["amount"]), 2_723_000);

		let voucher = world.voucher(&sold).await;
		assert_eq!(range(&voucher), [10_000_000, 12_723_000]);
		assert_eq!(voucher["owner"]["sole"]["number"], tonghai.number);
		assert_eq!(voucher["last_record"]["kind"], "sale");
		// 2,723 t at 15 yuan, in fen.
		assert_eq!(voucher["last_record"]["price"]["fen"], 2_723 * 15 * 100);
		let rest = world.voucher(changkou).await;
		assert_eq!(range(&rest), [0, 10_000_000]);
		assert_eq!(rest["owner"]["sole"]["number"], village.number);
		assert_eq!(rest["edition"], 2);
	}

	async fn rest_is_sold(&self) {
		let Self { world, village, jinsen, .. } = self;
		let changkou = self.changkou();
		let receipt = world
			.act(
				&village.key,
				&format!(
					"voucher transfer {changkou} --to {jinsen} --price 100000 --reference 收购储备"
				),
			)
			.await;
		assert_eq!(receipt.events(), ["Transferred"]);
		let voucher = world.voucher(changkou).await;
		assert_eq!(range(&voucher), [0, 10_000_000]);
		assert_eq!(voucher["owner"]["sole"]["name"], jinsen.name.as_str());
		assert_eq!(voucher["last_record"]["price"]["fen"], 10_000 * 10 * 100);
		assert_eq!(world.holdings(village).await, Vec::<String>::new());
	}

	async fn remainder_is_issued(&self) {
		let Self { world, first, second, .. } = self;
		let filing = world.paper("remainder.txt", "Filing of the remainder (made up)");
		let receipt = world
			.act(
				FORESTRY,
				&format!(
					"voucher issue --scheme SM --filing 明林碳备〔2021〕2号 --area 4000亩 \
					 --place 福建三明 --from 2016-01-01 --to 2021-01-01 --evidence {filing} \
					 --allot {first}=5000 --allot {second}=11992"
				),
			)
			.await;
		let remainder = issuance(&receipt);
		assert_eq!(kilograms(&receipt.event("Issued")["total"]), 16_992_000);
		assert_eq!(range(&world.voucher(&part(&remainder, 2)).await), [5_000_000, 16_992_000]);
		assert_eq!(world.totals("SM").await.issued, 29_715_000);
		self.remainder.set(remainder).expect("it is issued once");
	}

	async fn two_more_lots_are_bought(&self) {
		let Self { world, jinsen, first, second, .. } = self;
		let remainder = self.remainder();
		// 10,000 + 5,000 + 3,294 = 18,294 t; the second holder keeps 8,698 t.
		let of_second = part(remainder, 2);
		let all = format!("voucher transfer {remainder} --to {jinsen} --price 50000");
		let some = format!("voucher transfer {of_second}:3294 --to {jinsen} --price 32940");
		tokio::join!(world.act(&first.key, &all), world.act(&second.key, &some));
		assert_eq!(range(&world.voucher(&of_second).await), [5_000_000, 13_698_000]);
		assert_eq!(world.held_by(jinsen).await, 18_294_000);
	}

	async fn bank_is_licensed(&self) {
		let Self { world, bank, .. } = self;
		let decision = world.paper("licence.txt", "Decision on the licence (made up)");
		let line = format!("--scheme SM --party {bank}");
		assert_eq!(world.show(&format!("licence show {line}")).await["licensed"], false);
		let grant = format!("licence grant {line} --evidence {decision}");
		world.act("//Finance", &grant).await.event("LicenceGranted");
		let licence = world.show(&format!("licence show {line}")).await;
		assert_eq!(licence["licensed"], true);
		assert_eq!(licence["by"]["code"], "FINANCE");
	}

	async fn three_lots_are_pledged(&self) {
		let Self { world, jinsen, bank, .. } = self;
		let [one, two, three] = self.lots();
		let contract = world.paper("contract.txt", CONTRACT);
		let due = world.today_and(365);
		let offer = format!(
			"pledge offer {one} {two} {three} --pledgee {bank} --secured 5000000 \
			 --contract {contract} --due {due} --registry-no 补拟-0001"
		);
		let offered = world.act(&jinsen.key, &offer).await;
		assert_eq!(offered.event("PledgeOffered")["pledge"], 1);
		// An offer is no hold.
		assert_eq!(world.totals("SM").await.held, 0);

		let accepted = world.act(&bank.key, "pledge accept 1").await;
		assert_eq!(kilograms(&accepted.event("Pledged")["amount"]), 18_294_000);
		let pledge = world.show("pledge show 1").await;
		assert_eq!(pledge["state"], "active");
		assert_eq!(pledge["owner"]["name"], jinsen.name.as_str());
		assert_eq!(pledge["pledgee"]["name"], "兴业银行三明分行");
		assert_eq!(pledge["secured"]["fen"], 500_000_000);
		assert_eq!(pledge["due"], due.to_string());
		assert_eq!(pledge["vouchers"], 3);
		assert_eq!(kilograms(&pledge["total"]), 18_294_000);
		assert_eq!(pledge["contract"], format!("0x{}", hex::encode(Sha256::digest(CONTRACT))));
		let expected =
			Totals { issued: 29_715_000, free: 11_421_000, held: 18_294_000, ..Totals::default() };
		assert_eq!(world.totals("SM").await, expected);
	}

	async fn w18_a_pledged_voucher_stays(&self) {
		let Self { world, jinsen, tonghai, .. } = self;
		for lot in self.lots() {
			assert_eq!(world.voucher(&lot).await["state"], "pledged");
		}
		let changkou = self.changkou();
		let (totals, page) = (world.totals("SM").await, world.page(changkou).await);
		for lot in [changkou.into(), format!("{changkou}:0.001")] {
			let sale = format!("voucher transfer {lot} --to {tonghai} --price 1");
			let problem = world.run(&jinsen.key, &sale).await.expect_err("it is pledged");
			assert_eq!(problem.code, "CarbonVoucher.AlreadyPledged");
		}
		assert_eq!(world.totals("SM").await, totals);
		assert_eq!(world.page(changkou).await, page);
	}

	async fn page_tells_all(&self) {
		let Self { world, village, jinsen, bank, .. } = self;
		let page = world.page(self.changkou()).await;
		let kinds: Vec<_> = page.iter().map(|record| record["kind"].as_str().unwrap()).collect();
		assert_eq!(kinds, ["issued", "split-into", "sale", "pledged"]);
		for (no, record) in page.iter().enumerate() {
			assert_eq!(record["no"], no);
		}
		let [issued, split, sold, pledged] = &page[..] else { panic!("{page:?}") };
		assert_eq!(issued["by"]["office"]["office"]["code"], "SMFORESTRY");
		assert_eq!(issued["reference"], "明林碳备〔2021〕1号");
		assert_eq!([&issued["from"], &issued["to"]], [0, 12_723_000]);
		assert_eq!(split["part"], 2);
		assert_eq!([&split["from"], &split["to"]], [0, 10_000_000]);
		assert_eq!(sold["by"]["party"]["party"]["number"], village.number);
		assert_eq!(sold["counterparty"]["number"], jinsen.number);
		assert_eq!(sold["price"]["yuan"], "100000");
		assert_eq!(sold["reference"], "收购储备");
		assert_eq!(pledged["pledge"], 1);
		assert_eq!(pledged["counterparty"]["number"], bank.number);
		let other = world.page(&part(self.changkou(), 2)).await;
		let kinds: Vec<_> = other.iter().map(|record| record["kind"].as_str().unwrap()).collect();
		assert_eq!(kinds, ["split-from", "sale"]);
		assert_eq!(other[1]["price"]["yuan"], "40845");
	}

	async fn pledge_is_released(&self) {
		let Self { world, jinsen, bank, .. } = self;
		// One after the other: once it is released, it is not in force for anybody.
		let own = world.run(&jinsen.key, "pledge release 1").await;
		assert_eq!(own.expect_err("it is the bank's").code, "CarbonVoucher.NotPledgee");
		let released = world.act(&bank.key, "pledge release 1").await;
		released.event("PledgeReleased");
		assert_eq!(world.show("pledge show 1").await["state"], "released");
		assert_eq!(world.totals("SM").await.held, 0);
		assert_eq!(world.voucher(self.changkou()).await["state"], "free");
	}

	async fn w15_kilograms_are_offset(&self) {
		let Self { world, jinsen, tonghai, .. } = self;
		let changkou = self.changkou();
		let request = format!(
			"offset request {changkou}:1234.567 --beneficiary {tonghai} --purpose annual:2025 \
			 --statement 抵消二〇二五年度排放"
		);
		let requested = world.act(&jinsen.key, &request).await;
		assert_eq!(requested.event("OffsetRequested")["request"], 1);
		assert_eq!(world.voucher(&self.burnt()).await["state"], "offset-requested");
		assert_eq!(world.totals("SM").await.held, 1_234_567);

		let report = world.paper("verification.txt", "Verification report (made up)");
		let certify = format!("offset certify 1 --evidence {report}");
		let certified = world.act("//Ecology", &certify).await;
		let number = certified.event("OffsetCertified")["certificate"].as_str().expect("a number");
		assert!(number.starts_with("SM-C-") && number.ends_with("-000001"), "{number}");

		let certificate = world.show(&format!("certificate show {number}")).await;
		assert_eq!(certificate["number"], number);
		assert_eq!(certificate["owners"][0]["number"], jinsen.number);
		assert_eq!(certificate["beneficiary"]["name"], tonghai.name.as_str());
		assert_eq!(certificate["office"]["code"], "ECOLOGY");
		assert_eq!(certificate["statement"], "抵消二〇二五年度排放");
		assert_eq!(kilograms(&certificate["total"]), 1_234_567);
		let ranges = certificate["ranges"].as_array().expect("it names ranges");
		assert_eq!(ranges.len(), 1);
		assert_eq!(ranges[0]["number"], changkou);
		assert_eq!(ranges[0]["range"], serde_json::json!([8_765_433, 10_000_000]));
		assert!(certificate["scheme_statement"]["en"].as_str().expect("H16").contains("CCER"));

		let burnt = world.voucher(&self.burnt()).await;
		assert_eq!((&burnt["state"], &burnt["certificate"]), (&"offset".into(), &number.into()));
		let expected =
			Totals { issued: 29_715_000, free: 28_480_433, offset: 1_234_567, ..Totals::default() };
		assert_eq!(world.totals("SM").await, expected);
	}

	async fn w19_an_offset_voucher_is_not_used_again(&self) {
		let Self { world, jinsen, tonghai, .. } = self;
		let burnt = self.burnt();
		let (before, page) = (world.totals("SM").await, world.page(&burnt).await);
		let purpose = "--purpose annual:2025";
		let again = format!("offset request {burnt} --beneficiary {tonghai} {purpose}");
		let report = world.paper("again.txt", "The same report again (made up)");
		let certify = format!("offset certify 1 --evidence {report}");
		let (requested, certified) =
			tokio::join!(world.run(&jinsen.key, &again), world.run("//Ecology", &certify));
		let code = requested.expect_err("it is burnt").code;
		assert_eq!(code, "CarbonVoucher.AlreadyOffset");
		let code = certified.expect_err("it is certified").code;
		assert_eq!(code, "CarbonVoucher.UnknownRequest");
		assert_eq!(world.totals("SM").await, before);
		assert_eq!(world.page(&burnt).await, page);
	}

	async fn holdings_are_listed(&self) {
		let Self { world, village, tonghai, jinsen, bank, first, second, .. } = self;
		let mut lots = self.lots().to_vec();
		let mut held = world.holdings(jinsen).await;
		lots.sort();
		held.sort();
		assert_eq!(held, lots);
		let kilograms = [
			(village, 0),
			(tonghai, 2_723_000),
			(jinsen, 17_059_433),
			(bank, 0),
			(first, 0),
			(second, 8_698_000),
		];
		for (party, expected) in kilograms {
			assert_eq!(world.held_by(party).await, expected, "{}", party.name);
		}
		let circulating: u64 = kilograms.iter().map(|(_, held)| held).sum();
		assert_eq!(circulating, world.totals("SM").await.free);
	}

	/// Changkou's first voucher, with which its issuance shares the number.
	fn changkou(&self) -> &str {
		self.changkou.get().expect("it is issued")
	}

	fn remainder(&self) -> &str {
		self.remainder.get().expect("it is issued")
	}

	/// What is pledged: 10,000 t, 5,000 t and 3,294 t.
	fn lots(&self) -> [String; 3] {
		[self.changkou().into(), self.remainder().into(), part(self.remainder(), 3)]
	}

	/// What is offset: the third part of Changkou's.
	fn burnt(&self) -> String {
		part(self.changkou(), 3)
	}
}

/// The council moves with two seats, and a third carries it.
async fn scheme_is_added(world: &World) {
	let name = ["三明林业碳票", "Sanming forestry carbon vouchers"];
	let form = world.paper("sanming.json", scheme("SM", name, "2021-05-18", None));
	let [forestry, ecology, drc] = THREE_SEATS;
	let moved = world.council(&[forestry, ecology], &format!("scheme add {form}")).await;
	let motion = moved.waiting().expect("two of four are not enough");
	assert_eq!(moved.events(), ["Proposed", "Voted", "Voted"]);
	let unknown = world.look_up("scheme show SM").await.expect_err("it is not carried out");
	assert_eq!(unknown.code, "UnknownScheme");

	let approved = world.act(drc, &format!("council approve {motion}")).await;
	assert_eq!(approved.waiting(), None);
	assert_eq!(approved.event("Closed")["yes"], 3);
	assert_eq!(approved.event("SchemeAdded")["code"], "SM");
	let shown = world.show("scheme show SM").await;
	assert_eq!(shown["name"]["zh"], "三明林业碳票");
	assert_eq!(shown["rules"]["valid_from"], "2021-05-18");
}

async fn bureau_is_added(world: &World) {
	let add = "office add SMFORESTRY --zh 三明市林业局 --en 'Sanming Forestry Bureau'";
	world.council(&THREE_SEATS, add).await.event("OfficeAdded");
	let key = world.run(FORESTRY, "key show").await.expect("it is a key");
	let account = key["account"].as_str().expect("it has an account");
	let add = format!("office account-add SMFORESTRY {account}");
	world.council(&THREE_SEATS, &add).await.event("AccountAdded");
	let office = world.show("office show SMFORESTRY").await;
	assert_eq!(office["accounts"][0]["account"], account);
	assert_eq!(office["accounts"][0]["roles"], serde_json::json!(["operator"]));
}

async fn duty_is_assigned(world: &World, duty: &str, office: &str) {
	let assigned = world.council(&THREE_SEATS, &format!("duty assign SM {duty} {office}")).await;
	assert_eq!(assigned.event("DutyAssigned")["offices"][0]["code"], office);
}

/// H13: a sale in Heshan waits for the office that operates its market; a gift does not.
async fn heshan(world: &World) {
	let centre = Registrar { world, key: "//Centre", scheme: "HS" };
	let seller = centre.registers("出让人（补拟）", 11, "//HeshanSeller").await;
	let buyer = centre.enters("受让人（补拟）", 12).await;
	let filing = world.paper("heshan.txt", "Filing in Heshan (made up)");
	let receipt = world
		.act(
			"//District",
			&format!(
				"voucher issue --scheme HS --filing 益环碳备补拟1号 --ecosystem wetland \
				 --area 1200亩 --place 益阳市赫山区 --from 2020-01-01 --to 2025-01-01 \
				 --evidence {filing} --allot {seller}=100.5"
			),
		)
		.await;
	let voucher = issuance(&receipt);
	step("H13 a sale waits for the platform", async {
		let before = world.voucher(&voucher).await;
		let sell = format!("voucher transfer {voucher}:60.25 --to {buyer} --price 1807.5");
		let ordered = world.act(&seller.key, &sell).await;
		assert_eq!(ordered.events(), ["TransferOrdered"]);
		let order = &ordered.event("TransferOrdered")["order"];
		let shown = world.show(&format!("voucher order {order}")).await;
		assert_eq!(shown["needs_duty"], "OperateMarket");
		assert_eq!(shown["needs_receiver"], false);
		assert_eq!(world.voucher(&voucher).await, before);

		// Weihai's platform does not hold Heshan's duty.
		let effect = format!("voucher effect {order}");
		let problem = world.run("//Platform", &effect).await.expect_err("it is not its duty");
		assert_eq!(problem.code, "Schemes.DutyNotHeld");
		let effected = world.act("//Centre", &effect).await;
		assert_eq!(effected.events(), ["Split", "Transferred"]);
		let sold = world.voucher(&part(&voucher, 2)).await;
		assert_eq!(range(&sold), [40_250, 100_500]);
		assert_eq!(sold["owner"]["sole"]["number"], buyer.number);
		assert_eq!(sold["last_record"]["price"]["fen"], 180_750);
		assert_eq!(sold["last_record"]["by"]["office"]["office"]["code"], "CENTRE");
		assert!(world.show(&format!("voucher order {order}")).await.is_null());
	})
	.await
}

fn issuance(receipt: &Receipt) -> String {
	receipt.event("Issued")["issuance"].as_str().expect("it has a number").into()
}

fn range(voucher: &serde_json::Value) -> [u64; 2] {
	let [from, to] = ["from", "to"].map(|end| voucher[end].as_u64().expect("a kilogram"));
	assert_eq!(kilograms(&voucher["amount"]), to - from);
	[from, to]
}
