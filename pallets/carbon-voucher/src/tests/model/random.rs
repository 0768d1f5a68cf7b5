//! Random choices that a seed repeats.

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough to choose with.
pub struct Random(u64);

impl Random {
	pub fn new(seed: u64) -> Self {
		Self(seed)
	}

	pub fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	/// One of `0..end`.
	pub fn below(&mut self, end: u64) -> u64 {
		self.next() % end.max(1)
	}

	/// One of `from..=to`.
	pub fn between(&mut self, from: u64, to: u64) -> u64 {
		from + self.below(to - from + 1)
	}

	/// True in so many of a hundred cases.
	pub fn percent(&mut self, of_hundred: u64) -> bool {
		self.below(100) < of_hundred
	}

	pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
		let at = self.below(from.len() as u64) as usize;
		from.get(at)
	}

	/// One of these, which are not none.
	pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
		*self.pick(of).expect("there is something to choose from")
	}

	/// The place of one weight, each as likely as it is heavy.
	pub fn weighted(&mut self, weights: &[u64]) -> usize {
		let mut left = self.below(weights.iter().sum());
		for (at, weight) in weights.iter().enumerate() {
			if left < *weight {
				return at;
			}
			left -= weight;
		}
		0
	}
}
