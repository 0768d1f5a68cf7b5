//! The arithmetic of allowances on numbers of every size.

use super::*;

/// Numbers without a pattern, the ends of their range among them (xorshift64*).
struct Dice(u64);

impl Dice {
	fn throw(&mut self) -> u64 {
		self.0 ^= self.0 >> 12;
		self.0 ^= self.0 << 25;
		self.0 ^= self.0 >> 27;
		self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
	}

	fn below(&mut self, end: u64) -> u64 {
		self.throw() % end.max(1)
	}

	/// Of any size from none to the largest.
	fn wide(&mut self) -> u64 {
		match self.below(8) {
			0 => 0,
			1 => 1,
			2 => u64::MAX,
			3 => u64::MAX - self.below(3),
			_ => self.throw() >> self.below(64),
		}
	}

	fn wide32(&mut self) -> u32 {
		(self.wide() >> [0, 32][self.below(2) as usize]).min(u32::MAX.into()) as u32
	}

	fn quantity(&mut self) -> Quantity {
		Quantity { count: self.wide32(), bytes: self.wide32(), ref_time: self.wide() }
	}

	fn allowance(&mut self) -> Allowance {
		Allowance { limit: self.quantity(), period: self.wide32().max(1) }
	}

	/// Some of it.
	fn part_of(&mut self, whole: Quantity) -> Quantity {
		let mut part = |most: u64| match self.below(4) {
			0 => most,
			1 => 0,
			_ => self.below(most.saturating_add(1)),
		};
		Quantity {
			count: part(whole.count.into()) as u32,
			bytes: part(whole.bytes.into()) as u32,
			ref_time: part(whole.ref_time),
		}
	}

	fn blocks(&mut self) -> [u32; 3] {
		let mut blocks = [self.wide32(), self.wide32(), self.wide32()];
		blocks.sort_unstable();
		blocks
	}
}

const THROWS: u32 = 20_000;

#[test]
fn recovery_is_monotone_and_does_not_depend_on_who_looks() {
	let mut dice = Dice(0x7461_6e70_6961_6f01);
	for _ in 0..THROWS {
		let allowance = dice.allowance();
		let used = dice.part_of(allowance.limit);
		let [at, sooner, later] = dice.blocks();
		let usage = Usage { used, at };
		let case = format!("{allowance:?} {usage:?} {sooner} {later}");
		let then = usage.by(sooner, &allowance);
		assert_eq!(usage.by(at, &allowance), usage, "{case}");
		assert_eq!(then.at, sooner, "{case}");
		assert!(then.used.fits(used), "{case}");
		assert!(usage.by(later, &allowance).used.fits(then.used), "{case}");
		assert_eq!(then.by(later, &allowance), usage.by(later, &allowance), "{case}");
	}
}

#[test]
fn exactly_the_limit_recovers_in_a_period_and_evenly() {
	let mut dice = Dice(0x7461_6e70_6961_6f02);
	for _ in 0..THROWS {
		let allowance = dice.allowance();
		let Allowance { limit, period } = allowance;
		let from = dice.below(u64::from(u32::MAX - period) + 1) as u32;
		let case = format!("{allowance:?} {from}");
		assert_eq!(allowance.recovered(from, from), Quantity::default(), "{case}");
		assert_eq!(allowance.recovered(from, from + period), limit, "{case}");
		// Back in time nothing recovers.
		assert_eq!(allowance.recovered(from + 1, from), Quantity::default(), "{case}");
		let some = dice.below(u64::from(period) + 1) as u32;
		let recovered = allowance.recovered(from, from + some);
		for (recovered, limit) in [
			(u64::from(recovered.count), u64::from(limit.count)),
			(recovered.bytes.into(), limit.bytes.into()),
			(recovered.ref_time, limit.ref_time),
		] {
			let exact = u128::from(limit) * u128::from(some);
			let rounded = u128::from(recovered) * u128::from(period);
			assert!(rounded.abs_diff(exact) < u128::from(period), "{case} {some}");
		}
	}
}

#[test]
fn amounts_neither_wrap_nor_go_below_nothing() {
	let mut dice = Dice(0x7461_6e70_6961_6f03);
	for _ in 0..THROWS {
		let (one, other, factor) = (dice.quantity(), dice.quantity(), dice.wide32());
		let parts = |quantity: Quantity| {
			[quantity.count.into(), quantity.bytes.into(), quantity.ref_time].map(u128::from)
		};
		let expect = |result: Quantity, each: &dyn Fn(u128, u128) -> u128| {
			let ends = parts(Quantity::UNLIMITED);
			for ((result, end), (a, b)) in
				parts(result).into_iter().zip(ends).zip(parts(one).into_iter().zip(parts(other)))
			{
				assert_eq!(result, each(a, b).min(end), "{one:?} {other:?} {factor}");
			}
		};
		expect(one.plus(other), &|a, b| a + b);
		expect(one.minus(other), &|a, b| a.saturating_sub(b));
		expect(one.times(factor), &|a, _| a * u128::from(factor));
		let each = parts(one).iter().zip(parts(other)).all(|(a, b)| *a <= b);
		assert_eq!(one.fits(other), each);
	}
}

/// The pallet with limits and needs of any size: what is charged is never more than the limit and
/// what recovered since the beginning, nothing that fits is refused, and what is left says so.
#[test]
fn no_course_of_events_uses_more_than_is_allowed() {
	let good = Limits::get();
	let mut dice = Dice(0x7461_6e70_6961_6f04);
	build_and_execute(|| {
		let alice = organisation_of("Alice", 1);
		for _ in 0..500 {
			let allowance = dice.allowance();
			Limits::mutate(|limits| limits.other = allowance);
			one_course(&mut dice, alice, allowance);
			assert_ok!(Parties::do_try_state());
			Usages::<Test>::remove(party(alice));
		}
	});
	Limits::set(good);
}

fn one_course(dice: &mut Dice, alice: PartyId, allowance: Allowance) {
	let standing = party(alice);
	let signer = account("Alice");
	let left = || Parties::allowances(signer.clone())[0].left;
	let parts = |quantity: Quantity| {
		[quantity.count.into(), quantity.bytes.into(), quantity.ref_time].map(u128::from)
	};
	let begun = dice.wide32() / 2;
	let mut block = begun;
	let mut charged = [0u128; 3];
	for _ in 0..50 {
		// given
		block = block.saturating_add(dice.below(u64::from(allowance.period) + 1) as u32);
		System::set_block_number(block.into());
		let before = left();
		assert!(before.fits(allowance.limit));
		let wanted = if dice.below(2) == 0 { dice.part_of(before) } else { dice.quantity() };
		let need = Quantity { count: 1, ..wanted };
		let judge =
			|lead| Parties::judge(standing, lead, &weighing(need.ref_time), need.bytes as usize);

		// when, then
		let lead = dice.below(4) as u32;
		assert_eq!(judge(lead).is_ok(), need.times(lead + 1).fits(before));
		let Ok(charge) = judge(0) else { continue };
		assert_eq!(Parties::charge(charge), standing);
		let unspent = Quantity { ref_time: dice.part_of(need).ref_time, ..Default::default() };
		Parties::refund(standing, Weight::from_parts(unspent.ref_time, 0));
		assert_eq!(left(), before.minus(need).plus(unspent));
		for (sum, part) in charged.iter_mut().zip(parts(need.minus(unspent))) {
			*sum += part;
		}
	}
	for (charged, limit) in charged.into_iter().zip(parts(allowance.limit)) {
		let until = |block: u32| limit * u128::from(block) / u128::from(allowance.period);
		assert!(charged <= limit + until(block) - until(begun), "{allowance:?}");
	}
}
