use super::Context;
use crate::{
	catalogue::{help as h, labels as l},
	error::Error,
	forms::read_form,
	play::{Player, Taken},
};
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
	path::PathBuf,
	sync::atomic::{AtomicUsize, Ordering},
};

#[derive(Args)]
pub struct Command {
	#[arg(help = h::PLAY_FILE.here())]
	file: PathBuf,
}

impl Command {
	pub(super) async fn run(self, context: &Context) -> Result<(), Error> {
		let player = Player::new(context.client().await?, read_form(&self.file)?)?;
		let steps = u64::try_from(player.steps()).unwrap_or(u64::MAX);
		let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
		let template = "{bar:40} {pos}/{len} {prefix} {elapsed} {wide_msg}";
		if let Ok(style) = ProgressStyle::with_template(template) {
			bar.set_style(style);
		}
		bar.set_prefix(l::PLAY_STEPS.get(context.lang));
		let standing = AtomicUsize::new(0);
		let played = player.run(|step, taken| {
			if taken == Taken::Before {
				standing.fetch_add(1, Ordering::Relaxed);
			}
			bar.set_message(format!("{} {}", step.case.join(", "), step.act.name()));
			bar.inc(1);
		});
		let played = played.await;
		bar.finish_and_clear();
		played?;
		context.print(&player.report(standing.into_inner()).await?);
		Ok(())
	}
}
