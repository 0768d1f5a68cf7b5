//! Takes away steps as long as what is left still shows that something is wrong.

use super::{ops::Op, run};

/// The steps that are left, and what is wrong then.
pub fn shrink(mut ops: Vec<Op>, mut wrong: String) -> (Vec<Op>, String) {
	let mut size = ops.len().div_ceil(2);
	while size > 0 {
		let mut at = 0;
		let before = ops.len();
		while at < ops.len() {
			let mut fewer = ops.clone();
			fewer.drain(at..ops.len().min(at + size));
			match replay(fewer) {
				Some((fewer, still)) => (ops, wrong) = (fewer, still),
				None => at += size,
			}
		}
		if size == 1 && ops.len() == before {
			break;
		}
		size = (size / 2).max(1);
	}
	(ops, wrong)
}

/// Does these steps, comparing everything after each, up to the first that shows that something is
/// wrong: what is then, or nothing if none does.
fn replay(ops: Vec<Op>) -> Option<(Vec<Op>, String)> {
	let mut done = 0;
	let wrong = run(1, |_| {
		let next = ops.get(done).cloned();
		done += usize::from(next.is_some());
		next
	})
	.err()?;
	Some((ops[..done].to_vec(), wrong))
}
