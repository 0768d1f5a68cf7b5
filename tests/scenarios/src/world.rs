//! A network and the command line that talks to it.

use crate::{
	answer::{has_chinese, kilograms, Problem, Receipt, Totals},
	line::words,
	register::Party,
};
use serde_json::Value;
use std::{
	env,
	ffi::OsStr,
	fs,
	os::unix::ffi::OsStrExt,
	path::{Path, PathBuf},
	process::Stdio,
	sync::atomic::{AtomicU32, Ordering},
	time::{SystemTime, UNIX_EPOCH},
};
use tanpiao_client::units::Day;
use tanpiao_network::{Network, Options};
use tokio::process::Command;

/// A network, the command line, and a directory for papers.
pub struct World {
	network: Network,
	papers: PathBuf,
}

impl World {
	/// Starts the four departments' validators, and waits until they finalise.
	pub async fn start() -> Self {
		Self::start_as(Options::default()).await
	}

	/// Starts a network that differs from the ordinary one.
	pub async fn start_as(options: Options) -> Self {
		static NUMBER: AtomicU32 = AtomicU32::new(0);
		let network = Network::start(options).await.unwrap_or_else(|error| panic!("{error}"));
		let number = NUMBER.fetch_add(1, Ordering::Relaxed);
		let papers =
			env::temp_dir().join(format!("tanpiao-scenarios-{}-{number}", std::process::id()));
		fs::create_dir_all(&papers).expect("the temporary directory can be written");
		Self { network, papers }
	}

	/// The processes behind it.
	pub fn network(&self) -> &Network {
		&self.network
	}

	/// Where the first validator is asked.
	pub fn url(&self) -> &str {
		self.network.nodes().first().expect("a network has nodes").rpc_url()
	}

	/// Writes a paper, and returns its path in quotes.
	pub fn paper(&self, name: &str, content: impl AsRef<[u8]>) -> String {
		let path = self.papers.join(name);
		fs::write(&path, content).expect("the temporary directory can be written");
		format!("'{}'", path.display())
	}

	/// Runs `tanpiao` with the words of `line`, signing with `key`.
	pub async fn run(&self, key: &str, line: &str) -> Result<Value, Problem> {
		self.json(Some(key), line).await
	}

	/// Runs a line that looks something up.
	pub async fn look_up(&self, line: &str) -> Result<Value, Problem> {
		self.json(None, line).await
	}

	/// Runs a line that must succeed in looking something up.
	pub async fn show(&self, line: &str) -> Value {
		self.look_up(line).await.unwrap_or_else(|problem| panic!("tanpiao {line}\n{problem}"))
	}

	/// Runs a line that must succeed in changing something.
	pub async fn act(&self, key: &str, line: &str) -> Receipt {
		let done = self.run(key, line).await;
		let done = done.unwrap_or_else(|problem| panic!("{key}: tanpiao {line}\n{problem}"));
		Receipt::of(done)
	}

	/// Moves a governance line with these seats' keys.
	pub async fn council(&self, seats: &[&str], line: &str) -> Receipt {
		let (first, others) = seats.split_first().expect("somebody moves");
		let others: String = others.iter().map(|seat| format!(" --seat {seat}")).collect();
		self.act(first, &format!("{line}{others}")).await
	}

	/// Runs a line that must be refused, for programs and for people of both languages, and makes
	/// sure that all are told the same.
	pub async fn refused(&self, key: &str, line: &str) -> Problem {
		let by_programs = self.run(key, line).await;
		let in_chinese = self.in_words("zh", key, line).await;
		let in_english = self.in_words("en", key, line).await;
		told_the_same(line, by_programs, in_chinese, in_english)
	}

	/// The same at once, with three keys of one party: no two transactions of one wait for each other.
	pub async fn refused_to(&self, keys: [&str; 3], line: &str) -> Problem {
		let [first, second, third] = keys;
		let (by_programs, in_chinese, in_english) = tokio::join!(
			self.run(first, line),
			self.in_words("zh", second, line),
			self.in_words("en", third, line),
		);
		told_the_same(line, by_programs, in_chinese, in_english)
	}

	/// Runs a line as people do: exit code, standard output and standard error.
	async fn in_words(&self, lang: &str, key: &str, line: &str) -> (i32, String, String) {
		let mut command = tanpiao();
		command.env("TANPIAO_URL", self.url()).args(["--key", key, "--lang", lang]);
		run(command.args(words(line))).await
	}

	/// A voucher as its paper shows it.
	pub async fn voucher(&self, number: &str) -> Value {
		self.show(&format!("voucher show {number}")).await
	}

	/// The records on a voucher's register page.
	pub async fn page(&self, number: &str) -> Vec<Value> {
		let page = self.show(&format!("voucher page {number}")).await;
		assert_eq!(page["next"], Value::Null);
		page["records"].as_array().cloned().expect("a page has records")
	}

	/// The numbers of the live vouchers that a party owns, wholly or partly.
	pub async fn holdings(&self, party: &Party) -> Vec<String> {
		let number = |voucher: &Value| voucher["number"].as_str().expect("a number").to_owned();
		self.held(party).await.iter().map(number).collect()
	}

	/// The kilograms of all of them.
	pub async fn held_by(&self, party: &Party) -> u64 {
		self.held(party).await.iter().map(|voucher| kilograms(&voucher["amount"])).sum()
	}

	async fn held(&self, party: &Party) -> Vec<Value> {
		let vouchers = self.show(&format!("voucher list --holder {party}")).await;
		vouchers.as_array().cloned().expect("a list")
	}

	/// Kilograms of a scheme.
	pub async fn totals(&self, scheme: &str) -> Totals {
		let all = self.show(&format!("totals {scheme}")).await;
		assert_eq!(all[0]["scheme"], scheme);
		Totals::of(&all[0])
	}

	/// Number of the last finalised block.
	pub async fn block(&self) -> u64 {
		self.show("chain").await["finalised"].as_u64().expect("a block has a number")
	}

	/// The chain's genesis hash.
	pub async fn genesis(&self) -> String {
		self.show("chain").await["genesis"].as_str().expect("a chain has a genesis").into()
	}

	/// Today in UTC+8, and so many days later.
	pub fn today_and(&self, days: u32) -> Day {
		let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is after 1970");
		let Day(today) = Day::of_millis(now.as_millis().try_into().expect("not for long"));
		Day(today + days)
	}

	async fn json(&self, key: Option<&str>, line: &str) -> Result<Value, Problem> {
		let mut command = tanpiao();
		command.env("TANPIAO_URL", self.url()).arg("--json");
		command.args(key.iter().flat_map(|key| ["--key", key]));
		let (exit, printed, said) = run(command.args(words(line))).await;
		let Ok(answer) = serde_json::from_str(&printed) else {
			panic!("tanpiao {line}\nexit {exit}, and no JSON: {printed}{said}")
		};
		match exit {
			0 => Ok(answer),
			_ => Err(Problem::of(exit, &answer).unwrap_or_else(|| panic!("no problem: {answer}"))),
		}
	}
}

impl Drop for World {
	fn drop(&mut self) {
		let _ = fs::remove_dir_all(&self.papers);
	}
}

fn told_the_same(
	line: &str,
	by_programs: Result<Value, Problem>,
	in_chinese: (i32, String, String),
	in_english: (i32, String, String),
) -> Problem {
	let problem = match by_programs {
		Ok(done) => panic!("tanpiao {line}\nwas not refused: {done}"),
		Err(problem) => problem,
	};
	for ((exit, printed, said), sentence) in [(in_chinese, &problem.zh), (in_english, &problem.en)]
	{
		assert_eq!((exit, said.trim()), (problem.exit, sentence.as_str()), "{line}");
		assert_eq!(printed, "", "{line}");
	}
	assert!(has_chinese(&problem.zh), "{problem}");
	assert!(!has_chinese(&problem.en), "{problem}");
	problem
}

/// The number of a later part of the voucher of this number.
pub fn part(first: &str, part: u32) -> String {
	format!("{first}-{part:06}")
}

/// A file of `tests/`, by its path there.
pub fn file_of_tests(path: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The built command line, before its arguments; nothing of the caller's environment in it.
fn tanpiao() -> Command {
	let mut command = Command::new(built("tanpiao"));
	for name in ["TANPIAO_GENESIS", "TANPIAO_KEY", "TANPIAO_URL"] {
		command.env_remove(name);
	}
	command
}

/// A program built together with this one.
fn built(name: &str) -> PathBuf {
	let here = env::current_exe().expect("this program has a path");
	// A test's own binary lies in `deps`, one level below.
	let mut directories = here.ancestors().skip(1).take(2);
	directories
		.find_map(|directory| Some(directory.join(name)).filter(|path| path.is_file()))
		.unwrap_or_else(|| panic!("there is no {name} beside {}: build it first", here.display()))
}

/// Exit code, standard output and standard error.
async fn run(command: &mut Command) -> (i32, String, String) {
	let output = command.stdin(Stdio::null()).kill_on_drop(true).output().await;
	let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
	let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
	(output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

/// Runs `tanpiao` with one argument that is no text, in a locale: exit code and standard error.
pub async fn run_with_bytes(locale: &str, argument: &[u8]) -> (i32, String) {
	let mut command = tanpiao();
	command.env("LC_ALL", locale).arg(OsStr::from_bytes(argument));
	let (exit, _, said) = run(&mut command).await;
	(exit, said.trim().into())
}

/// Runs `tanpiao` in a locale with the words of a line that needs no network: exit code, standard
/// output and standard error.
pub async fn run_alone(locale: &str, line: &str) -> (i32, String, String) {
	let mut command = tanpiao();
	run(command.env("LC_ALL", locale).args(words(line))).await
}

/// Runs the program that starts and stops standing networks.
pub async fn network_command(lang: &str, base_path: &Path, line: &str) -> (i32, String) {
	let mut command = Command::new(built("tanpiao-network"));
	command.args(["--lang", lang, "--base-path"]).arg(base_path);
	let (exit, _, said) = run(command.args(words(line))).await;
	(exit, said.trim().into())
}
