//! Schemes.

use super::{
	words::{duty_name, duty_text, ecosystem_name, ecosystems_of},
	Show,
};
use crate::{
	catalogue::{labels as l, Lang},
	chain::{
		read,
		rules::{Duty, DutyRule, Ecosystem, SchemeRules},
		schemes::SchemeOverview,
	},
	directory::{Name, OfficeLabel},
	table::{fields, Align, Table},
	units::Day,
};
use serde::Serialize;

/// What transactions obey.
#[derive(Clone, Debug, Serialize)]
pub struct RulesView {
	/// West, south, east, north, in units of 1e-7 degrees.
	pub bounds: [i32; 4],
	/// What its land may be.
	pub ecosystems: Vec<&'static str>,
	/// The duty that effects sales; none: the parties' signatures.
	pub sale_effected_by: Option<&'static str>,
	/// The duty that effects gifts.
	pub gift_effected_by: Option<&'static str>,
	/// Days of notice of a loss.
	pub loss_notice_days: u16,
	/// Days that a transfer waits.
	pub transfer_days: u16,
	/// Days that a pledge offer waits.
	pub pledge_offer_days: u16,
	/// Days that an offset request waits.
	pub offset_days: u16,
	/// Days that an act waits for more of the owners.
	pub proposal_days: u16,
	/// Days in which the other owners may take a share on sale.
	pub preemption_days: u16,
	/// First day in force.
	pub valid_from: Day,
	/// First day not in force any more.
	pub valid_until: Option<Day>,
	#[serde(skip)]
	kinds: Vec<Ecosystem>,
	#[serde(skip)]
	effects: [Option<Duty>; 2],
}

impl From<&SchemeRules> for RulesView {
	fn from(rules: &SchemeRules) -> Self {
		let kinds = ecosystems_of(&rules.ecosystems);
		let (sale, gift) = (rules.effects.sale.clone(), rules.effects.gift.clone());
		let bounds = &rules.bounds;
		Self {
			bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
			ecosystems: kinds.iter().map(ecosystem_name).collect(),
			sale_effected_by: sale.as_ref().map(duty_name),
			gift_effected_by: gift.as_ref().map(duty_name),
			loss_notice_days: rules.periods.loss_notice,
			transfer_days: rules.periods.transfer,
			pledge_offer_days: rules.periods.pledge_offer,
			offset_days: rules.periods.offset,
			proposal_days: rules.periods.proposal,
			preemption_days: rules.periods.preemption,
			valid_from: rules.valid_from.clone().into(),
			valid_until: rules.valid_until.clone().map(Into::into),
			kinds,
			effects: [sale, gift],
		}
	}
}

impl RulesView {
	fn validity(&self, lang: Lang) -> String {
		let end = match self.valid_until {
			Some(day) => day.to_string(),
			None => l::NO_END.get(lang).to_string(),
		};
		format!("{} – {end}", self.valid_from)
	}

	fn effects(&self, lang: Lang) -> String {
		let said = self.effects.iter().map(|duty| match duty {
			Some(duty) => duty_text(duty).get(lang),
			None => l::THE_PARTIES.get(lang),
		});
		let causes = [l::SALE, l::KIND_GIFT].map(|cause| cause.get(lang));
		let pairs = causes.iter().zip(said).map(|(cause, who)| format!("{cause}: {who}"));
		pairs.collect::<Vec<_>>().join("; ")
	}
}

/// A duty and who holds it.
#[derive(Clone, Debug, Serialize)]
pub struct DutyView {
	/// The duty's name.
	pub duty: &'static str,
	/// Whether all of them sign together.
	pub all: bool,
	/// Who holds it.
	pub offices: Vec<OfficeLabel>,
	#[serde(skip)]
	kind: Duty,
}

/// A scheme.
#[derive(Clone, Debug, Serialize)]
pub struct SchemeView {
	/// Its number on chain.
	pub number: u16,
	/// What its numbers begin with.
	pub code: String,
	/// Short name.
	pub name: Name,
	/// The measure's full name.
	pub instrument: Name,
	/// What its vouchers are not.
	pub statement: Name,
	/// What transactions obey.
	pub rules: RulesView,
	/// The duties that somebody holds.
	pub duties: Vec<DutyView>,
}

impl From<SchemeOverview> for SchemeView {
	fn from(overview: SchemeOverview) -> Self {
		let profile = &overview.profile;
		let duties = overview.duties.iter().map(|held| DutyView {
			duty: duty_name(&held.duty),
			all: held.rule == DutyRule::All,
			offices: held
				.offices
				.iter()
				.map(|holder| OfficeLabel {
					number: holder.id.0,
					code: read(&holder.office.code.0),
					name: Name::from(&holder.office.names),
				})
				.collect(),
			kind: held.duty.clone(),
		});
		let both = |zh, en| Name { zh: read(zh), en: read(en) };
		Self {
			number: overview.scheme.0,
			code: read(&profile.code.0),
			name: Name::from(&profile.names),
			instrument: both(&profile.instrument.zh, &profile.instrument.en),
			statement: both(&profile.statement.zh, &profile.statement.en),
			rules: RulesView::from(&overview.rules),
			duties: duties.collect(),
		}
	}
}

impl Show for SchemeView {
	fn show(&self, lang: Lang) -> String {
		let rules = &self.rules;
		let kinds = rules.kinds.iter().map(|kind| super::ecosystem_text(kind).get(lang));
		let degrees = rules.bounds.map(|d| format!("{:.4}", f64::from(d) / 1e7)).join(", ");
		let periods = [
			rules.loss_notice_days,
			rules.transfer_days,
			rules.pledge_offer_days,
			rules.offset_days,
			rules.proposal_days,
			rules.preemption_days,
		];
		let periods = l::PERIODS_OF.map(|of| of.get(lang)).into_iter().zip(periods);
		let periods = periods.map(|(of, days)| format!("{of} {days}")).collect::<Vec<_>>();
		let head = fields(&[
			(l::CODE.get(lang), self.code.clone()),
			(l::NAME.get(lang), self.name.get(lang).to_string()),
			(l::INSTRUMENT.get(lang), self.instrument.get(lang).to_string()),
			(l::STATEMENT.get(lang), self.statement.get(lang).to_string()),
			(l::VALIDITY.get(lang), rules.validity(lang)),
			(l::ECOSYSTEMS.get(lang), kinds.collect::<Vec<_>>().join(", ")),
			(l::BOUNDS.get(lang), degrees),
			(l::EFFECTED_BY.get(lang), rules.effects(lang)),
			(l::PERIODS.get(lang), periods.join(", ")),
		]);
		let mut table = Table::new([
			(l::DUTY.get(lang), Align::Left),
			(l::OFFICES.get(lang), Align::Left),
			(l::RULE.get(lang), Align::Left),
		]);
		for duty in &self.duties {
			let rule = if duty.all { l::RULE_ALL } else { l::RULE_ANY };
			let rule = if duty.offices.len() > 1 { rule.get(lang) } else { "" };
			let offices: Vec<_> = duty.offices.iter().map(|office| office.say(lang)).collect();
			table.row([duty_text(&duty.kind).get(lang), &offices.join(", "), rule]);
		}
		format!("{head}\n{}", table.render())
	}
}

impl Show for Vec<SchemeView> {
	fn show(&self, lang: Lang) -> String {
		let mut table = Table::new([
			(l::CODE.get(lang), Align::Left),
			(l::NAME.get(lang), Align::Left),
			(l::VALIDITY.get(lang), Align::Left),
			(l::INSTRUMENT.get(lang), Align::Left),
		]);
		for scheme in self {
			table.row([
				&scheme.code,
				scheme.name.get(lang),
				&scheme.rules.validity(lang),
				scheme.instrument.get(lang),
			]);
		}
		table.render()
	}
}
