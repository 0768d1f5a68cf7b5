//! Mistakes in a command line, and help, in the reader's language.

use crate::{
	catalogue::{
		usage::{self as u, frame},
		Lang,
	},
	error::{Error, UsageError},
};
use clap::error::{ContextKind as Of, ContextValue, ErrorKind as Kind};
use std::fmt::Display;

/// What came of a command line that is none of ours to run.
pub(super) enum Unparsed {
	/// Help or the version, which was asked for.
	Asked(String),
	/// Help, because nothing was asked for.
	Unasked(String),
	/// It is wrong.
	Wrong(Error),
}

/// Reads what the parser says. A program that asked for JSON has no use for unasked help.
pub(super) fn unparsed(error: &clap::Error, lang: Lang, json: bool) -> Unparsed {
	let help = || framed(&error.render().to_string(), lang);
	match error.kind() {
		Kind::DisplayHelp | Kind::DisplayVersion => Unparsed::Asked(help()),
		Kind::DisplayHelpOnMissingArgumentOrSubcommand if !json => Unparsed::Unasked(help()),
		kind => {
			// The same mistake has one code, with options before it or without.
			let code = match kind {
				Kind::DisplayHelpOnMissingArgumentOrSubcommand => Kind::MissingSubcommand,
				kind => kind,
			};
			Unparsed::Wrong(Error::Usage(UsageError {
				code: format!("{code:?}"),
				zh: said(error, Lang::Zh),
				en: said(error, Lang::En),
			}))
		}
	}
}

/// Help in one language: what the parser wrote around ours is in English.
fn framed(help: &str, lang: Lang) -> String {
	let frames = frame::ALL.iter();
	frames.fold(help.to_string(), |help, (_, text)| help.replace(text.en, text.get(lang)))
}

/// The mistake, what may be meant, and how it is written, in one line.
fn said(error: &clap::Error, lang: Lang) -> String {
	let mut sentences = vec![mistake(error, lang)];
	let similar = [Of::SuggestedSubcommand, Of::SuggestedArg, Of::SuggestedValue];
	if let Some(similar) = similar.into_iter().find_map(|kind| listed(error, kind, lang)) {
		sentences.push(u::SIMILAR.fill(lang, &[("similar", &similar)]));
	}
	let usage = error.get(Of::Usage).map(ToString::to_string).unwrap_or_default();
	let usage = usage.trim().trim_start_matches(frame::USAGE.en).split_whitespace();
	let usage = framed(&usage.collect::<Vec<_>>().join(" "), lang);
	if !usage.is_empty() {
		let end = if lang == Lang::Zh { "。" } else { "." };
		sentences.push(u::USAGE.fill(lang, &[("usage", &usage)]) + end);
	}
	sentences.push(u::HELP.get(lang).to_string());
	sentences.join(if lang == Lang::Zh { "" } else { " " })
}

fn mistake(error: &clap::Error, lang: Lang) -> String {
	let text = |kind| listed(error, kind, lang).unwrap_or_default();
	let (argument, value) = (text(Of::InvalidArg), text(Of::InvalidValue));
	let (command, choices) = (text(Of::InvalidSubcommand), text(Of::ValidValue));
	let say = |template: crate::catalogue::Text, values: &[(&str, &dyn Display)]| {
		template.fill(lang, values)
	};
	let (the_argument, given): ((&str, &dyn Display), (&str, &dyn Display)) =
		(("argument", &argument), ("given", &value));
	match error.kind() {
		Kind::InvalidSubcommand => say(u::UNKNOWN_COMMAND, &[("given", &command)]),
		Kind::UnknownArgument => say(u::UNKNOWN_ARGUMENT, &[("given", &argument)]),
		Kind::MissingRequiredArgument => say(u::MISSING, &[("arguments", &argument)]),
		Kind::MissingSubcommand => {
			say(u::NO_COMMAND, &[("given", &command), ("choices", &text(Of::ValidSubcommand))])
		}
		Kind::DisplayHelpOnMissingArgumentOrSubcommand => u::NOTHING_ASKED.get(lang).to_string(),
		Kind::InvalidValue if value.is_empty() => say(u::NO_VALUE, &[the_argument]),
		Kind::InvalidValue => say(u::NOT_A_CHOICE, &[the_argument, given, ("choices", &choices)]),
		// Whole numbers are all that the parser reads itself.
		Kind::ValueValidation => say(u::NOT_WHOLE, &[the_argument, given]),
		Kind::ArgumentConflict => match text(Of::PriorArg) {
			others if others == argument => say(u::TWICE, &[the_argument]),
			others => say(u::CONFLICT, &[the_argument, ("others", &others)]),
		},
		Kind::TooManyValues => say(u::TOO_MANY, &[the_argument, given]),
		_ => u::OTHERWISE.get(lang).to_string(),
	}
}

/// What the parser says of something; `None`: nothing.
fn listed(error: &clap::Error, kind: Of, lang: Lang) -> Option<String> {
	let text = match error.get(kind)? {
		ContextValue::Strings(all) => all.join(if lang == Lang::Zh { "、" } else { ", " }),
		one => one.to_string(),
	};
	Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
	use super::{super::Cli, *};
	use clap::CommandFactory;

	fn parse(line: &str, json: bool) -> Unparsed {
		let words = ["tanpiao"].into_iter().chain(line.split_whitespace());
		let error = Cli::command().try_get_matches_from(words).expect_err(line);
		unparsed(&error, Lang::Zh, json)
	}

	fn wrong(line: &str) -> UsageError {
		match parse(line, true) {
			Unparsed::Wrong(Error::Usage(error)) => error,
			_ => panic!("{line} is asked for"),
		}
	}

	fn has_chinese(text: &str) -> bool {
		text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
	}

	#[test]
	fn each_mistake_is_said_in_both_languages_under_its_code() {
		let transfer = "voucher transfer WH-2026-000001 --to 2";
		for (line, code, named) in [
			("sell", "InvalidSubcommand", "sell"),
			("voucher sell", "InvalidSubcommand", "sell"),
			("vouchr", "InvalidSubcommand", "voucher"),
			("voucher", "MissingSubcommand", ""),
			("--json", "MissingSubcommand", "pledge"),
			("", "MissingSubcommand", ""),
			("voucher show", "MissingRequiredArgument", "<NUMBER>"),
			("voucher transfer --gift", "MissingRequiredArgument", "--to <TO>"),
			(transfer, "MissingRequiredArgument", "--price <PRICE>"),
			("pledge show one", "ValueValidation", "one"),
			("pledge show 4294967296", "ValueValidation", "4294967296"),
			("--lang fr totals", "InvalidValue", "zh"),
			("party consent perhaps", "InvalidValue", "true"),
			("totals --key", "InvalidValue", "--key <KEY>"),
			("totals --all", "UnknownArgument", "--all"),
			("totals --jsom", "UnknownArgument", "--json"),
			("totals --url a --url b", "ArgumentConflict", "--url"),
			("voucher show A B", "UnknownArgument", "B"),
			("totals --json=1", "TooManyValues", "--json"),
		] {
			let error = wrong(line);
			assert_eq!(error.code, code, "{line}: {}", error.en);
			for said in [&error.zh, &error.en] {
				assert!(said.contains(named), "{line}: {said}");
				assert!(said.contains("--help") && !said.contains('\n'), "{line}: {said}");
				assert!(!said.contains("“”"), "{line}: {said}");
			}
			assert!(has_chinese(&error.zh) && !has_chinese(&error.en), "{line}: {error:?}");
			for (_, frame) in frame::ALL {
				assert!(!error.zh.contains(frame.en), "{line}: {}", error.zh);
			}
		}
		let both = wrong(&format!("{transfer} --gift --price 1"));
		assert_eq!(both.code, "ArgumentConflict");
		assert!(both.zh.contains("--gift") && both.zh.contains("--price <PRICE>"), "{}", both.zh);
		assert!(both.zh.contains("不能与"), "{}", both.zh);
	}

	#[test]
	fn help_that_nobody_asked_for_is_for_people_only() {
		assert!(matches!(parse("voucher", false), Unparsed::Unasked(help) if has_chinese(&help)));
		assert!(matches!(parse("voucher", true), Unparsed::Wrong(_)));
		for asked in ["--help", "help voucher", "voucher show --help", "--version"] {
			assert!(matches!(parse(asked, true), Unparsed::Asked(_)), "{asked}");
		}
	}

	/// Ours is in the language of the process, so that only the frame is looked at.
	#[test]
	fn nothing_around_help_stays_english() {
		let mut command = Cli::command();
		command.build();
		let (mut waiting, mut seen) = (vec![command], 0);
		while let Some(mut command) = waiting.pop() {
			let help = framed(&command.render_help().to_string(), Lang::Zh);
			for (name, text) in frame::ALL {
				assert!(!help.contains(text.en), "{name}: {help}");
			}
			for line in help.lines().filter(|line| !line.is_empty() && !line.starts_with(' ')) {
				let ours = command.get_about().map(ToString::to_string);
				assert!(has_chinese(line) || ours.as_deref() == Some(line), "{line}");
			}
			seen += 1;
			waiting.extend(command.get_subcommands().cloned());
		}
		assert!(seen > 60, "{seen}");
		let top = framed(&Cli::command().render_help().to_string(), Lang::Zh);
		for part in [
			"用法：tanpiao [选项] <命令>",
			"[默认：120]",
			"[可选：zh, en]",
			"[环境变量：TANPIAO_KEY]",
		] {
			assert!(top.contains(part), "{part}: {top}");
		}
	}
}
