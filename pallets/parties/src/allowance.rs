//! Allowances: what nobody pays for is limited, and recovers with time.
//!
//! A transaction uses the allowance of whom its account signs for, all accounts of a party or of an
//! office together, in its [`Class`]. So no class of an office starves another, and nobody starves
//! anybody else. What was used recovers evenly from block to block, as water runs out of a leaky
//! bucket, and is worked out when somebody looks: no hook touches it.

// Derived code casts codec indices.
#![allow(clippy::cast_possible_truncation)]

use crate::*;
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	dispatch::DispatchInfo,
	pallet_prelude::{InvalidTransaction, TransactionValidityError, Weight},
	traits::Get,
};
use scale_info::TypeInfo;
use sp_runtime::traits::SaturatedConversion;
use tanpiao_support::{AccountBook, OfficeId, PartyId};

/// `InvalidTransaction::Custom` code: less is left of the allowance than the transaction needs.
pub const ALLOWANCE_SPENT: u8 = 4;

/// An amount of transactions.
///
/// Their proof size is not counted: a chain with validators of its own limits it nowhere.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Quantity {
	/// How many, those that failed too.
	pub count: u32,
	/// Bytes of them, encoded and signed.
	pub bytes: u32,
	/// Weight of them, as reference time in picoseconds.
	pub ref_time: u64,
}

impl Quantity {
	/// More than anybody can use.
	pub const UNLIMITED: Self = Self { count: u32::MAX, bytes: u32::MAX, ref_time: u64::MAX };

	/// One transaction of `len` bytes, before it is dispatched.
	pub fn of(info: &DispatchInfo, len: usize) -> Self {
		Self { count: 1, bytes: len.saturated_into(), ref_time: info.total_weight().ref_time() }
	}

	/// So many of this.
	pub fn times(self, factor: u32) -> Self {
		Self {
			count: self.count.saturating_mul(factor),
			bytes: self.bytes.saturating_mul(factor),
			ref_time: self.ref_time.saturating_mul(factor.into()),
		}
	}

	/// This and that.
	pub fn plus(self, other: Self) -> Self {
		Self {
			count: self.count.saturating_add(other.count),
			bytes: self.bytes.saturating_add(other.bytes),
			ref_time: self.ref_time.saturating_add(other.ref_time),
		}
	}

	/// This without that; nothing where that is more.
	pub fn minus(self, other: Self) -> Self {
		Self {
			count: self.count.saturating_sub(other.count),
			bytes: self.bytes.saturating_sub(other.bytes),
			ref_time: self.ref_time.saturating_sub(other.ref_time),
		}
	}

	/// Whether no part of it is more than that of `room`.
	pub fn fits(self, room: Self) -> bool {
		self.count <= room.count && self.bytes <= room.bytes && self.ref_time <= room.ref_time
	}
}

/// How much may be used, and how fast that recovers.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Allowance {
	/// The most that may be used at once.
	pub limit: Quantity,
	/// In how many blocks all of it recovers; at least one.
	pub period: u32,
}

impl Allowance {
	/// What recovers from one block to another, `from` to `to`.
	///
	/// The shares of single blocks are rounded so that they add up: however often somebody looks,
	/// exactly the limit recovers in a period.
	pub fn recovered(&self, from: u32, to: u32) -> Quantity {
		let part = |limit: u64| {
			let until = |block: u32| {
				let whole = u128::from(limit).saturating_mul(block.into());
				whole.checked_div(self.period.into()).unwrap_or_default()
			};
			until(to).saturating_sub(until(from))
		};
		Quantity {
			count: part(self.limit.count.into()).saturated_into(),
			bytes: part(self.limit.bytes.into()).saturated_into(),
			ref_time: part(self.limit.ref_time).saturated_into(),
		}
	}
}

/// What one payer may use in each class.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Allowances {
	/// A party, or an office beside its roles.
	pub other: Allowance,
	/// An office's trading platform.
	pub platform: Allowance,
	/// An office for its duties.
	pub duty: Allowance,
	/// An office in the council.
	pub governance: Allowance,
}

impl Allowances {
	/// A class's.
	pub fn of(&self, class: Class) -> Allowance {
		match class {
			Class::Other => self.other,
			Class::Platform => self.platform,
			Class::Duty => self.duty,
			Class::Governance => self.governance,
		}
	}
}

/// Without limits, for where no transaction comes from outside.
impl Default for Allowances {
	fn default() -> Self {
		let all = Allowance { limit: Quantity::UNLIMITED, period: 1 };
		Self { other: all, platform: all, duty: all, governance: all }
	}
}

/// Who pays for a transaction with its allowance.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Payer {
	/// An office.
	#[codec(index = 0)]
	Office(OfficeId),
	/// A party; also for the account that it invited.
	#[codec(index = 1)]
	Party(PartyId),
}

/// As whose, and in which class, a transaction is admitted.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Standing {
	/// Whose allowance it uses.
	pub payer: Payer,
	/// Of which class.
	pub class: Class,
}

impl Standing {
	/// A party's.
	pub fn of_party(party: PartyId) -> Self {
		Self { payer: Payer::Party(party), class: Class::Other }
	}
}

/// What was used of an allowance.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Usage {
	/// What had not recovered in block `at`.
	pub used: Quantity,
	/// The block of the last charge.
	pub at: u32,
}

impl Usage {
	/// The same in block `now`.
	pub fn by(self, now: u32, allowance: &Allowance) -> Self {
		Self { used: self.used.minus(allowance.recovered(self.at, now)), at: now }
	}
}

/// What an account may still use.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct AllowanceInfo {
	/// Whose it is, and in which class.
	pub standing: Standing,
	/// The whole of it.
	pub allowance: Allowance,
	/// What is left in this block.
	pub left: Quantity,
}

/// A transaction that is paid for as soon as it is included.
pub struct Charge {
	standing: Standing,
	usage: Usage,
}

impl<T: Config> Pallet<T> {
	fn usage(standing: Standing, allowance: &Allowance) -> Usage {
		let now = frame_system::Pallet::<T>::block_number().saturated_into();
		match Usages::<T>::get(standing) {
			Some(usage) => usage.by(now, allowance),
			None => Usage { used: Quantity::default(), at: now },
		}
	}

	/// What a transaction that is `lead` ahead of its account's nonce would use, if enough is left.
	///
	/// The pool judges each transaction alone: those before it have to be covered too, and are taken
	/// to be like it.
	pub(crate) fn judge(
		standing: Standing,
		lead: u32,
		info: &DispatchInfo,
		len: usize,
	) -> Result<Charge, TransactionValidityError> {
		let allowance = T::Allowances::get().of(standing.class);
		let Usage { used, at } = Self::usage(standing, &allowance);
		let need = Quantity::of(info, len);
		if !need.times(lead.saturating_add(1)).fits(allowance.limit.minus(used)) {
			return Err(InvalidTransaction::Custom(ALLOWANCE_SPENT).into());
		}
		Ok(Charge { standing, usage: Usage { used: used.plus(need), at } })
	}

	/// Takes what [`Self::judge`] found, before the transaction is dispatched.
	pub(crate) fn charge(charge: Charge) -> Standing {
		Usages::<T>::insert(charge.standing, charge.usage);
		charge.standing
	}

	/// Gives back the weight that a transaction of the same block did not spend.
	pub(crate) fn refund(standing: Standing, unspent: Weight) {
		let unspent = Quantity { ref_time: unspent.ref_time(), ..Default::default() };
		if unspent != Quantity::default() {
			Usages::<T>::mutate_extant(standing, |usage| usage.used = usage.used.minus(unspent));
		}
	}

	pub(crate) fn allowances_of(account: &T::AccountId) -> Vec<AllowanceInfo> {
		let Some(actor) = T::Accounts::actor(account) else { return Vec::new() };
		let standings = [Self::governing(actor), Self::acting(actor)].into_iter().flatten();
		let info = |standing: Standing| {
			let allowance = T::Allowances::get().of(standing.class);
			let left = allowance.limit.minus(Self::usage(standing, &allowance).used);
			AllowanceInfo { standing, allowance, left }
		};
		standings.map(info).collect()
	}
}
