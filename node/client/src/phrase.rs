//! Something said of named values: once for programs, once for the readers of each language.

use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::Hash,
	directory::{OfficeLabel, PartyLabel},
	units::{Day, Fen, Kilograms},
	view::{percent, Choice, OwnershipView},
};
use serde_json::{json, Map, Value};
use std::fmt::Display;

/// A value: for programs, and in words.
#[derive(Clone, Debug)]
struct Field {
	name: &'static str,
	value: Value,
	zh: String,
	en: String,
}

/// A text with the values that its places name.
#[derive(Clone, Debug)]
pub struct Phrase {
	text: Text,
	fields: Vec<Field>,
}

impl Phrase {
	/// A text that has no values yet.
	pub fn new(text: Text) -> Self {
		Self { text, fields: Vec::new() }
	}

	/// A value, and what it is called in Chinese and English.
	pub fn said(mut self, name: &'static str, value: Value, zh: String, en: String) -> Self {
		self.fields.push(Field { name, value, zh, en });
		self
	}

	/// A value that is written alike for everybody.
	pub fn plain(self, name: &'static str, value: impl Display) -> Self {
		let text = value.to_string();
		self.said(name, json!(text), text.clone(), text)
	}

	/// A number.
	pub fn number(self, name: &'static str, value: u32) -> Self {
		self.said(name, json!(value), value.to_string(), value.to_string())
	}

	/// An amount of carbon.
	pub fn amount(self, name: &'static str, value: impl Into<Kilograms>) -> Self {
		let amount = value.into();
		self.said(name, json!(amount), amount.to_string(), amount.to_string())
	}

	/// A part of the whole, of millionths.
	pub fn share(self, name: &'static str, millionths: u32) -> Self {
		self.said(name, json!(millionths), percent(millionths), percent(millionths))
	}

	/// One of what people choose from.
	pub fn choice(self, name: &'static str, value: &impl Choice) -> Self {
		let (kind, text) = value.words();
		self.text(name, json!(kind), text)
	}

	/// Who owns something.
	pub fn owners(self, name: &'static str, owners: &OwnershipView) -> Self {
		self.said(name, json!(owners), owners.say(Lang::Zh), owners.say(Lang::En))
	}

	/// A sum of money.
	pub fn money(self, name: &'static str, value: impl Into<Fen>) -> Self {
		let sum = value.into();
		self.said(name, json!(sum), sum.to_string(), sum.to_string())
	}

	/// A day.
	pub fn day(self, name: &'static str, value: impl Into<Day>) -> Self {
		self.plain(name, value.into())
	}

	/// A party.
	pub fn party(self, name: &'static str, label: PartyLabel) -> Self {
		let (zh, en) = (label.say(Lang::Zh), label.say(Lang::En));
		self.said(name, json!(label), zh, en)
	}

	/// An office.
	pub fn office(self, name: &'static str, label: OfficeLabel) -> Self {
		let (zh, en) = (label.say(Lang::Zh), label.say(Lang::En));
		self.said(name, json!(label), zh, en)
	}

	/// One of the catalogue's words.
	pub fn text(self, name: &'static str, value: Value, text: Text) -> Self {
		self.said(name, value, text.zh.to_string(), text.en.to_string())
	}

	/// Yes or no.
	pub fn yes(self, name: &'static str, value: bool) -> Self {
		self.text(name, json!(value), if value { l::YES } else { l::NO })
	}

	/// A hash, in full for programs.
	pub fn hash(self, name: &'static str, hash: &Hash) -> Self {
		let (full, short) = (format!("{hash:?}"), format!("{hash}"));
		self.said(name, json!(full), short.clone(), short)
	}

	/// Another phrase in the place of a value: of its kind, and what that says.
	pub fn phrase(self, name: &'static str, kind: &'static str, phrase: &Phrase) -> Self {
		let value = match &phrase.fields[..] {
			[] => json!(kind),
			[one] => json!({ kind: one.value }),
			_ => json!({ kind: phrase.values() }),
		};
		self.said(name, value, phrase.say(Lang::Zh), phrase.say(Lang::En))
	}

	/// In words.
	pub fn say(&self, lang: Lang) -> String {
		let values: Vec<(&str, &dyn Display)> = self
			.fields
			.iter()
			.map(|field| {
				let words: &dyn Display = match lang {
					Lang::Zh => &field.zh,
					Lang::En => &field.en,
				};
				(field.name, words)
			})
			.collect();
		self.text.fill(lang, &values)
	}

	/// The values, for programs.
	pub fn values(&self) -> Map<String, Value> {
		self.fields.iter().map(|field| (field.name.to_string(), field.value.clone())).collect()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const SOLD: Text =
		Text { zh: "{amount} 吨售价 {price} 元", en: "{amount} t for {price} yuan" };

	#[test]
	fn one_value_is_told_to_everybody_in_their_way() {
		let sold = Phrase::new(SOLD).amount("amount", Kilograms(1_500)).money("price", Fen(250));
		assert_eq!(sold.say(Lang::Zh), "1.5 吨售价 2.5 元");
		assert_eq!(sold.say(Lang::En), "1.5 t for 2.5 yuan");
		let values = Value::from(sold.values());
		assert_eq!(values["amount"], json!({ "kilograms": 1_500, "tonnes": "1.5" }));
		assert_eq!(values["price"], json!({ "fen": 250, "yuan": "2.5" }));
	}

	#[test]
	fn a_phrase_in_a_phrase_is_a_kind_with_its_values() {
		let outer = || Phrase::new(Text { zh: "因{why}", en: "by {why}" });
		let value = |inner: &Phrase| outer().phrase("why", "sale", inner).values()["why"].clone();
		let plain = Phrase::new(l::YES);
		assert_eq!(value(&plain), "sale");
		assert_eq!(outer().phrase("why", "sale", &plain).say(Lang::Zh), "因是");
		assert_eq!(value(&plain.clone().number("part", 2)), json!({ "sale": 2 }));
		let two = plain.number("part", 2).number("of", 3);
		assert_eq!(value(&two), json!({ "sale": { "part": 2, "of": 3 } }));
	}
}
