//! A plain reference model of the ledger, and random sequences of everything that can be done to it.
//!
//! Each sequence begins on a fresh chain. After every step the chain's answer must be the model's, to
//! the very error; every so often, and at the end, all that can be seen of both must be the same and
//! every invariant must hold. Over all sequences each error that can be met must have been met.
//!
//! - `TANPIAO_MODEL_STEPS`: how many steps, instead of 100,000;
//! - `TANPIAO_MODEL_SEED`: the first sequence's seed. The others follow it, so that a failure is
//!   repeated by its own seed and few steps.

mod ledger;
mod maker;
mod makes;
mod makes_pledges;
mod makes_together;
mod offices;
mod ops;
mod owners;
mod pledges;
mod random;
mod shrink;
mod succession;
mod table;
mod together;
mod view;

use self::{ledger::Ledger, maker::Maker, ops::Op, random::Random};
use crate::{mock::*, Call};
use frame_support::traits::GetCallName;
use sp_runtime::DispatchError;
use std::{
	collections::BTreeMap,
	panic::{catch_unwind, AssertUnwindSafe},
	sync::{
		atomic::{AtomicU64, Ordering},
		Mutex,
	},
	thread,
};

/// Most steps of one sequence.
const LONGEST: u64 = 500;

/// How often everything is compared.
const COMPARED_EVERY: usize = 25;

/// Errors that no step meets: of calls that are not there yet, of numbers that are never used up, and
/// of what is never so.
const NEVER_MET: &[&str] = &[
	// No call revokes an issuance yet.
	"IssuanceRevoked",
	// Four thousand million of one kind.
	"NumbersExhausted",
	// Storage that contradicts itself.
	"Inconsistent",
];

/// How often each kind of step was done, and each error met.
#[derive(Default)]
struct Outcome {
	done: BTreeMap<String, u64>,
	met: BTreeMap<String, u64>,
}

impl Outcome {
	fn add(&mut self, other: Self) {
		let add = |to: &mut BTreeMap<String, u64>, from: BTreeMap<String, u64>| {
			for (name, count) in from {
				*to.entry(name).or_default() += count;
			}
		};
		add(&mut self.done, other.done);
		add(&mut self.met, other.met);
	}
}

/// The name of an error.
fn name(error: &DispatchError) -> String {
	match error {
		DispatchError::Module(module) => module.message.unwrap_or("?").into(),
		other => format!("{other:?}"),
	}
}

/// Does a step to both, and says where they disagree.
fn step(ledger: &mut Ledger, op: &Op) -> Result<Option<DispatchError>, String> {
	let chain = op.do_to_chain(ledger);
	let model = ledger.perform(op);
	if chain == model {
		return Ok(chain.err());
	}
	let name = |answer: ledger::Answer| answer.err().map_or("done".into(), |error| name(&error));
	Err(format!("chain: {}, model: {}", name(chain), name(model)))
}

/// Runs steps as `next` names them on a fresh chain, and compares everything after every `each`;
/// says what is wrong.
fn run(each: usize, mut next: impl FnMut(&Ledger) -> Option<Op>) -> Result<Outcome, String> {
	let run = || {
		new_test_ext().execute_with(|| {
			let mut outcome = Outcome::default();
			let mut ledger = Ledger::new();
			ops::sweep();
			let mut steps = 0;
			while let Some(op) = next(&ledger) {
				let counted = match step(&mut ledger, &op)? {
					None => outcome.done.entry(op.name().into()),
					Some(error) => outcome.met.entry(name(&error)),
				};
				*counted.or_default() += 1;
				steps += 1;
				if steps % each == 0 {
					view::compare(&ledger)?;
				}
			}
			view::compare(&ledger)?;
			Ok(outcome)
		})
	};
	catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("a panic".into()))
}

/// Runs the sequence of a seed. What is wrong with it is told by as few steps as show it.
fn sequence(seed: u64, steps: u64) -> Result<Outcome, String> {
	let mut random = Random::new(seed);
	let moods = maker::moods(&mut random);
	let mut ops = Vec::new();
	let outcome = run(COMPARED_EVERY, |ledger| {
		let left = (ops.len() as u64) < steps;
		let next = left.then(|| Maker::new(&mut random, ledger).next(&moods))?;
		ops.push(next.clone());
		Some(next)
	});
	outcome.map_err(|wrong| {
		let (ops, wrong) = shrink::shrink(ops, wrong);
		let steps: Vec<String> = ops.iter().map(|op| format!("  {op:?}\n")).collect();
		format!(
			"TANPIAO_MODEL_SEED={seed} TANPIAO_MODEL_STEPS=1: {wrong}\nafter {} steps:\n{}",
			ops.len(),
			steps.concat()
		)
	})
}

fn setting(name: &str, default: u64) -> u64 {
	std::env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

#[test]
fn the_pallet_agrees_with_the_plain_model() {
	let all = setting("TANPIAO_MODEL_STEPS", 100_000);
	let first = setting("TANPIAO_MODEL_SEED", 1);
	let sequences = all.div_ceil(LONGEST);
	let taken = AtomicU64::new(0);
	let total = Mutex::new(Ok(Outcome::default()));
	let work = || loop {
		let at = taken.fetch_add(1, Ordering::Relaxed);
		if at >= sequences || total.lock().unwrap().is_err() {
			break;
		}
		let outcome = sequence(first.wrapping_add(at), LONGEST);
		let mut total = total.lock().unwrap();
		match (&mut *total, outcome) {
			(Ok(total), Ok(outcome)) => total.add(outcome),
			(total @ Ok(_), Err(wrong)) => *total = Err(wrong),
			(Err(_), _) => {}
		}
	};
	let threads = thread::available_parallelism().map_or(1, usize::from);
	thread::scope(|scope| {
		for _ in 0..threads {
			scope.spawn(work);
		}
	});

	let Outcome { done, met } =
		total.into_inner().unwrap().unwrap_or_else(|wrong| panic!("{wrong}"));
	let well: u64 = done.values().sum();
	println!("{} steps, {well} of them done", sequences * LONGEST);
	for (name, count) in done.iter().chain(&met) {
		println!("{count:>8} {name}");
	}
	// A few sequences, as one repeats them, do and meet little.
	if all >= 100_000 {
		let calls = Call::<Test>::get_call_names().iter();
		let undone: Vec<_> = calls.filter(|name| !done.contains_key(**name)).collect();
		assert!(undone.is_empty(), "calls that were never done: {undone:?}");
		let mut missed = errors();
		missed.retain(|name| !met.contains_key(name));
		assert_eq!(missed, NEVER_MET, "errors that no step met");
	}
}

/// The names of all errors of the pallet, in the order of their codes.
fn errors() -> Vec<String> {
	use scale_info::{TypeDef, TypeInfo};
	let TypeDef::Variant(variants) = crate::Error::<Test>::type_info().type_def else {
		unreachable!("errors are variants")
	};
	variants.variants.iter().map(|variant| variant.name.into()).collect()
}
