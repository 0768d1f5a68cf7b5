use super::Context;
use crate::{catalogue::help as h, error::Error};
use clap::Args;

#[derive(Args)]
pub struct Command {
	#[arg(help = h::AUDIT_SCHEME.here())]
	scheme: Option<String>,
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let mut names = context.directory().await?;
		let mut audits = Vec::new();
		for scheme in names.schemes_of(self.scheme.as_deref()).await? {
			audits.push(names.audit(scheme).await?);
		}
		context.print(&audits);
		Ok(())
	}
}
