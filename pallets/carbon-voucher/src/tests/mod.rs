mod escrow;
mod expiry;
mod freeze;
mod inspection;
mod invariants;
mod issue;
mod loss;
mod offset;
mod orders;
mod pledge;
mod reads;
mod sizes;
mod split;
mod transfer;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;
use tanpiao_support::*;
