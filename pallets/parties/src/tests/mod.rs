//! One file for each call, and for what stands beside the calls.

mod add_account;
mod admission;
mod allowance;
mod ask_consent;
mod book;
mod confirm_account;
mod expiry;
mod grant_licence;
mod invite_account;
mod mortality;
mod nonce;
mod origin;
mod register_organisation;
mod register_person;
mod reinstate;
mod remove_account;
mod suspend;
mod try_state;
mod withdraw_licence;

use crate::{
	mock::{Parties, *},
	*,
};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchError::BadOrigin};
use pallet_schemes::Error as SchemesError;
use sp_core::H256;
use tanpiao_support::{PartyBook, PartyId};

/// Every kind of caller that is no office's operator.
fn others() -> Vec<RuntimeOrigin> {
	vec![
		RuntimeOrigin::root(),
		RuntimeOrigin::none(),
		signed("Stranger"),
		signed("Forestry//council"),
		signed("Forestry//validator"),
	]
}

fn record(party: PartyId) -> Party {
	crate::Parties::<Test>::get(party).unwrap()
}
