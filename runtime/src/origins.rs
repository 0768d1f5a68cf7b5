//! Who may do what.
//!
//! - **Nobody** is root: there is no sudo, and nothing on this chain dispatches as root. What the SDK
//!   keeps for root, upgrades among it, is out of everybody's reach until a call of ours lets the
//!   council decide it.
//! - **The council** of the departments ([`GovernanceOrigin`]: three quarters of its seats, three of
//!   four) changes schemes, offices, their accounts and duties, and by the council role of those
//!   accounts its own seats. One member proposes, the members vote, a member closes.
//! - **An office** acts through those of its accounts that sign for duties ([`OfficeOrigin`]), while
//!   it is active. Which office holds the duty that a call needs is asked of the scheme concerned:
//!   Register keeps parties and their accounts, OverseeFinance pledgees' licences, Issue turns filed
//!   amounts into vouchers, CertifyOffset burns them, and the duty that a scheme names effects its
//!   transfers (H13).
//! - **A party** acts through its accounts ([`PartyOrigin`]), while it is not suspended, on what is
//!   its own.
//! - **An invited account** may confirm that it acts for the party that Register named.
//! - **A validator's account** names its office's validator; its session keys sign blocks and votes,
//!   it signs no transactions that count.
//! - **Everybody else** gets nothing into the pool: [`crate::TxExtension`] admits only the accounts
//!   above. Unsigned there are only the author's timestamp and GRANDPA's reports of equivocations.
//!
//! Which calls of the SDK are open at all stands in [`crate::configs::system::OpenCalls`].

use crate::{configs::governance::CouncilInstance, AccountId, Runtime};
use pallet_collective::EnsureProportionAtLeast;

/// Three quarters of the council: three of four departments, or the one of a development chain.
pub type GovernanceOrigin = EnsureProportionAtLeast<AccountId, CouncilInstance, 3, 4>;

/// An account that signs for the duties of an active office.
pub type OfficeOrigin = pallet_schemes::EnsureOffice<Runtime>;

/// An account of a party that is not suspended.
pub type PartyOrigin = pallet_parties::EnsureParty<Runtime>;
