//! What people and programs get wrong: each mistake has its own code, its own sentence in both
//! languages, and changes nothing.

use serde_json::Value;
use std::{collections::BTreeMap, env};
use tanpiao_scenarios::{
	has_chinese, network_command, part, run_alone, run_with_bytes, scheme, step, Party, Problem,
	Registrar, Totals, World, THREE_SEATS,
};

const OFFICE: &str = "//District";
const CANNOT_CONNECT: i32 = 3;
const REFUSED: i32 = 1;

#[tokio::test]
async fn every_mistake_has_its_own_error_and_changes_nothing() {
	let world = step("four validators finalise", World::start()).await;
	let (desk, ()) = tokio::join!(Desk::set_up(&world), ended_scheme(&world));
	let before = desk.state().await;

	let lists = tokio::join!(
		step("mistakes of an owner", desk.owner_makes(desk.owners_mistakes())),
		step("mistakes of an office", desk.all(OFFICE, desk.offices_mistakes())),
		step("mistakes that need no block", desk.all(OWNER, desk.mistakes_at_the_counter())),
	);
	let mut problems = [lists.0, lists.1, lists.2].concat();
	assert_eq!(desk.state().await, before);

	problems.push(step("a removed office", desk.removed_office()).await);
	assert_eq!(desk.state().await, before);
	each_is_told_from_the_others(&problems);

	step("an argument that is no text", argument_not_utf8()).await;
	step("a port in use", port_in_use(&world)).await;
	assert_eq!(desk.state().await, before);
}

const OWNER: &str = "//Owner";
/// All keys of the owner.
const OWNERS: [&str; 3] = [OWNER, "//Owner//second", "//Owner//third"];

/// What a line must be refused with.
struct Mistake {
	name: &'static str,
	line: String,
	code: &'static str,
	exit: i32,
}

impl Mistake {
	/// Whether this is how it was refused.
	fn is(self, problem: Problem) -> (&'static str, Problem) {
		let Self { name, code, exit, .. } = self;
		assert_eq!((problem.code.as_str(), problem.exit), (code, exit), "{name}: {problem}");
		(name, problem)
	}
}

fn mistake(name: &'static str, code: &'static str, line: impl Into<String>) -> Mistake {
	Mistake { name, line: line.into(), code, exit: REFUSED }
}

/// Where the mistakes are made: an owner with a free, a pledged, a requested and a burnt voucher.
struct Desk<'a> {
	world: &'a World,
	owner: Party,
	friend: Party,
	bank: Party,
	free: String,
	pledged: String,
	requested: String,
	burnt: String,
	paper: String,
}

impl<'a> Desk<'a> {
	async fn set_up(world: &'a World) -> Self {
		let centre = Registrar { world, key: "//Centre", scheme: "HS" };
		let owner = centre.registers("权利人（补拟）", 1, OWNER).await;
		for key in &OWNERS[1..] {
			centre.binds(&owner, key).await;
		}
		let bank = centre.registers("银行（补拟）", 2, "//Bank").await;
		let friend = centre.enters("友人（补拟）", 3).await;
		let paper = world.paper("paper.txt", "Paper (made up)");
		let licence = format!("licence grant --scheme HS --party {bank} --evidence {paper}");
		world.act("//Finance", &licence).await;
		let issue = issue("HS", "补拟1号", "forest", &paper);
		let hundred = format!(" --allot {owner}=100").repeat(4);
		let issued = world.act(OFFICE, &format!("{issue}{hundred}")).await;
		let free = issued.event("Issued")["issuance"].as_str().expect("a number").to_owned();
		let [pledged, requested, burnt] = [2, 3, 4].map(|number| part(&free, number));
		let desk = Self { world, owner, friend, bank, free, pledged, requested, burnt, paper };

		world.act(OWNER, &desk.pledge(&desk.pledged, &desk.bank)).await;
		world.act("//Bank", "pledge accept 1").await;
		world.act(OWNER, &desk.offset(&desk.burnt, &desk.friend.to_string())).await;
		let certify = format!("offset certify 1 --evidence {}", desk.paper);
		let request = desk.offset(&desk.requested, &desk.friend.to_string());
		tokio::join!(world.act("//Ecology", &certify), world.act(OWNER, &request));
		let expected = Totals {
			issued: 400_000,
			free: 100_000,
			held: 200_000,
			offset: 100_000,
			..Totals::default()
		};
		assert_eq!(world.totals("HS").await, expected);
		desk
	}

	/// What the chain refuses to an owner.
	fn owners_mistakes(&self) -> Vec<Mistake> {
		let Self { friend, free, pledged, requested, burnt, .. } = self;
		let give = |lot: &str| format!("voucher transfer {lot} --to {friend} --gift");
		let offset = |lot: &str| self.offset(lot, &friend.to_string());
		vec![
			mistake("too much", "CarbonVoucher.AmountTooLarge", give(&format!("{free}:100.001"))),
			mistake(
				"pledge without licence",
				"CarbonVoucher.NotLicensed",
				self.pledge(free, friend),
			),
			mistake("transfer while pledged", "CarbonVoucher.AlreadyPledged", give(pledged)),
			mistake(
				"transfer while requested for offset",
				"CarbonVoucher.OffsetPending",
				give(requested),
			),
			mistake("offset twice", "CarbonVoucher.AlreadyOffset", offset(burnt)),
		]
	}

	/// What the chain refuses to an office.
	fn offices_mistakes(&self) -> Vec<Mistake> {
		let allot = format!(" --allot {}=1", self.owner);
		let order = |scheme, ecosystem| issue(scheme, "补拟2号", ecosystem, &self.paper) + &allot;
		vec![
			mistake("scheme out of validity", "CarbonVoucher.NotInForce", order("OLD", "forest")),
			mistake(
				"ecosystem not eligible",
				"CarbonVoucher.EcosystemNotEligible",
				order("HS", "marine"),
			),
		]
	}

	/// What the command line sees by itself, or looks up in vain.
	fn mistakes_at_the_counter(&self) -> Vec<Mistake> {
		let Self { world, friend, free, .. } = self;
		let give = |lot: &str| format!("voucher transfer {lot} --to {friend} --gift");
		let not_utf8 = world.paper("gbk.json", IN_GBK);
		let another = format!("--genesis 0x{}", "5".repeat(64));
		vec![
			mistake("unknown number", "UnknownVoucher", give("HS-2020-000777")),
			mistake("unknown scheme", "UnknownScheme", give("XX-2020-000001")),
			mistake("not a number", "Number.Voucher", give("HS-2020-7")),
			mistake("zero", "Unit.Zero", give(&format!("{free}:0"))),
			mistake("wrong decimals", "Unit.TooManyDecimals", give(&format!("{free}:1.0005"))),
			mistake("grouped digits", "Unit.Separator", give(&format!("{free}:1,000"))),
			mistake("unknown beneficiary", "UnknownParty", self.offset(free, "4294967")),
			mistake(
				"over-long text",
				"TextTooLong",
				format!("{} --reference {}", give(free), "a".repeat(65)),
			),
			mistake("invalid UTF-8", "NotUtf8", format!("voucher issue --file {not_utf8}")),
			Mistake {
				name: "node not running",
				line: format!("--url ws://127.0.0.1:1 {}", give(free)),
				code: "Unreachable",
				exit: CANNOT_CONNECT,
			},
			Mistake {
				name: "wrong chain",
				line: format!("{another} {}", give(free)),
				code: "WrongChain",
				exit: CANNOT_CONNECT,
			},
		]
	}

	/// Makes these mistakes with one key, one after the other.
	async fn all(&self, key: &str, mistakes: Vec<Mistake>) -> Vec<(&'static str, Problem)> {
		let mut problems = Vec::new();
		for mistake in mistakes {
			let problem = self.world.refused(key, &mistake.line).await;
			problems.push(mistake.is(problem));
		}
		problems
	}

	/// Makes these mistakes with the owner's keys, each by three at once.
	async fn owner_makes(&self, mistakes: Vec<Mistake>) -> Vec<(&'static str, Problem)> {
		let mut problems = Vec::new();
		for mistake in mistakes {
			let problem = self.world.refused_to(OWNERS, &mistake.line).await;
			problems.push(mistake.is(problem));
		}
		problems
	}

	/// The council stops an office: its account is not let in any more, and it gets no duty.
	async fn removed_office(&self) -> (&'static str, Problem) {
		let Self { world, owner, paper, .. } = self;
		world.council(&THREE_SEATS, "office close DISTRICT").await.event("OfficeDeactivated");
		let order = issue("HS", "补拟2号", "forest", paper);
		let problem = world.refused(OFFICE, &format!("{order} --allot {owner}=1")).await;
		assert_eq!(problem.code, "Refused.NotAdmitted");

		let [forestry, ecology, drc] = THREE_SEATS;
		let seats = format!("--seat {ecology} --seat {drc}");
		let assign = format!("duty assign HS Issue DISTRICT {seats}");
		let failed = world.run(forestry, &assign).await.expect_err("it is closed");
		assert_eq!(failed.code, "Schemes.OfficeInactive");
		("removed office", problem)
	}

	fn pledge(&self, lot: &str, pledgee: &Party) -> String {
		let (due, contract) = (self.world.today_and(365), &self.paper);
		format!(
			"pledge offer {lot} --pledgee {pledgee} --secured 1000 --contract {contract} \
			 --due {due} --registry-no 1"
		)
	}

	fn offset(&self, lot: &str, beneficiary: &str) -> String {
		format!("offset request {lot} --beneficiary {beneficiary} --purpose annual:2025")
	}

	/// Everything that a mistake could have changed.
	async fn state(&self) -> BTreeMap<String, Value> {
		let Self { world, owner, friend, free, pledged, requested, burnt, .. } = self;
		let mut lines = vec![
			"totals".into(),
			"pledge show 1".into(),
			"offset show 2".into(),
			format!("voucher list --holder {owner}"),
			format!("voucher list --holder {friend}"),
		];
		for number in [free, pledged, requested, burnt] {
			lines.extend(["show", "page"].map(|verb| format!("voucher {verb} {number}")));
		}
		let mut state = BTreeMap::new();
		for line in lines {
			let seen = world.show(&line).await;
			state.insert(line, seen);
		}
		for line in ["pledge show 2", "offset show 3"] {
			assert!(world.look_up(line).await.is_err(), "{line}");
		}
		state
	}
}

fn issue(scheme: &str, filing: &str, ecosystem: &str, evidence: &str) -> String {
	format!(
		"voucher issue --scheme {scheme} --filing {filing} --ecosystem {ecosystem} --area 10亩 \
		 --place 补拟 --from 2020-01-01 --to 2025-01-01 --evidence {evidence}"
	)
}

/// W23: measures whose time is over, and the office that issued under them.
async fn ended_scheme(world: &World) {
	let name = ["旧林业碳票", "ended forestry carbon vouchers"];
	let form = scheme("OLD", name, "2020-01-01", Some("2022-01-01"));
	let form = world.paper("old.json", form);
	world.council(&THREE_SEATS, &format!("scheme add {form}")).await.event("SchemeAdded");
	world.council(&THREE_SEATS, "duty assign OLD Issue DISTRICT").await.event("DutyAssigned");
}

/// No two mistakes are told in the same words, nor under the same code.
fn each_is_told_from_the_others(problems: &[(&str, Problem)]) {
	for (position, (name, problem)) in problems.iter().enumerate() {
		for (other_name, other) in problems.iter().take(position) {
			let same = [problem.code == other.code, problem.zh == other.zh, problem.en == other.en];
			assert_eq!(same, [false; 3], "{name}, {other_name}: {problem}");
		}
	}
}

/// 常口 as GBK has it.
const IN_GBK: [u8; 4] = [0xb3, 0xa3, 0xbf, 0xda];

async fn argument_not_utf8() {
	for (locale, chinese) in [("zh_CN.UTF-8", true), ("en_US.UTF-8", false)] {
		let (exit, sentence) = run_with_bytes(locale, &IN_GBK).await;
		assert_eq!(exit, REFUSED, "{sentence}");
		assert!(sentence.contains("UTF-8"), "{sentence}");
		assert_eq!(has_chinese(&sentence), chinese, "{sentence}");
	}
}

/// Neither is any other mistake in a command line told in English only, or to programs in words.
#[tokio::test]
async fn a_wrong_command_line_is_told_in_the_readers_language_and_as_json() {
	const USAGE: i32 = 2;
	for (line, code) in [
		("vouchers", "Usage.InvalidSubcommand"),
		("voucher show", "Usage.MissingRequiredArgument"),
		("voucher list --holder", "Usage.InvalidValue"),
		("pledge show one", "Usage.ValueValidation"),
		("totals --everything", "Usage.UnknownArgument"),
	] {
		let (exit, printed, said) = run_alone("en_US.UTF-8", &format!("--json {line}")).await;
		assert_eq!((exit, said.as_str()), (USAGE, ""), "{line}");
		let answer: Value = serde_json::from_str(&printed).expect("it is JSON");
		let error = &answer["error"];
		assert_eq!(error["code"], code, "{line}");
		for (locale, option, lang) in [
			("zh_CN.UTF-8", "", "zh"),
			("en_US.UTF-8", "", "en"),
			("en_US.UTF-8", "--lang zh ", "zh"),
			("zh_CN.UTF-8", "--lang en ", "en"),
		] {
			let (exit, printed, said) = run_alone(locale, &format!("{option}{line}")).await;
			assert_eq!((exit, printed.as_str()), (USAGE, ""), "{line}");
			assert_eq!(error[lang], said.trim(), "{line}");
			assert_eq!(has_chinese(&said), lang == "zh", "{said}");
		}
	}
}

/// Every line of every command's help is Chinese for who reads Chinese.
#[tokio::test]
async fn help_is_in_the_readers_language() {
	let mut waiting = vec![String::new()];
	let mut seen = 0;
	while let Some(command) = waiting.pop() {
		let (exit, help, said) = run_alone("C.UTF-8", &format!("--lang zh {command} --help")).await;
		assert_eq!((exit, said.as_str()), (0, ""), "{command}");
		for line in help.lines().filter(|line| !line.trim().is_empty()) {
			assert!(has_chinese(line), "{command}: {line}");
		}
		let (_, english, _) =
			run_alone("zh_CN.UTF-8", &format!("--lang en {command} --help")).await;
		assert!(!has_chinese(&english), "{english}");
		let commands = help.lines().skip_while(|line| *line != "命令：").skip(1);
		for line in commands.take_while(|line| !line.is_empty()) {
			let name = line.split_whitespace().next().expect("a command has a name");
			if name != "help" {
				waiting.push(format!("{command} {name}"));
			}
		}
		seen += 1;
	}
	assert!(seen > 60, "{seen}");
}

/// Another network cannot have this one's ports.
async fn port_in_use(world: &World) {
	let node = world.network().node("forestry").expect("it runs");
	let port = node.ports().rpc.to_string();
	let directory = env::temp_dir().join(format!("tanpiao-port-in-use-{}", std::process::id()));
	for lang in ["zh", "en"] {
		let up = format!("up --dev --rpc-port {port}");
		let (exit, sentence) = network_command(lang, &directory, &up).await;
		assert_eq!(exit, REFUSED, "{sentence}");
		assert!(sentence.contains(&port) && sentence.contains("forestry"), "{sentence}");
		assert_eq!(has_chinese(&sentence), lang == "zh", "{sentence}");
	}
	std::fs::remove_dir_all(&directory).expect("it was made");
	assert!(node.pid().is_some());
	assert!(node.rpc().finalized().await.is_ok());
}
