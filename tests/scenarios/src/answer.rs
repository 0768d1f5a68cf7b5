//! What the command line answers.

use serde_json::Value;
use std::fmt;

/// A refusal, as programs and as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
	/// What the process ended with.
	pub exit: i32,
	/// For programs, such as `CarbonVoucher.AlreadyPledged`.
	pub code: String,
	/// For people who read Chinese.
	pub zh: String,
	/// For people who read English.
	pub en: String,
}

impl Problem {
	/// From what `--json` printed.
	pub(crate) fn of(exit: i32, printed: &Value) -> Option<Self> {
		let error = printed.get("error")?;
		let text = |name: &str| error.get(name).and_then(Value::as_str).map(str::to_owned);
		Some(Self { exit, code: text("code")?, zh: text("zh")?, en: text("en")? })
	}
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{} (exit {}): {} / {}", self.code, self.exit, self.zh, self.en)
	}
}

/// What one transaction, or those of one motion, changed.
#[derive(Clone, Debug)]
pub struct Receipt(Value);

impl Receipt {
	/// Makes sure that every event is told in both languages, with a value in each place.
	pub(crate) fn of(printed: Value) -> Self {
		let receipt = Self(printed);
		for event in receipt.all() {
			let told = ["zh", "en"].map(|lang| event[lang].as_str().unwrap_or_default());
			assert!(told.iter().all(|told| !told.is_empty() && !told.contains('{')), "{event}");
		}
		receipt
	}

	/// The names of all events, in order.
	pub fn events(&self) -> Vec<&str> {
		self.all().filter_map(|event| event["event"].as_str()).collect()
	}

	/// The fields of the only event of this name.
	pub fn event(&self, name: &str) -> &Value {
		let mut found = self.all().filter(|event| event["event"] == name);
		match (found.next(), found.next()) {
			(Some(event), None) => &event["fields"],
			(found, _) => panic!("{name} not once but {found:?} in {:?}", self.events()),
		}
	}

	/// The number of the motion that waits for more votes, if one does.
	pub fn waiting(&self) -> Option<u64> {
		self.0["motion"]["waiting"].as_u64()
	}

	fn all(&self) -> impl Iterator<Item = &Value> {
		let motion = self.0["motion"]["transactions"].as_array().into_iter().flatten();
		let receipts = motion.chain([&self.0]);
		receipts.flat_map(|receipt| receipt["events"].as_array().into_iter().flatten())
	}
}

/// A scheme's kilograms: `issued = free + held + offset + revoked`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
	/// Ever issued.
	pub issued: u64,
	/// In circulation without any hold.
	pub free: u64,
	/// In circulation under a hold.
	pub held: u64,
	/// Burnt.
	pub offset: u64,
	/// Invalid.
	pub revoked: u64,
}

impl Totals {
	pub(crate) fn of(printed: &Value) -> Self {
		let totals = Self {
			issued: kilograms(&printed["issued"]),
			free: kilograms(&printed["free"]),
			held: kilograms(&printed["held"]),
			offset: kilograms(&printed["offset"]),
			revoked: kilograms(&printed["revoked"]),
		};
		let circulating = totals.free + totals.held;
		assert_eq!(kilograms(&printed["circulating"]), circulating, "{printed}");
		assert_eq!(totals.issued, circulating + totals.offset + totals.revoked, "{printed}");
		totals
	}
}

/// The kilograms of an amount, whose tonnes must say the same.
pub fn kilograms(amount: &Value) -> u64 {
	let kilograms = amount["kilograms"].as_u64().unwrap_or_else(|| panic!("no amount: {amount}"));
	let tonnes = amount["tonnes"].as_str().unwrap_or_default();
	let (whole, thousandths) = tonnes.split_once('.').unwrap_or((tonnes, ""));
	let said: u64 = format!("{whole}{thousandths:0<3}").parse().expect("tonnes are digits");
	assert_eq!(said, kilograms, "{amount}");
	kilograms
}

/// Whether there are Chinese characters in a text.
pub fn has_chinese(text: &str) -> bool {
	text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	#[test]
	fn tonnes_and_kilograms_say_the_same() {
		assert_eq!(kilograms(&json!({ "kilograms": 1_500, "tonnes": "1.5" })), 1_500);
		assert_eq!(kilograms(&json!({ "kilograms": 3_000, "tonnes": "3" })), 3_000);
	}

	#[test]
	#[should_panic]
	fn a_contradiction_is_seen() {
		kilograms(&json!({ "kilograms": 1_500, "tonnes": "1.05" }));
	}

	#[test]
	fn chinese_is_told_from_english() {
		assert!(has_chinese("已质押。") && !has_chinese("“pledged”, since 2021–05"));
	}
}
