//! Parties and their accounts, as a registering office enters them.

use crate::World;
use std::fmt;

/// An account's signature is good for so many blocks.
const GOOD_FOR: u64 = 10_000;

/// A registered organisation. It is written as its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
	/// Its number.
	pub number: u64,
	/// Its name.
	pub name: String,
	/// The key of its account, where it has one.
	pub key: String,
}

impl fmt::Display for Party {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.number.fmt(f)
	}
}

/// An office that registers parties of a scheme.
pub struct Registrar<'a> {
	/// Where.
	pub world: &'a World,
	/// The office's key.
	pub key: &'a str,
	/// The scheme's code.
	pub scheme: &'a str,
}

impl Registrar<'_> {
	/// Registers an organisation under a made-up credit code, without an account.
	pub async fn enters(&self, name: &str, serial: u32) -> Party {
		let Self { world, key, scheme } = self;
		let code = credit_code(serial);
		let line = format!("party register-org --scheme {scheme} --name '{name}' --code {code}");
		let receipt = world.act(key, &line).await;
		let party = &receipt.event("PartyRegistered")["party"];
		assert_eq!(party["name"], name);
		let number = party["number"].as_u64().expect("a party has a number");
		Party { number, name: name.into(), key: String::new() }
	}

	/// Registers an organisation, and the account of its own key.
	pub async fn registers(&self, name: &str, serial: u32, own: &str) -> Party {
		let party = self.enters(name, serial).await;
		self.binds(&party, own).await;
		Party { key: own.into(), ..party }
	}

	/// Lets the account of a key act for a party, upon its signature.
	pub async fn binds(&self, party: &Party, own: &str) {
		let Self { world, key, .. } = self;
		let until = world.block().await + GOOD_FOR;
		let sign = format!("party sign-account --party {party} --valid-until {until}");
		let signed = world.run(own, &sign).await.unwrap_or_else(|problem| panic!("{problem}"));
		let text = |name: &str| signed[name].as_str().expect("it is signed").to_owned();
		let (account, signature) = (text("account"), text("signature"));
		let line = format!(
			"party add-account --party {party} --account {account} --valid-until {until} \
			 --signature {signature}"
		);
		let receipt = world.act(key, &line).await;
		assert_eq!(receipt.event("AccountAdded")["account"], account.as_str());
	}
}

/// A made-up unified social credit code with its check character (GB 32100-2015).
pub fn credit_code(serial: u32) -> String {
	const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	let body = format!("9135042800{serial:07}");
	let value = |letter| ALPHABET.find(letter).expect("it is in the alphabet");
	let weights = (0..).map(|place| 3usize.pow(place) % 31);
	let sum: usize = body.chars().zip(weights).map(|(letter, weight)| value(letter) * weight).sum();
	let check = ALPHABET.chars().nth((31 - sum % 31) % 31).expect("it is one of 31");
	format!("{body}{check}")
}

#[cfg(test)]
mod tests {
	use super::credit_code;
	use tanpiao_client::chain;

	#[test]
	fn made_up_codes_have_the_right_check_character() {
		for serial in [0, 1, 17, 9_999_999] {
			let code = credit_code(serial);
			assert!(chain::credit_code(&code).is_ok(), "{code}");
		}
	}
}
