//! Motions of the departments' council: governance's calls, voted and carried out.

use crate::{
	chain::{
		runtime::{self, council, Call, Event},
		AccountId, Hash,
	},
	client::Client,
	error::{Error, Failure},
	keys::Key,
	reads::State,
	submit::Receipt,
};
use subxt::config::{substrate::BlakeTwo256, Hasher};

type RawCall = runtime::runtime_types::pallet_utility::pallet::Call;

/// A motion before the council.
#[derive(Clone, Debug)]
pub struct Motion {
	/// Its number.
	pub index: u32,
	/// Hash of its call.
	pub hash: Hash,
	/// How many votes it needs.
	pub threshold: u32,
	/// Who is for it.
	pub ayes: Vec<AccountId>,
	/// Who is against it.
	pub nays: Vec<AccountId>,
	/// The last block in which it can be voted on.
	pub end: u32,
	/// What it does.
	pub call: Call,
}

/// What became of a motion.
#[derive(Clone, Debug)]
pub struct Outcome {
	/// Every transaction that it took, in order.
	pub receipts: Vec<Receipt>,
	/// Its number where it still waits for votes; none: it was carried out.
	pub waiting: Option<u32>,
}

/// How many of so many seats are three quarters of them.
pub fn threshold(seats: usize) -> usize {
	seats.saturating_mul(3).div_ceil(4).max(1)
}

/// Several calls that happen together or not at all.
pub fn together(calls: Vec<Call>) -> Call {
	Call::Utility(RawCall::batch_all { calls })
}

impl State {
	/// The motions before the council.
	pub async fn open_motions(&self) -> Result<Vec<Motion>, Error> {
		let mut motions = Vec::new();
		for hash in self.motions().await? {
			let storage = self.at().storage();
			let failed = |e: subxt::Error| self.client().failed(e);
			let voting = runtime::storage().council().voting();
			let voting = storage.try_fetch(voting, (hash,)).await.map_err(|e| failed(e.into()))?;
			let call = runtime::storage().council().proposal_of();
			let call = storage.try_fetch(call, (hash,)).await.map_err(|e| failed(e.into()))?;
			let (Some(voting), Some(call)) = (voting, call) else { continue };
			let voting = voting.decode().map_err(|e| failed(e.into()))?;
			let call = call.decode().map_err(|e| failed(e.into()))?;
			motions.push(Motion {
				index: voting.index,
				hash,
				threshold: voting.threshold,
				ayes: voting.ayes,
				nays: voting.nays,
				end: voting.end,
				call,
			});
		}
		motions.sort_by_key(|motion| motion.index);
		Ok(motions)
	}

	/// The motion of that number.
	pub async fn motion(&self, index: u32) -> Result<Motion, Error> {
		let motions = self.open_motions().await?;
		let found = motions.into_iter().find(|motion| motion.index == index);
		found.ok_or(Error::UnknownMotion(index))
	}
}

impl Client {
	/// Moves a governance call with the first of `keys` that has a seat, and votes with all that
	/// have. With enough of them it is carried out; otherwise it waits for the other seats.
	pub async fn move_in_council(&self, call: Call, keys: &[Key]) -> Result<Outcome, Error> {
		let state = self.state().await?;
		let seats = state.seats().await?;
		let needed = threshold(seats.len());
		let seated: Vec<&Key> = keys.iter().filter(|key| seats.contains(key.account())).collect();
		let Some(first) = seated.first() else { return Err(Error::NoSeats { needed, held: 0 }) };
		let (hash, length) = self.proposal(&call).await?;
		let votes = u32::try_from(needed).unwrap_or(u32::MAX);
		let proposed = runtime::tx().council().propose(votes, call, length);
		let receipt = self.submit(&proposed, first).await?;
		if needed < 2 {
			carried_out(&receipt)?;
			return Ok(Outcome { receipts: vec![receipt], waiting: None });
		}
		let motions = self.state_at(receipt.block).await?.open_motions().await?;
		let motion = motions.into_iter().find(|motion| motion.hash == hash);
		let motion = motion.ok_or_else(|| Error::Chain(format!("motion {hash:?}")))?;
		let mut receipts = vec![receipt];
		// Votes beyond the threshold would only say the same again.
		let voters = seated.iter().take(needed);
		let votes = voters.map(|key| self.vote(motion.hash, motion.index, true, key));
		for vote in futures::future::join_all(votes).await {
			receipts.push(vote?);
		}
		if seated.len() < needed {
			return Ok(Outcome { receipts, waiting: Some(motion.index) });
		}
		receipts.push(self.close(hash, motion.index, length, first).await?);
		Ok(Outcome { receipts, waiting: None })
	}

	/// Votes for a motion with these keys, and carries it out once it has the votes.
	pub async fn approve(&self, index: u32, keys: &[Key]) -> Result<Outcome, Error> {
		let motion = self.state().await?.motion(index).await?;
		let voters = keys.iter().filter(|key| !motion.ayes.contains(key.account()));
		let votes = voters.map(|key| self.vote(motion.hash, index, true, key));
		let mut receipts = Vec::new();
		for vote in futures::future::join_all(votes).await {
			receipts.push(vote?);
		}
		let state = match latest(&receipts) {
			Some(receipt) => self.state_at(receipt.block).await?,
			None => self.state().await?,
		};
		let motion = state.motion(index).await?;
		let votes = u32::try_from(motion.ayes.len()).unwrap_or(u32::MAX);
		let (Some(first), true) = (keys.first(), votes >= motion.threshold) else {
			return Ok(Outcome { receipts, waiting: Some(index) });
		};
		let (_, length) = self.proposal(&motion.call).await?;
		receipts.push(self.close(motion.hash, index, length, first).await?);
		Ok(Outcome { receipts, waiting: None })
	}

	/// Votes against a motion.
	pub async fn reject(&self, index: u32, key: &Key) -> Result<Receipt, Error> {
		let motion = self.state().await?.motion(index).await?;
		self.vote(motion.hash, index, false, key).await
	}

	/// Ends the vote on a motion that has the votes, cannot get them, or whose time is over.
	pub async fn close_motion(&self, index: u32, key: &Key) -> Result<Receipt, Error> {
		let motion = self.state().await?.motion(index).await?;
		let (_, length) = self.proposal(&motion.call).await?;
		self.close(motion.hash, index, length, key).await
	}

	async fn vote(&self, hash: Hash, index: u32, aye: bool, key: &Key) -> Result<Receipt, Error> {
		self.submit(&runtime::tx().council().vote(hash, index, aye), key).await
	}

	async fn close(
		&self,
		hash: Hash,
		index: u32,
		length: u32,
		key: &Key,
	) -> Result<Receipt, Error> {
		let at = self.at_finalised().await?;
		// What is not used of it is given back.
		let most = at.constants().entry(runtime::constants().council().max_proposal_weight());
		let most = most.map_err(|e| self.failed(e.into()))?;
		let closed = runtime::tx().council().close(hash, index, most, length);
		let receipt = self.submit(&closed, key).await?;
		carried_out(&receipt)?;
		Ok(receipt)
	}

	/// Hash and length of a call, as the council counts them.
	async fn proposal(&self, call: &Call) -> Result<(Hash, u32), Error> {
		let at = self.at_finalised().await?;
		let wrapped = runtime::tx().council().propose(0, call.clone(), 0);
		let bytes = at.transactions().call_data(&wrapped).map_err(|e| self.failed(e.into()))?;
		// Before the call stand two indices and a compact zero, behind it another.
		let bytes = bytes.get(3..bytes.len().saturating_sub(1)).unwrap_or_default();
		let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
		Ok((BlakeTwo256.hash(bytes), length))
	}
}

/// The one in the highest block, which need not be that of the last key.
fn latest(receipts: &[Receipt]) -> Option<&Receipt> {
	receipts.iter().max_by_key(|receipt| receipt.number)
}

/// Whether a motion that was carried out did what it says.
fn carried_out(receipt: &Receipt) -> Result<(), Error> {
	for event in &receipt.events {
		if let Event::Council(council::Event::Executed { result: Err(error), .. }) = event {
			return Err(Error::MotionFailed(Failure::typed(error)));
		}
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn three_quarters_are_needed() {
		let needed: Vec<_> = (0..=5).map(threshold).collect();
		assert_eq!(needed, [1, 1, 2, 3, 3, 4]);
	}

	#[test]
	fn votes_are_counted_where_the_last_of_them_is() {
		let receipts = [7, 9, 8].map(|number| Receipt {
			transaction: Hash::zero(),
			block: Hash::zero(),
			number,
			finality: None,
			events: Vec::new(),
		});
		assert_eq!(latest(&receipts).map(|receipt| receipt.number), Some(9));
		assert!(latest(&[]).is_none());
	}
}
