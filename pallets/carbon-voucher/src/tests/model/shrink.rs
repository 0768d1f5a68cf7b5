//! Takes away steps as long as what is left still shows that something is wrong.

use super::{ops::Op, run};

/// The steps that are left, and what is wrong then.
pub fn shrink(ops: Vec<Op>, wrong: String) -> (Vec<Op>, String) {
	// Up to the first after which something differs, so that to compare at the end is enough then.
	let (mut ops, mut wrong) = replay(&ops, 1).unwrap_or((ops, wrong));
	let mut size = ops.len().div_ceil(2);
	while size > 0 {
		let mut at = 0;
		while at < ops.len() {
			let mut fewer = ops.clone();
			fewer.drain(at..ops.len().min(at + size));
			match replay(&fewer, usize::MAX) {
				Some(still) => (ops, wrong) = still,
				None => at += size,
			}
		}
		size /= 2;
	}
	(ops, wrong)
}

/// Does these steps, comparing everything after every `each` and at the end, up to the first that
/// shows that something is wrong: what is then, or nothing if none does.
fn replay(ops: &[Op], each: usize) -> Option<(Vec<Op>, String)> {
	let mut done = 0;
	let wrong = run(each, |_| {
		let next = ops.get(done).cloned();
		done += usize::from(next.is_some());
		next
	})
	.err()?;
	Some((ops[..done].to_vec(), wrong))
}
