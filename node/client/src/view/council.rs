//! The council's seats and motions.

use super::{duty_name, roles_names, Show};
use crate::{
	catalogue::{labels as l, Lang},
	chain::{
		read,
		rules::Actor,
		runtime::{
			schemes::Call as Schemes, system::Call as System, utility::Call as Utility, Call,
		},
	},
	council::Motion,
	directory::{Directory, OfficeLabel},
	error::Error,
	table::{Align, Table},
};
use serde::Serialize;

/// A motion before the council.
#[derive(Clone, Debug, Serialize)]
pub struct MotionView {
	/// Its number.
	pub number: u32,
	/// Hash of its call.
	pub hash: String,
	/// What it does.
	pub content: String,
	/// How many votes it needs.
	pub threshold: u32,
	/// Who is for it.
	pub ayes: Vec<String>,
	/// Who is against it.
	pub nays: Vec<String>,
	/// The last block in which it can be voted on.
	pub end: u32,
}

/// The council.
#[derive(Clone, Debug, Serialize)]
pub struct CouncilView {
	/// Its seats: account and office.
	pub seats: Vec<(String, Option<OfficeLabel>)>,
	/// What is before them.
	pub motions: Vec<MotionView>,
}

/// How many characters of a call that has no words of its own: some carry whole runtimes.
const MOST: usize = 200;

/// A call in short: its name, and what it names.
fn content(call: &Call) -> String {
	match call {
		Call::Utility(
			Utility::batch { calls }
			| Utility::batch_all { calls }
			| Utility::force_batch { calls },
		) => calls.iter().map(content).collect::<Vec<_>>().join("; "),
		Call::Schemes(call) => match call {
			Schemes::add_scheme { profile, .. } => format!("add_scheme {}", read(&profile.code.0)),
			Schemes::update_scheme { scheme, .. } => format!("update_scheme {}", scheme.0),
			Schemes::add_office { code, .. } => format!("add_office {}", read(&code.0)),
			Schemes::update_office { office, .. } => format!("update_office {}", office.0),
			Schemes::set_office_active { office, active } => {
				format!("set_office_active {} {active}", office.0)
			}
			Schemes::assign_duty { scheme, duty, offices, .. } => {
				let offices: Vec<_> = offices.0.iter().map(|office| office.0.to_string()).collect();
				format!("assign_duty {} {} [{}]", scheme.0, duty_name(duty), offices.join(","))
			}
			Schemes::add_account { office, account, roles } => {
				format!("add_account {} {account} {}", office.0, roles_names(roles).join(","))
			}
			Schemes::remove_account { account } => format!("remove_account {account}"),
			Schemes::set_roles { account, roles } => {
				format!("set_roles {account} {}", roles_names(roles).join(","))
			}
		},
		// Who votes for an upgrade compares its hash.
		Call::System(System::authorize_upgrade { code_hash }) => {
			format!("authorize_upgrade {code_hash:?}")
		}
		other => {
			let debug = format!("{other:?}");
			debug.chars().take(MOST).collect()
		}
	}
}

impl Directory {
	/// The council's seats, with the motions before them.
	pub async fn council(&mut self) -> Result<CouncilView, Error> {
		let mut seats = Vec::new();
		for account in self.state().seats().await? {
			let office = match self.state().actor_of(&account).await? {
				Some(Actor::Office(office, _)) => Some(self.office(office).await?),
				_ => None,
			};
			seats.push((account.to_string(), office));
		}
		let motions = self.state().open_motions().await?.into_iter();
		let accounts = |list: &[crate::chain::AccountId]| {
			list.iter().map(ToString::to_string).collect::<Vec<_>>()
		};
		let motions = motions.map(|motion: Motion| MotionView {
			number: motion.index,
			hash: format!("{:?}", motion.hash),
			content: content(&motion.call),
			threshold: motion.threshold,
			ayes: accounts(&motion.ayes),
			nays: accounts(&motion.nays),
			end: motion.end,
		});
		Ok(CouncilView { seats, motions: motions.collect() })
	}
}

impl Show for CouncilView {
	fn show(&self, lang: Lang) -> String {
		let columns = [(l::SEAT.get(lang), Align::Left), (l::OFFICE.get(lang), Align::Left)];
		let mut seats = Table::new(columns);
		for (account, office) in &self.seats {
			let office = office.as_ref().map(|office| office.say(lang));
			seats.row([account.clone(), office.unwrap_or_default()]);
		}
		let mut motions = Table::new([
			(l::MOTION.get(lang), Align::Right),
			(l::THRESHOLD.get(lang), Align::Right),
			(l::AYES.get(lang), Align::Right),
			(l::NAYS.get(lang), Align::Right),
			(l::ENDS.get(lang), Align::Right),
			(l::CONTENT.get(lang), Align::Left),
		]);
		for motion in &self.motions {
			motions.row([
				motion.number.to_string(),
				motion.threshold.to_string(),
				motion.ayes.len().to_string(),
				motion.nays.len().to_string(),
				motion.end.to_string(),
				motion.content.clone(),
			]);
		}
		match motions.is_empty() {
			true => seats.render(),
			false => format!("{}\n{}", seats.render(), motions.render()),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::Hash;

	#[test]
	fn an_upgrade_is_shown_by_its_whole_hash() {
		let code_hash = Hash::repeat_byte(0xab);
		let upgrade = Call::System(System::authorize_upgrade { code_hash });
		assert_eq!(content(&upgrade), format!("authorize_upgrade 0x{}", "ab".repeat(32)));
		let batch = Call::Utility(Utility::batch_all { calls: vec![upgrade.clone(), upgrade] });
		assert_eq!(content(&batch).matches(&"ab".repeat(32)).count(), 2);
		let code = vec![7; 10_000];
		let whole = Call::System(System::apply_authorized_upgrade { code });
		assert_eq!(content(&whole).chars().count(), MOST);
	}
}
