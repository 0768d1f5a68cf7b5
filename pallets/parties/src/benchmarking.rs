//! Benchmarks: every call and the extensions, each on its dearest branch.

use crate::*;
use alloc::vec;
use frame_benchmarking::{account, v2::*};
use frame_support::{
	dispatch::{DispatchInfo, PostDispatchInfo},
	traits::{IsSubType, OriginTrait},
	weights::Weight,
	BoundedVec,
};
use frame_system::{
	pallet_prelude::{BlockNumberFor, RuntimeCallFor},
	RawOrigin,
};
use sp_core::H256;
use sp_runtime::{
	traits::{
		AsSystemOriginSigner, AsTransactionAuthorizedOrigin, DispatchTransaction, Dispatchable,
		Zero,
	},
	AccountId32, MultiSignature,
};
use tanpiao_support::{
	AccountBook, Actor, DocumentHash, OfficeId, PartyBook, PartyId, SchemeBook, SchemeId, Text,
};

/// Makes the signatures of [`Call::add_account`].
pub trait BenchmarkHelper<Signature, AccountId> {
	/// An account that signs `payload`, which is made from the account.
	fn sign(payload: impl FnOnce(&AccountId) -> vec::Vec<u8>) -> (AccountId, Signature);
}

impl BenchmarkHelper<MultiSignature, AccountId32> for () {
	fn sign(payload: impl FnOnce(&AccountId32) -> vec::Vec<u8>) -> (AccountId32, MultiSignature) {
		let kind = sp_core::crypto::KeyTypeId(*b"prty");
		let public = sp_io::crypto::sr25519_generate(kind, None);
		let account = AccountId32::from(public);
		let signature = sp_io::crypto::sr25519_sign(kind, &public, &payload(&account)).unwrap();
		(account, signature.into())
	}
}

const EVIDENCE: DocumentHash = H256::repeat_byte(0xee);

/// A valid code for each seed.
fn code(seed: u32) -> CreditCode {
	let mut code = *b"910000000000000000";
	let mut rest = seed;
	for digit in code[7..17].iter_mut() {
		*digit = b'0' + (rest % 10) as u8;
		rest /= 10;
	}
	code[17] = CreditCode::check_character(&code[..17]).unwrap();
	CreditCode(code)
}

fn longest_name() -> Text<128> {
	BoundedVec::truncate_from(vec![b'n'; 128])
}

fn register<T: Config>(office: OfficeId, scheme: SchemeId, seed: u32) -> PartyId {
	Codes::<T>::get(code(seed)).unwrap_or_else(|| {
		Pallet::<T>::do_register_organisation(office, scheme, longest_name(), code(seed))
			.unwrap_or_else(|_| panic!("name and code are good"))
	})
}

/// An active organisation, the same for the same seed.
pub(crate) fn party<T: Config>(seed: u32) -> PartyId {
	register::<T>(OfficeId(1), SchemeId(1), seed)
}

/// A licence for a registered party.
pub(crate) fn licence<T: Config>(scheme: SchemeId, party: PartyId) {
	let licence = Licence { by: OfficeId(1), since: Pallet::<T>::today(), evidence: EVIDENCE };
	Licences::<T>::insert(scheme, party, licence);
}

/// Lets `account` act for `party`.
pub(crate) fn bind<T: Config>(party: PartyId, account: &T::AccountId) {
	let record = Parties::<T>::get(party).unwrap();
	Pallet::<T>::do_bind(party, record, account.clone()).unwrap();
}

/// An officer who holds every duty of a scheme.
fn officer<T: Config>() -> (RawOrigin<T::AccountId>, OfficeId, SchemeId) {
	let account: T::AccountId = account("officer", 0, 0);
	let office = T::Accounts::benchmark_office(&account);
	let scheme = T::Schemes::benchmark_scheme(office);
	(RawOrigin::Signed(account), office, scheme)
}

fn latest<T: Config>() -> BlockNumberFor<T> {
	frame_system::Pallet::<T>::block_number() + MAX_VALIDITY.into()
}

fn invite<T: Config>(party: PartyId, account: &T::AccountId) {
	let record = Parties::<T>::get(party).unwrap();
	Pallet::<T>::do_invite_account(party, &record, account.clone(), latest::<T>())
		.unwrap_or_else(|_| panic!("the account is free"));
}

#[benchmarks(
	where
		T: Send + Sync,
		RuntimeCallFor<T>: IsSubType<Call<T>>
			+ From<Call<T>>
			+ Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
		<RuntimeCallFor<T> as Dispatchable>::RuntimeOrigin: AsTransactionAuthorizedOrigin,
		T::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register_organisation() {
		let (origin, _, scheme) = officer::<T>();

		#[extrinsic_call]
		_(origin, scheme, longest_name(), code(0));

		assert!(Codes::<T>::contains_key(code(0)));
	}

	#[benchmark]
	fn register_person() {
		let (origin, _, scheme) = officer::<T>();
		let tag = H256::repeat_byte(2);

		#[extrinsic_call]
		_(origin, scheme, H256::repeat_byte(1), tag);

		assert!(Tags::<T>::contains_key(scheme, tag));
	}

	/// The account is invited too.
	#[benchmark]
	fn add_account() {
		let (origin, office, scheme) = officer::<T>();
		let party = register::<T>(office, scheme, 0);
		let valid_until = latest::<T>();
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let (account, signature) = T::BenchmarkHelper::sign(|account| {
			account_payload(&genesis, party, account, &valid_until)
		});
		invite::<T>(party, &account);

		#[extrinsic_call]
		_(origin, party, account.clone(), valid_until, signature);

		assert_eq!(T::Accounts::actor(&account), Some(Actor::Party(party)));
	}

	/// The account is new; one whose invitation expired writes as much.
	#[benchmark]
	fn invite_account() {
		let (origin, office, scheme) = officer::<T>();
		let party = register::<T>(office, scheme, 0);
		let invited: T::AccountId = account("invited", 0, 0);

		#[extrinsic_call]
		_(origin, party, invited.clone(), latest::<T>());

		assert!(Invitations::<T>::contains_key(&invited));
	}

	#[benchmark]
	fn confirm_account() {
		let party = party::<T>(0);
		let invited: T::AccountId = account("invited", 0, 0);
		invite::<T>(party, &invited);

		#[extrinsic_call]
		_(RawOrigin::Signed(invited.clone()), party);

		assert_eq!(T::Accounts::actor(&invited), Some(Actor::Party(party)));
	}

	/// The account acts for the party: an invitation is less.
	#[benchmark]
	fn remove_account() {
		let (origin, office, scheme) = officer::<T>();
		let party = register::<T>(office, scheme, 0);
		let bound: T::AccountId = account("bound", 0, 0);
		bind::<T>(party, &bound);

		#[extrinsic_call]
		_(origin, bound.clone());

		assert_eq!(T::Accounts::actor(&bound), None);
	}

	#[benchmark]
	fn suspend() {
		let (origin, office, scheme) = officer::<T>();
		let party = register::<T>(office, scheme, 0);

		#[extrinsic_call]
		_(origin, party, EVIDENCE);

		assert!(!<Pallet<T> as PartyBook>::is_active(party));
	}

	#[benchmark]
	fn reinstate() {
		let (origin, office, scheme) = officer::<T>();
		let party = register::<T>(office, scheme, 0);
		Parties::<T>::mutate(party, |record| {
			record.as_mut().unwrap().status = PartyStatus::Suspended;
		});

		#[extrinsic_call]
		_(origin, party, EVIDENCE);

		assert!(<Pallet<T> as PartyBook>::is_active(party));
	}

	#[benchmark]
	fn ask_consent() {
		let party = party::<T>(0);
		let bound: T::AccountId = account("bound", 0, 0);
		bind::<T>(party, &bound);

		#[extrinsic_call]
		_(RawOrigin::Signed(bound), true);

		assert!(<Pallet<T> as PartyBook>::asks_consent(party));
	}

	#[benchmark]
	fn grant_licence() {
		let (origin, office, scheme) = officer::<T>();
		let party = register::<T>(office, scheme, 0);

		#[extrinsic_call]
		_(origin, scheme, party, EVIDENCE);

		assert!(<Pallet<T> as PartyBook>::is_licensed(scheme, party));
	}

	#[benchmark]
	fn withdraw_licence() {
		let (origin, office, scheme) = officer::<T>();
		let party = register::<T>(office, scheme, 0);
		licence::<T>(scheme, party);

		#[extrinsic_call]
		_(origin, scheme, party, EVIDENCE);

		assert!(!Licences::<T>::contains_key(scheme, party));
	}

	/// Both extensions of the gate, with a refund. An invited account reads its invitation too: the
	/// one call that it is admitted with has that in its weight.
	#[benchmark]
	fn admission() {
		let party = party::<T>(0);
		let bound: T::AccountId = account("bound", 0, 0);
		bind::<T>(party, &bound);
		let used = Quantity { count: 1, bytes: 1, ref_time: 1 };
		Usages::<T>::insert(Standing::of_party(party), Usage { used, at: 0 });
		// In the weight of the check of the nonce.
		let counted = frame_system::Account::<T>::hashed_key_for(&bound);
		frame_benchmarking::benchmarking::add_to_whitelist(counted.into());
		let origin = <RuntimeCallFor<T> as Dispatchable>::RuntimeOrigin::signed(bound);
		let call = RuntimeCallFor::<T>::from(Call::<T>::ask_consent { asks_consent: true });
		let info = DispatchInfo { call_weight: Weight::from_parts(2, 0), ..Default::default() };
		let spent = PostDispatchInfo::from(Some(Weight::from_parts(1, 0)));

		#[block]
		{
			(Admission::<T>::new(), NearNonce::<T>::from(Zero::zero()))
				.test_run(origin, &call, &info, 0, 0, |_| Ok(spent))
				.unwrap()
				.unwrap();
		}

		let usage = Usages::<T>::get(Standing::of_party(party)).unwrap();
		assert_eq!(usage.used.ref_time, 1);
	}

	/// An invitation ends; a used signature has nothing but its entry.
	#[benchmark]
	fn sweep_step() {
		let invited: T::AccountId = account("invited", 0, 0);
		invite::<T>(party::<T>(0), &invited);
		let block = latest::<T>();

		#[block]
		{
			let expiry = Expiries::<T>::iter_key_prefix(block).next().unwrap();
			Pallet::<T>::expire(block, expiry);
		}

		assert!(!Invitations::<T>::contains_key(&invited));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
