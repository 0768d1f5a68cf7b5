use super::Context;
use crate::{
	catalogue::{help as h, labels as l, Lang},
	error::Error,
	keys::Key,
	table::fields,
	view::Show,
};
use clap::Subcommand;
use serde::Serialize;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	#[command(about = h::KEY_NEW.here())]
	New {
		#[arg(help = h::KEY_FILE.here())]
		file: PathBuf,
	},
	#[command(about = h::KEY_SHOW.here())]
	Show,
}

#[derive(Serialize)]
struct KeyView {
	account: String,
	public_key: String,
}

impl Show for KeyView {
	fn show(&self, lang: Lang) -> String {
		fields(&[
			(l::ACCOUNT.get(lang), &self.account),
			(l::PUBLIC_KEY.get(lang), &self.public_key),
		])
	}
}

impl Command {
	pub(super) fn run(self, context: &Context) -> Result<(), Error> {
		let key = match self {
			Self::New { file } => Key::create(&file)?,
			Self::Show => context.key()?,
		};
		context.print(&KeyView {
			account: key.account().to_string(),
			public_key: format!("0x{}", hex::encode(key.public_key())),
		});
		Ok(())
	}
}
