//! Names of the chain's kinds: one for programs and command lines, one for each language.

use crate::{
	catalogue::{labels as l, Lang, Text},
	chain::{
		read,
		rules::{Duty, Ecosystem, Ecosystems, Roles},
		vouchers::{
			ChangeKind, Enforcement, EventKind, InspectionMethod, LawfulCause, LossKind, Needs,
			OffsetPurpose, Opinion, TransferCause,
		},
	},
	error::Error,
	phrase::Phrase,
	units::{Day, Kilograms},
};

/// Every duty, in the order of their codes.
pub const DUTIES: [Duty; 14] = [
	Duty::Coordinate,
	Duty::Register,
	Duty::VerifyTenure,
	Duty::Measure,
	Duty::ExpertReview,
	Duty::Accept,
	Duty::Examine,
	Duty::Determine,
	Duty::File,
	Duty::Issue,
	Duty::CertifyOffset,
	Duty::Supervise,
	Duty::OverseeFinance,
	Duty::OperateMarket,
];

/// Every ecosystem, in the order of their codes.
pub const ECOSYSTEMS: [Ecosystem; 5] = [
	Ecosystem::Forest,
	Ecosystem::Farmland,
	Ecosystem::Grassland,
	Ecosystem::Wetland,
	Ecosystem::Marine,
];

/// A duty's words.
pub fn duty_text(duty: &Duty) -> Text {
	match duty {
		Duty::Coordinate => l::DUTY_COORDINATE,
		Duty::Register => l::DUTY_REGISTER,
		Duty::VerifyTenure => l::DUTY_VERIFY_TENURE,
		Duty::Measure => l::DUTY_MEASURE,
		Duty::ExpertReview => l::DUTY_EXPERT_REVIEW,
		Duty::Accept => l::DUTY_ACCEPT,
		Duty::Examine => l::DUTY_EXAMINE,
		Duty::Determine => l::DUTY_DETERMINE,
		Duty::File => l::DUTY_FILE,
		Duty::Issue => l::DUTY_ISSUE,
		Duty::CertifyOffset => l::DUTY_CERTIFY_OFFSET,
		Duty::Supervise => l::DUTY_SUPERVISE,
		Duty::OverseeFinance => l::DUTY_OVERSEE_FINANCE,
		Duty::OperateMarket => l::DUTY_OPERATE_MARKET,
	}
}

/// A duty's name for programs: its English word.
pub fn duty_name(duty: &Duty) -> &'static str {
	duty_text(duty).en
}

/// A duty by name.
pub fn parse_duty(text: &str) -> Result<Duty, Error> {
	let found = DUTIES.into_iter().find(|duty| duty_name(duty).eq_ignore_ascii_case(text.trim()));
	found.ok_or_else(|| not_a_choice(text, DUTIES.iter().map(duty_name)))
}

/// An ecosystem's words.
pub fn ecosystem_text(ecosystem: &Ecosystem) -> Text {
	match ecosystem {
		Ecosystem::Forest => l::FOREST,
		Ecosystem::Farmland => l::FARMLAND,
		Ecosystem::Grassland => l::GRASSLAND,
		Ecosystem::Wetland => l::WETLAND,
		Ecosystem::Marine => l::MARINE,
	}
}

/// An ecosystem's name for programs: its English word.
pub fn ecosystem_name(ecosystem: &Ecosystem) -> &'static str {
	ecosystem_text(ecosystem).en
}

/// An ecosystem by name.
pub fn parse_ecosystem(text: &str) -> Result<Ecosystem, Error> {
	let found = ECOSYSTEMS.into_iter().find(|e| ecosystem_name(e) == text.trim());
	found.ok_or_else(|| not_a_choice(text, ECOSYSTEMS.iter().map(ecosystem_name)))
}

/// The ecosystems in a set; bit n of it is the one with code n.
pub fn ecosystems_of(set: &Ecosystems) -> Vec<Ecosystem> {
	let bits = (0..).zip(ECOSYSTEMS);
	bits.filter(|(bit, _)| set.0 & (1 << bit) != 0).map(|(_, ecosystem)| ecosystem).collect()
}

const ROLES: [(u8, Text); 4] =
	[(1, l::ROLE_OPERATOR), (2, l::ROLE_COUNCIL), (4, l::ROLE_VALIDATOR), (8, l::ROLE_PLATFORM)];

fn roles_in(roles: &Roles) -> impl Iterator<Item = Text> + '_ {
	ROLES.iter().filter(|(bit, _)| roles.0 & bit != 0).map(|(_, text)| *text)
}

/// The names of roles, for programs.
pub fn roles_names(roles: &Roles) -> Vec<&'static str> {
	roles_in(roles).map(|text| text.en).collect()
}

/// Roles in words.
pub fn roles_text(roles: &Roles, lang: Lang) -> String {
	let separator = if lang == Lang::Zh { "、" } else { ", " };
	roles_in(roles).map(|text| text.get(lang)).collect::<Vec<_>>().join(separator)
}

/// Roles by name, separated by commas.
pub fn parse_roles(text: &str) -> Result<Roles, Error> {
	text.split(',').try_fold(Roles(0), |roles, name| {
		let found = ROLES.iter().find(|(_, role)| role.en == name.trim());
		let (bit, _) = found.ok_or_else(|| not_a_choice(name, ROLES.iter().map(|(_, r)| r.en)))?;
		Ok(Roles(roles.0 | bit))
	})
}

/// What an offset is for, in words.
pub fn purpose_text(purpose: &OffsetPurpose, lang: Lang) -> String {
	match purpose {
		OffsetPurpose::AnnualEmissions { year } => l::PURPOSE_ANNUAL.fill(lang, &[("year", year)]),
		OffsetPurpose::Event { kind, name, day } => {
			let kind = match kind {
				EventKind::Meeting => l::EVENT_MEETING,
				EventKind::Forum => l::EVENT_FORUM,
				EventKind::Exhibition => l::EVENT_EXHIBITION,
				EventKind::Contest => l::EVENT_CONTEST,
				EventKind::Performance => l::EVENT_PERFORMANCE,
			};
			let day = Day::from(day.clone());
			l::PURPOSE_EVENT
				.fill(lang, &[("kind", &kind.get(lang)), ("name", &read(name)), ("day", &day)])
		}
		OffsetPurpose::JudicialRestoration { case_no, authority } => l::PURPOSE_JUDICIAL
			.fill(lang, &[("case", &read(case_no)), ("authority", &read(authority))]),
		OffsetPurpose::LandCompensation { assessed_loss, land_use_years, authority, .. } => {
			l::PURPOSE_LAND.fill(
				lang,
				&[
					("tonnes", &Kilograms::from(assessed_loss.clone())),
					("years", land_use_years),
					("authority", &read(authority)),
				],
			)
		}
		OffsetPurpose::TreePlantingDuty { year } => l::PURPOSE_TREES.fill(lang, &[("year", year)]),
		OffsetPurpose::Voluntary { occasion } => {
			l::PURPOSE_VOLUNTARY.fill(lang, &[("occasion", &read(occasion))])
		}
	}
}

/// Why a voucher goes over: its kind for programs, and in words.
pub fn cause_phrase(cause: &TransferCause) -> (&'static str, Phrase) {
	match cause {
		TransferCause::Sale { price } => {
			("sale", Phrase::new(l::KIND_SALE).money("price", price.clone()))
		}
		TransferCause::Gift => ("gift", Phrase::new(l::KIND_GIFT)),
	}
}

/// What people choose from: each by its name for programs and command lines, and in words.
pub trait Choice: Clone + 'static {
	/// All there are, in the order of their codes.
	const ALL: &'static [Self];

	/// Its name and its words.
	fn words(&self) -> (&'static str, Text);

	/// Its name.
	fn name(&self) -> &'static str {
		self.words().0
	}

	/// By name.
	fn parse(name: &str) -> Result<Self, Error> {
		let found = Self::ALL.iter().find(|one| one.name() == name.trim());
		found.cloned().ok_or_else(|| not_a_choice(name, Self::ALL.iter().map(Self::name)))
	}
}

impl Choice for LawfulCause {
	const ALL: &'static [Self] =
		&[Self::Inheritance, Self::Merger, Self::Division, Self::Judgment, Self::OtherLawful];

	fn words(&self) -> (&'static str, Text) {
		match self {
			Self::Inheritance => ("inheritance", l::INHERITANCE),
			Self::Merger => ("merger", l::MERGER),
			Self::Division => ("division", l::DIVISION),
			Self::Judgment => ("judgment", l::JUDGMENT),
			Self::OtherLawful => ("other-lawful", l::OTHER_LAWFUL),
		}
	}
}

impl Choice for ChangeKind {
	const ALL: &'static [Self] = &[Self::Identity, Self::OtherLawful];

	fn words(&self) -> (&'static str, Text) {
		match self {
			Self::Identity => ("identity", l::CHANGE_IDENTITY),
			Self::OtherLawful => ("other-lawful", l::CHANGE_OTHER),
		}
	}
}

impl Choice for LossKind {
	const ALL: &'static [Self] = &[Self::Lost, Self::Destroyed];

	fn words(&self) -> (&'static str, Text) {
		match self {
			Self::Lost => ("lost", l::LOST),
			Self::Destroyed => ("destroyed", l::DESTROYED),
		}
	}
}

impl Choice for InspectionMethod {
	const ALL: &'static [Self] = &[Self::OnSite, Self::Documents, Self::Systems];

	fn words(&self) -> (&'static str, Text) {
		match self {
			Self::OnSite => ("on-site", l::METHOD_ON_SITE),
			Self::Documents => ("documents", l::METHOD_DOCUMENTS),
			Self::Systems => ("systems", l::METHOD_SYSTEMS),
		}
	}
}

impl Choice for Opinion {
	const ALL: &'static [Self] = &[Self::Agrees, Self::Objects, Self::Silent];

	fn words(&self) -> (&'static str, Text) {
		match self {
			Self::Agrees => ("agrees", l::OPINION_AGREES),
			Self::Objects => ("objects", l::OPINION_OBJECTS),
			Self::Silent => ("silent", l::OPINION_SILENT),
		}
	}
}

impl Choice for Enforcement {
	const ALL: &'static [Self] = &[Self::Agreement, Self::Sale, Self::Court];

	fn words(&self) -> (&'static str, Text) {
		match self {
			Self::Agreement => ("agreement", l::WAY_AGREEMENT),
			Self::Sale => ("sale", l::WAY_SALE),
			Self::Court => ("court", l::WAY_COURT),
		}
	}
}

/// A share in per cent, of millionths.
pub fn percent(millionths: u32) -> String {
	let text = format!("{}.{:04}", millionths / 10_000, millionths % 10_000);
	text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// Whom a transfer waits for, in words.
pub fn needs_text(needs: &Needs, lang: Lang) -> String {
	let receiver = needs.receiver.then_some(l::NEEDS_RECEIVER.get(lang));
	let duty = needs.duty.as_ref().map(|duty| duty_text(duty).get(lang));
	let separator = if lang == Lang::Zh { "、" } else { ", " };
	receiver.into_iter().chain(duty).collect::<Vec<_>>().join(separator)
}

fn not_a_choice<'a>(text: &str, choices: impl Iterator<Item = &'a str>) -> Error {
	let choices = choices.collect::<Vec<_>>().join(", ");
	Error::NotAChoice { text: text.trim().to_string(), choices }
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn names_read_back() {
		for duty in DUTIES {
			assert_eq!(parse_duty(duty_name(&duty)).unwrap(), duty);
		}
		for ecosystem in ECOSYSTEMS {
			assert_eq!(parse_ecosystem(ecosystem_name(&ecosystem)).unwrap(), ecosystem);
		}
		let roles = parse_roles("operator, council").unwrap();
		assert_eq!(roles, Roles(3));
		assert_eq!(roles_names(&roles), ["operator", "council"]);
		fn read_back<T: Choice + PartialEq + std::fmt::Debug>() {
			assert!(T::ALL.iter().all(|one| T::parse(one.name()).unwrap() == *one));
			assert!(matches!(T::parse("?"), Err(Error::NotAChoice { .. })));
		}
		read_back::<LawfulCause>();
		read_back::<ChangeKind>();
		read_back::<LossKind>();
		read_back::<InspectionMethod>();
		read_back::<Opinion>();
		read_back::<Enforcement>();
		assert!(matches!(parse_duty("Sweep"), Err(Error::NotAChoice { .. })));
		assert!(matches!(parse_roles("operator,king"), Err(Error::NotAChoice { .. })));
		assert_eq!(ecosystems_of(&Ecosystems(0b10001)), [Ecosystem::Forest, Ecosystem::Marine]);
	}

	#[test]
	fn shares_read_as_percentages() {
		assert_eq!(percent(400_000), "40");
		assert_eq!(percent(333_333), "33.3333");
		assert_eq!(percent(1), "0.0001");
	}
}
