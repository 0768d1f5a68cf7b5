//! Signing, submitting, and waiting until a transaction is final.

use crate::{
	chain::{runtime::Event, ChainConfig, Hash},
	client::{AtBlock, Client, Turn},
	error::{Error, Failure, Refusal},
	keys::Key,
};
use std::time::{Duration, Instant};
use subxt::{
	config::DefaultExtrinsicParamsBuilder,
	rpcs::{methods::legacy::TransactionStatus, Error as RpcError, UserError},
	transactions::Payload,
};

/// For how many blocks a transaction is valid, counted from the finalised block it was signed at.
pub const MORTALITY: u64 = 64;

/// A transaction that is final and did what it says.
#[derive(Clone, Debug)]
pub struct Receipt {
	/// The transaction.
	pub transaction: Hash,
	/// The block it is in.
	pub block: Hash,
	/// That block's number.
	pub number: u64,
	/// From handing it to the node to its finality; none: it was looked up.
	pub finality: Option<Duration>,
	/// What it changed, in order.
	pub events: Vec<Event>,
}

/// What became of a transaction, as far as final blocks tell.
#[derive(Clone, Debug)]
pub enum Fate {
	/// It did what it says.
	Done(Box<Receipt>),
	/// It is in no final block, and may still come into one.
	Waiting,
	/// It is in no block, and its time is over.
	Dead,
}

/// A signed transaction.
#[derive(Clone, Debug)]
pub struct Signed {
	/// The bytes to submit.
	pub bytes: Vec<u8>,
	/// Its hash.
	pub hash: Hash,
	/// The first block in which it is not valid any more.
	pub dies: u64,
}

impl Client {
	/// Signs a call: mortal, with the account's next nonce, pending transactions counted.
	pub async fn sign<C: Payload>(&self, call: &C, key: &Key) -> Result<Signed, Error> {
		self.sign_with(call, key, self.next_nonce(key).await?).await
	}

	async fn next_nonce(&self, key: &Key) -> Result<u64, Error> {
		let nonce = self.legacy.system_account_next_index(key.account()).await;
		nonce.map_err(|e| self.rpc_failed(e))
	}

	async fn sign_with<C: Payload>(
		&self,
		call: &C,
		key: &Key,
		nonce: u64,
	) -> Result<Signed, Error> {
		let at = self.at_finalised().await?;
		let (number, hash) = (at.block_number(), at.block_hash());
		let params = DefaultExtrinsicParamsBuilder::<ChainConfig>::new()
			.mortal_from_unchecked(MORTALITY, number, hash)
			.nonce(nonce)
			.build();
		let tx = at.transactions();
		let mut signable =
			tx.create_signable_offline(call, params).map_err(|e| self.failed(e.into()))?;
		let signed = signable.sign(key).map_err(|e| self.failed(e.into()))?;
		let hash = signed.hash();
		Ok(Signed { bytes: signed.into_encoded(), hash, dies: number.saturating_add(MORTALITY) })
	}

	/// Signs and submits a call, and waits until it is final. Calls of one account may be submitted
	/// at once.
	pub async fn submit<C: Payload>(&self, call: &C, key: &Key) -> Result<Receipt, Error> {
		self.send(call, key).await?.finalised().await
	}

	/// Signs and submits a call. One account's calls are entered in the order in which they are sent.
	pub async fn send<C: Payload>(&self, call: &C, key: &Key) -> Result<Pending, Error> {
		let turn = self.turn_of(key.account());
		let mut after_last = turn.lock().await;
		// The node's pool may not know of our last one yet.
		let nonce = self.next_nonce(key).await?.max(*after_last);
		let signed = self.sign_with(call, key, nonce).await?;
		let begun = Instant::now();
		let watch = self.watch(&signed).await?;
		*after_last = nonce.saturating_add(1);
		drop(after_last);
		Ok(Pending { client: self.clone(), signed, watch, begun, turn })
	}

	/// Submits a signed transaction, and waits until it is final.
	pub async fn submit_signed(&self, signed: Signed) -> Result<Receipt, Error> {
		let begun = Instant::now();
		let watch = self.watch(&signed).await?;
		self.finalised(signed, watch, begun).await
	}

	/// What became of a transaction that is not valid any more from block `dies` on. For when the
	/// connection ended, or patience did, before it was final.
	pub async fn look_up(&self, transaction: Hash, dies: u64) -> Result<Fate, Error> {
		let last = self.at_finalised().await?.block_number();
		for number in dies.saturating_sub(MORTALITY)..=last.min(dies) {
			let at = self.api.at_block(number).await.map_err(|e| self.failed(e.into()))?;
			if let Some(events) = self.events_of(&at, transaction).await? {
				let (block, finality) = (at.block_hash(), None);
				let receipt = Receipt { transaction, block, number, finality, events };
				return Ok(Fate::Done(Box::new(receipt)));
			}
		}
		Ok(if last < dies { Fate::Waiting } else { Fate::Dead })
	}

	async fn watch(&self, signed: &Signed) -> Result<Watch, Error> {
		let submitted = self.legacy.author_submit_and_watch_extrinsic(&signed.bytes).await;
		submitted.map_err(|error| match error {
			RpcError::User(answer) => Error::Refused(refusal(&answer)),
			// The node may have it all the same.
			_ => Error::Unsettled { transaction: signed.hash, dies: signed.dies },
		})
	}

	async fn finalised(
		&self,
		signed: Signed,
		watch: Watch,
		begun: Instant,
	) -> Result<Receipt, Error> {
		let Signed { hash: transaction, dies, .. } = signed;
		let settled = async {
			let waited = tokio::time::timeout(self.patience(), self.follow(watch, &signed)).await;
			let block = waited.map_err(|_| Error::NotFinalised { transaction, dies })??;
			let finality = Some(begun.elapsed());
			let at = self.at(block).await?;
			let events = self.events_of(&at, transaction).await?;
			let events = events.ok_or(Error::Lost { transaction, dies })?;
			Ok(Receipt { transaction, block, number: at.block_number(), finality, events })
		};
		settled.await.map_err(|error| match error {
			Error::ConnectionLost => Error::Unsettled { transaction, dies },
			other => other,
		})
	}

	/// The events of a transaction in a block; `None`: it is not in there.
	async fn events_of(
		&self,
		at: &AtBlock,
		transaction: Hash,
	) -> Result<Option<Vec<Event>>, Error> {
		let extrinsics = at.extrinsics().fetch().await.map_err(|e| self.failed(e.into()))?;
		let found = extrinsics.iter().filter_map(Result::ok).find(|e| e.hash() == transaction);
		let Some(extrinsic) = found else { return Ok(None) };
		let fetched = extrinsic.events().await.map_err(|e| self.failed(e.into()))?;
		let mut events = Vec::new();
		for event in fetched.iter() {
			let event = event.map_err(|e| self.failed(e.into()))?;
			if event.pallet_name() == "System" && event.event_name() == "ExtrinsicFailed" {
				return Err(Error::Failed(Failure::decode(event.field_bytes(), at.metadata())));
			}
			events.push(event.decode_as::<Event>().map_err(|e| self.failed(e.into()))?);
		}
		Ok(Some(events))
	}

	async fn follow(&self, mut watch: Watch, signed: &Signed) -> Result<Hash, Error> {
		while let Some(status) = watch.next().await {
			match status.map_err(|e| self.rpc_failed(e))? {
				TransactionStatus::Finalized(block) => return Ok(block),
				TransactionStatus::Usurped(_) => return Err(Error::Refused(Refusal::Usurped)),
				TransactionStatus::Dropped => return Err(Error::Refused(Refusal::Dropped)),
				TransactionStatus::Invalid => return Err(Error::Refused(Refusal::TurnedInvalid)),
				TransactionStatus::FinalityTimeout(_) => {
					return Err(Error::Refused(Refusal::NoFinality))
				}
				TransactionStatus::Future
				| TransactionStatus::Ready
				| TransactionStatus::Broadcast(_)
				| TransactionStatus::InBlock(_)
				| TransactionStatus::Retracted(_) => {}
			}
		}
		match self.is_connected() {
			true => Err(Error::Lost { transaction: signed.hash, dies: signed.dies }),
			false => Err(Error::ConnectionLost),
		}
	}
}

/// A transaction that a node has taken.
pub struct Pending {
	client: Client,
	signed: Signed,
	watch: Watch,
	begun: Instant,
	turn: Turn,
}

impl Pending {
	/// What was sent, to be kept until it is final: by its hash and end it can be looked up.
	pub fn signed(&self) -> &Signed {
		&self.signed
	}

	/// Waits until it is final.
	pub async fn finalised(self) -> Result<Receipt, Error> {
		let ended = self.client.finalised(self.signed, self.watch, self.begun).await;
		if ended.as_ref().is_err_and(|error| !matches!(error, Error::Failed(_))) {
			// It may never be entered, and its nonce be free again.
			*self.turn.lock().await = 0;
		}
		ended
	}
}

type Watch = subxt::rpcs::client::RpcSubscription<TransactionStatus<Hash>>;

/// What a node's answer to a submission means.
pub fn refusal(answer: &UserError) -> Refusal {
	let data = answer.data.as_ref().map(|data| data.get().trim_matches('"')).unwrap_or_default();
	match answer.code {
		1010 => match data {
			"Custom error: 1" => Refusal::NotAdmitted,
			"Custom error: 2" => Refusal::Immortal,
			"Custom error: 3" => Refusal::FarNonce,
			"Custom error: 4" => Refusal::AllowanceSpent,
			"Transaction call is not expected" => Refusal::CallClosed,
			"Transaction will be valid in the future" => Refusal::Future,
			"Transaction is outdated" => Refusal::Stale,
			"Transaction has a bad signature" => Refusal::BadProof,
			"Transaction has an ancient birth block" => Refusal::Ancient,
			"Transaction would exhaust the block limits" => Refusal::TooHeavy,
			"Invalid signing address" => Refusal::BadSigner,
			_ => Refusal::Other(format!("{}: {data}", answer.message)),
		},
		1012 => Refusal::Banned,
		1013 => Refusal::AlreadyKnown,
		1014 => Refusal::LowPriority,
		1016 => Refusal::PoolFull,
		1021 => Refusal::Future,
		_ => Refusal::Other(format!("{} ({}) {data}", answer.message, answer.code)),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn answer(code: i32, data: &str) -> Refusal {
		let data = serde_json::value::to_raw_value(data).unwrap();
		refusal(&UserError { code, message: "Invalid Transaction".into(), data: Some(data) })
	}

	#[test]
	fn each_refusal_of_the_pool_is_told_from_the_others() {
		assert_eq!(answer(1010, "Custom error: 1"), Refusal::NotAdmitted);
		assert_eq!(answer(1010, "Custom error: 2"), Refusal::Immortal);
		assert_eq!(answer(1010, "Custom error: 3"), Refusal::FarNonce);
		assert_eq!(answer(1010, "Custom error: 4"), Refusal::AllowanceSpent);
		assert_eq!(answer(1010, "Transaction is outdated"), Refusal::Stale);
		assert_eq!(answer(1010, "Transaction has a bad signature"), Refusal::BadProof);
		assert_eq!(answer(1013, ""), Refusal::AlreadyKnown);
		let other = answer(1010, "Custom error: 99");
		assert_eq!(other, Refusal::Other("Invalid Transaction: Custom error: 99".into()));
	}
}
