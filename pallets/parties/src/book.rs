//! What other pallets ask of the register.

use crate::*;
use tanpiao_support::{PartyBook, PartyId, SchemeId};

impl<T: Config> PartyBook for Pallet<T> {
	fn exists(party: PartyId) -> bool {
		Parties::<T>::contains_key(party)
	}

	fn is_active(party: PartyId) -> bool {
		Parties::<T>::get(party).is_some_and(|record| record.is_active())
	}

	fn asks_consent(party: PartyId) -> bool {
		Parties::<T>::get(party).is_some_and(|record| record.asks_consent)
	}

	fn is_licensed(scheme: SchemeId, party: PartyId) -> bool {
		Licences::<T>::contains_key(scheme, party) && <Self as PartyBook>::is_active(party)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_party(seed: u32) -> PartyId {
		benchmarking::party::<T>(seed)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_licence(scheme: SchemeId, party: PartyId) {
		benchmarking::licence::<T>(scheme, party)
	}
}
