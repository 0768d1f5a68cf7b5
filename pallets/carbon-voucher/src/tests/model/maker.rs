//! Makes steps: mostly ones that can be done, and a good share of wrong ones.

use super::{
	ledger::{may_dispose, Ledger, Paper, Who},
	ops::Op,
	random::Random,
};
use crate::{mock::*, *};
use tanpiao_support::*;

/// Chooses what is done next, looking at what there is.
pub struct Maker<'a> {
	pub random: &'a mut Random,
	pub ledger: &'a Ledger,
	/// Whether vouchers of several owners are wanted.
	pub co_owned: bool,
}

/// A way to make a step, and how often it is tried.
type Kind = (&'static str, u64, fn(&mut Maker) -> Option<Op>);

macro_rules! kinds {
	($($weight:literal $make:ident,)*) => {
		/// Every way.
		const KINDS: &[Kind] = &[$((stringify!($make), $weight, |maker| maker.$make())),*];
	};
}

kinds! {
	6 issue,
	8 split,
	8 merge,
	10 transfer,
	6 accept_transfer,
	5 effect_transfer,
	2 refuse_transfer,
	2 cancel_transfer,
	9 offer_pledge,
	9 accept_pledge,
	1 decline_pledge,
	1 withdraw_pledge_offer,
	1 release_pledge,
	3 release_part,
	9 propose_pledge_change,
	7 accept_pledge_change,
	1 drop_pledge_change,
	5 sell_pledged,
	5 enforce_by_court,
	7 request_offset,
	2 withdraw_offset,
	4 certify_offset,
	1 refuse_offset,
	8 freeze,
	2 extend_freeze,
	4 lift_freeze,
	4 report_loss,
	4 report_found,
	3 record_inspection,
	5 open,
	4 deliver,
	1 close,
	6 wait,
	6 sweep,
	2 suspend,
	1 ask_consent,
	2 license,
	1 assign,
	9 propose,
	9 sign_proposal,
	1 withdraw_proposal,
	2 partition,
	6 offer_share,
	5 take_share,
	5 complete_share,
	1 withdraw_share_offer,
	4 enter_transfer,
	2 record_change,
}

/// How often each way is tried in one sequence: some hardly and some all the time, so that sequences
/// differ. In some of them little else is done than to split what is held.
pub fn moods(random: &mut Random) -> Vec<u64> {
	let splitting = random.percent(8);
	let mood = |(name, weight, _): &Kind| {
		weight
			* match *name {
				"split" if splitting => 40,
				"offer_pledge" | "accept_pledge" | "release_part" | "freeze" if splitting => 6,
				_ if splitting => 1,
				_ => random.one(&[0, 1, 2, 2, 2, 12]),
			} + 1
	};
	KINDS.iter().map(mood).collect()
}

impl<'a> Maker<'a> {
	pub fn new(random: &'a mut Random, ledger: &'a Ledger) -> Self {
		Self { random, ledger, co_owned: false }
	}

	/// The next step. `moods`: how often each way is tried.
	pub fn next(&mut self, moods: &[u64]) -> Op {
		if self.ledger.papers.len() < 4 && self.random.percent(40) {
			if let Some(op) = self.issue() {
				return op;
			}
		}
		if self.random.percent(30) {
			if let Some(op) = self.follow_up() {
				return op;
			}
		}
		loop {
			let at = self.random.weighted(moods);
			let (_, _, make) = KINDS[at];
			if let Some(op) = make(self) {
				return op;
			}
		}
	}

	/// What something waits for, lest all would be overtaken by other acts.
	fn follow_up(&mut self) -> Option<Op> {
		let follow_ups: &[fn(&mut Self) -> Option<Op>] = &[
			|maker| maker.accept_pledge(),
			|maker| maker.accept_pledge(),
			|maker| maker.propose_pledge_change(),
			|maker| maker.propose_pledge_change(),
			|maker| maker.accept_pledge_change(),
			|maker| maker.accept_transfer(),
			|maker| maker.effect_transfer(),
			|maker| maker.accept_pledge_change(),
			|maker| maker.sell_pledged(),
			|maker| maker.certify_offset(),
			|maker| maker.sign_proposal(),
			|maker| maker.sign_proposal(),
			|maker| maker.complete_share(),
		];
		self.random.one(follow_ups)(self)
	}

	pub fn call(who: Who, call: Call<Test>) -> Option<Op> {
		Some(Op::Call(who, Box::new(call)))
	}

	/// The one who should sign, or rarely another.
	pub fn signer(&mut self, right: PartyId) -> Who {
		match self.random.below(100) {
			0 => Who::Stranger,
			1 => Who::Office(FORESTRY),
			2..=6 => Who::Party(self.party()),
			_ => Who::Party(right),
		}
	}

	/// The office that has a duty, or rarely somebody else.
	pub fn officer(&mut self, scheme: SchemeId, duty: Duty) -> Who {
		match self.random.below(100) {
			0 => Who::Stranger,
			1 => Who::Party(VILLAGE),
			2..=7 => Who::Office(self.random.one(&[FORESTRY, ECOLOGY, PLATFORM, OTHER])),
			_ => Who::Office(self.ledger.duties.get(&(scheme, duty)).copied().unwrap_or(OTHER)),
		}
	}

	/// Anybody; some of them more often, so that they own more.
	pub fn party(&mut self) -> PartyId {
		let often = [VILLAGE, BUYER, THIRD, VILLAGE, BUYER, THIRD, CAREFUL, BANK];
		let rare = [SUSPENDED, FORESTRY_PARTY, ECOLOGY_PARTY, NOBODY];
		match self.random.percent(93) {
			true => self.random.one(&often),
			false => self.random.one(&rare),
		}
	}

	/// A text that may stand, or rarely one that may not.
	pub fn text<const N: u32>(&mut self) -> Text<N> {
		match self.random.below(60) {
			0 => Text::new(),
			1 => text(" "),
			2 => text("一号 "),
			3 => text("一\u{200b}号"),
			_ => text(self.random.one(&["一号", "二号"])),
		}
	}

	/// Mostly what is wanted.
	pub fn mostly<T>(&mut self, wanted: T, other: T) -> T {
		match self.random.percent(96) {
			true => wanted,
			false => other,
		}
	}

	pub fn scheme(&mut self) -> SchemeId {
		self.random.one(&[WH, HS])
	}

	/// One of these keys, or rarely a number that was not given yet.
	pub fn number<K: Copy>(&mut self, given: impl Iterator<Item = K>, unknown: K) -> Option<K> {
		let given: Vec<K> = given.collect();
		match self.random.percent(98) {
			true => self.random.pick(&given).copied(),
			false => Some(unknown),
		}
	}

	/// A voucher: one in circulation that pleases, or rarely any.
	pub fn voucher(&mut self, pleases: impl Fn(VoucherId, &Paper) -> bool) -> Option<VoucherId> {
		let papers = &self.ledger.papers;
		let (any, unknown) = (self.random.below(50), part(wh(1), 9_999));
		let chosen = |id: VoucherId, paper: &Paper| match any {
			0 => true,
			1 => paper.is_live(),
			_ => paper.is_live() && pleases(id, paper),
		};
		let ids: Vec<VoucherId> =
			papers.iter().filter(|(id, paper)| chosen(**id, paper)).map(|(id, _)| *id).collect();
		match any {
			2 if self.random.percent(40) => Some(unknown),
			_ => self.random.pick(&ids).copied(),
		}
	}

	/// A voucher that nothing keeps from an act.
	pub fn free_voucher(&mut self, act: Act) -> Option<VoucherId> {
		let ledger = self.ledger;
		let co_owned = self.co_owned;
		let (careless, together) = (self.random.percent(8), self.random.percent(12));
		self.voucher(|id, paper| {
			let alone = || match co_owned {
				true => paper.owners.sole().is_none(),
				false => paper.owners.owners().any(|owner| may_dispose(&paper.owners, &[owner])),
			};
			careless
				|| ledger.unforbidden(id, None, act).is_ok()
					&& (together || act == Act::Freeze || alone())
		})
	}

	/// The edition of a voucher, or rarely another.
	pub fn edition(&mut self, id: VoucherId) -> u32 {
		let edition = self.ledger.papers.get(&id).map_or(1, |paper| paper.edition);
		let stale = edition.saturating_sub(1);
		self.mostly(edition, stale)
	}

	/// An amount of a voucher: mostly a part of it.
	pub fn amount(&mut self, id: VoucherId) -> Kilograms {
		let all = self.ledger.papers.get(&id).map_or(1, Paper::amount);
		kg(match self.random.below(40) {
			0 => 0,
			1 if self.random.percent(30) => all,
			2 if self.random.percent(30) => all.saturating_add(1),
			3..=20 => self.random.between(1, 3),
			_ => self.random.between(1, all.saturating_sub(1).max(1)),
		})
	}

	/// All of a voucher, or a part.
	pub fn lot(&mut self, voucher: VoucherId) -> Lot {
		let amount = self.random.percent(40).then(|| self.amount(voucher));
		Lot { voucher, edition: self.edition(voucher), amount }
	}

	/// An owner of a voucher that can dispose of it alone, if there is one.
	pub fn owner(&mut self, id: VoucherId) -> PartyId {
		let Some(paper) = self.ledger.papers.get(&id) else { return VILLAGE };
		let owners: Vec<PartyId> = paper.owners.owners().collect();
		let alone = owners.iter().copied().find(|owner| may_dispose(&paper.owners, &[*owner]));
		alone.unwrap_or_else(|| self.random.one(&owners))
	}

	/// A few lots of one owner and one scheme that nothing keeps from an act, mostly.
	pub fn lots(&mut self, act: Act) -> Option<(PartyId, Lots)> {
		let first = self.free_voucher(act)?;
		let owner = self.owner(first);
		let mut lots = vec![self.lot(first)];
		let more = self.random.one(&[0, 0, 0, 1, 2, 3, 15]);
		let ledger = self.ledger;
		let (careless, co_owned) = (self.random.percent(5), self.co_owned);
		let owners = ledger.papers.get(&first).map(|paper| &paper.owners);
		let together = |id: &VoucherId, paper: &Paper| {
			careless
				|| (paper.is_live()
					&& id.issuance.scheme == first.issuance.scheme
					&& match co_owned {
						true => Some(&paper.owners) == owners,
						false => may_dispose(&paper.owners, &[owner]),
					} && ledger.unforbidden(*id, None, act).is_ok())
		};
		let mut others: Vec<VoucherId> = ledger
			.papers
			.iter()
			.filter(|(id, paper)| **id != first && together(id, paper))
			.map(|(id, _)| *id)
			.collect();
		if careless {
			others.push(first);
		}
		while lots.len() <= more && !others.is_empty() {
			let at = self.random.below(others.len() as u64) as usize;
			let voucher = others.swap_remove(at);
			lots.push(self.lot(voucher));
		}
		let none = self.random.below(100) == 0;
		lots.truncate(if none { 0 } else { 16 });
		Some((owner, lots.try_into().unwrap()))
	}

	/// A day around today.
	pub fn day(&mut self, from: i64, to: i64) -> Day {
		let span = self.random.below((to - from + 1) as u64) as i64;
		Day((i64::from(self.ledger.today.0) + from + span) as u32)
	}

	pub fn cause(&mut self) -> TransferCause {
		match self.random.below(20) {
			0 => TransferCause::Sale { price: Fen(0) },
			1..=12 => sale(self.random.between(1, 99)),
			_ => TransferCause::Gift,
		}
	}

	/// Several owners, or one; rarely a set of owners that cannot be.
	pub fn ownership(&mut self) -> Ownership {
		let mut parties = vec![VILLAGE, BUYER, THIRD, BANK, CAREFUL];
		let several = self.random.between(2, 3) as usize;
		while parties.len() > several {
			let at = self.random.below(parties.len() as u64) as usize;
			parties.remove(at);
		}
		match self.random.below(100) {
			0 => parties.truncate(1),
			1 => parties.push(parties[0]),
			2 => parties.push(SUSPENDED),
			3 => parties.push(NOBODY),
			_ => {}
		}
		match self.random.below(20) {
			0..=11 => Ownership::Sole(self.party()),
			12..=14 => Ownership::Joint(parties.try_into().unwrap()),
			_ => {
				let mut left = WHOLE;
				let mut shares = Vec::new();
				for party in parties.iter().skip(1) {
					let millionths = self.random.one(&[100_000, 200_000, 333_333]);
					left -= millionths.min(left);
					shares.push((*party, millionths));
				}
				let off = u32::from(self.random.percent(4));
				shares.push((parties[0], left - off.min(left)));
				common(&shares)
			}
		}
	}
}
