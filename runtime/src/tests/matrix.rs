//! Every call of ours against every kind of caller.

use super::*;
use frame_support::{
	dispatch::DispatchErrorWithPostInfo,
	storage::{with_transaction, TransactionOutcome},
};
use pallet_carbon_voucher::{
	ChangeKind, Error as VoucherError, FreezeOrder, InspectionMethod, LawfulCause, LawfulTransfer,
	LossKind, OffsetPurpose, Succession, TransferCause,
};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::BTreeMap;
use tanpiao_support::{
	Allotment, Fen, IssuanceId, Kilograms, Lot, OrderId, Ownership, RequestId, Share, ShareOfferId,
	VoucherId,
};

/// Who gets past a call's check of its origin.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Gate {
	/// The council, three of four.
	Council,
	/// Those who sign for an active office; of them, those whose office holds the duty.
	Office(Duty),
	/// Accounts of active parties.
	Party,
	/// Either of the two.
	OfficeOrParty(Duty),
	/// Those who sign for an active office; of them, those whose office holds either duty.
	EitherDuty(Duty, Duty),
	/// The same; of them, the office that entered what it is about.
	Orderer(Duty, Duty),
	/// Every signature.
	Anybody,
}

use Gate::*;

/// Each call of ours and its gate.
const GATES: [(&str, &str, Gate); 58] = [
	("Schemes", "add_scheme", Council),
	("Schemes", "update_scheme", Council),
	("Schemes", "add_office", Council),
	("Schemes", "update_office", Council),
	("Schemes", "set_office_active", Council),
	("Schemes", "assign_duty", Council),
	("Schemes", "add_account", Council),
	("Schemes", "remove_account", Council),
	("Schemes", "set_roles", Council),
	("Parties", "register_organisation", Office(Duty::Register)),
	("Parties", "register_person", Office(Duty::Register)),
	("Parties", "add_account", Office(Duty::Register)),
	("Parties", "invite_account", Office(Duty::Register)),
	("Parties", "confirm_account", Anybody),
	("Parties", "remove_account", Office(Duty::Register)),
	("Parties", "suspend", Office(Duty::Register)),
	("Parties", "reinstate", Office(Duty::Register)),
	("Parties", "ask_consent", Party),
	("Parties", "grant_licence", Office(Duty::OverseeFinance)),
	("Parties", "withdraw_licence", Office(Duty::OverseeFinance)),
	("CarbonVoucher", "issue", Office(Duty::Issue)),
	("CarbonVoucher", "split", Party),
	("CarbonVoucher", "transfer", Party),
	("CarbonVoucher", "accept_transfer", Party),
	("CarbonVoucher", "effect_transfer", Office(Duty::OperateMarket)),
	("CarbonVoucher", "refuse_transfer", OfficeOrParty(Duty::OperateMarket)),
	("CarbonVoucher", "cancel_transfer", Party),
	("CarbonVoucher", "offer_pledge", Party),
	("CarbonVoucher", "accept_pledge", Party),
	("CarbonVoucher", "decline_pledge", Party),
	("CarbonVoucher", "withdraw_pledge_offer", Party),
	("CarbonVoucher", "release_pledge", Party),
	("CarbonVoucher", "request_offset", Party),
	("CarbonVoucher", "withdraw_offset", Party),
	("CarbonVoucher", "certify_offset", Office(Duty::CertifyOffset)),
	("CarbonVoucher", "refuse_offset", Office(Duty::CertifyOffset)),
	("CarbonVoucher", "merge", Party),
	("CarbonVoucher", "enter_transfer", Office(Duty::Register)),
	("CarbonVoucher", "record_change", Office(Duty::Register)),
	("CarbonVoucher", "freeze", EitherDuty(Duty::Register, Duty::Supervise)),
	("CarbonVoucher", "extend_freeze", Orderer(Duty::Register, Duty::Supervise)),
	("CarbonVoucher", "lift_freeze", Orderer(Duty::Register, Duty::Supervise)),
	("CarbonVoucher", "report_loss", Party),
	("CarbonVoucher", "report_found", OfficeOrParty(Duty::Register)),
	("CarbonVoucher", "record_inspection", Office(Duty::Supervise)),
	("CarbonVoucher", "propose", Party),
	("CarbonVoucher", "sign_proposal", Party),
	("CarbonVoucher", "withdraw_proposal", Party),
	("CarbonVoucher", "partition", Party),
	("CarbonVoucher", "offer_share", Party),
	("CarbonVoucher", "take_share", Party),
	("CarbonVoucher", "complete_share", OfficeOrParty(Duty::OperateMarket)),
	("CarbonVoucher", "withdraw_share_offer", Party),
	("CarbonVoucher", "propose_pledge_change", Party),
	("CarbonVoucher", "accept_pledge_change", Party),
	("CarbonVoucher", "drop_pledge_change", Party),
	("CarbonVoucher", "sell_pledged", Office(Duty::OperateMarket)),
	("CarbonVoucher", "enforce_by_court", Office(Duty::Register)),
];

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Caller {
	Nobody,
	Root,
	Stranger,
	Operator,
	RemovedOperator,
	OperatorOfInactiveOffice,
	CouncilMember,
	Validator,
	Party,
	SuspendedParty,
	TwoOfFour,
	ThreeOfFour,
}

impl Gate {
	fn admits(self, caller: Caller) -> bool {
		match self {
			Council => caller == Caller::ThreeOfFour,
			Office(_) | EitherDuty(..) | Orderer(..) => caller == Caller::Operator,
			Party => caller == Caller::Party,
			OfficeOrParty(_) => matches!(caller, Caller::Operator | Caller::Party),
			Anybody => !matches!(
				caller,
				Caller::Nobody | Caller::Root | Caller::TwoOfFour | Caller::ThreeOfFour
			),
		}
	}
}

/// One of each kind of caller, and every operator, member and validator of the preset.
fn callers() -> Vec<(Caller, String, RuntimeOrigin)> {
	register(WH, "//Owner");
	let suspended = register(WH, "//Suspended");
	assert_ok!(Parties::suspend(operator_for(WH, Duty::Register), suspended, Hash::zero()));
	let roles = tanpiao_support::Roles::OPERATOR;
	for (uri, removed) in [("//Former", true), ("//Closed", false)] {
		let code = pallet_schemes::OfficeCode(text(&uri[2..].to_uppercase()));
		let names = tanpiao_support::Names { zh: text(uri), en: text(uri) };
		let id = pallet_schemes::NextOffice::<Runtime>::get();
		assert_ok!(Schemes::add_office(council(3, 4), code, names));
		assert_ok!(Schemes::add_account(council(3, 4), id, account(uri), roles));
		if removed {
			assert_ok!(Schemes::remove_account(council(3, 4), account(uri)));
		} else {
			assert_ok!(Schemes::set_office_active(council(3, 4), id, false));
		}
	}

	let mut callers = vec![
		(Caller::Nobody, "nobody".into(), RuntimeOrigin::none()),
		(Caller::Root, "root".into(), RuntimeOrigin::root()),
		(Caller::TwoOfFour, "two of four".into(), council(2, 4)),
		(Caller::ThreeOfFour, "three of four".into(), council(3, 4)),
	];
	let mut sign = |caller, uri: String| {
		let origin = signed(&uri);
		callers.push((caller, uri, origin));
	};
	sign(Caller::Stranger, "//Stranger".into());
	sign(Caller::Party, "//Owner".into());
	sign(Caller::SuspendedParty, "//Suspended".into());
	sign(Caller::RemovedOperator, "//Former".into());
	sign(Caller::OperatorOfInactiveOffice, "//Closed".into());
	for (place, (_, uri)) in OFFICES.iter().enumerate() {
		sign(Caller::Operator, uri.to_string());
		if place < DEPARTMENTS {
			sign(Caller::CouncilMember, format!("{uri}//council"));
			sign(Caller::Validator, format!("{uri}//validator"));
		}
	}
	callers
}

/// Dispatches without effect.
fn outcome(call: &RuntimeCall, origin: &RuntimeOrigin) -> Result<(), DispatchError> {
	with_transaction(|| {
		let result = call.clone().dispatch(origin.clone());
		let result = result.map(drop).map_err(|DispatchErrorWithPostInfo { error, .. }| error);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
	})
	.unwrap()
}

fn ours() -> BTreeMap<(&'static str, &'static str), RuntimeCall> {
	super::closed::all_calls()
		.into_iter()
		.filter(|(pallet, ..)| ["Schemes", "Parties", "CarbonVoucher"].contains(pallet))
		.map(|(pallet, name, call)| ((pallet, name), call))
		.collect()
}

#[test]
fn every_call_of_ours_has_its_row() {
	let rows: Vec<_> = GATES.iter().map(|(pallet, name, _)| (*pallet, *name)).collect();
	let mut sorted = rows.clone();
	sorted.sort();
	sorted.dedup();
	assert_eq!(sorted.len(), rows.len(), "a row is there twice");
	assert_eq!(sorted, ours().into_keys().collect::<Vec<_>>());
}

#[test]
fn origins_admit_whom_they_should_and_nobody_else() {
	on_local(|| {
		let calls = ours();
		let callers = callers();
		for (pallet, name, gate) in GATES {
			let call = &calls[&(pallet, name)];
			for (caller, who, origin) in &callers {
				let result = outcome(call, origin);
				let passed = !matches!(result, Err(DispatchError::BadOrigin));
				assert_eq!(passed, gate.admits(*caller), "{pallet}::{name} by {who}: {result:?}");
			}
		}
	});
}

/// For ten days.
fn freeze_order() -> FreezeOrder {
	FreezeOrder {
		order_no: text("（2026）鲁10执1号"),
		authority: text("威海市中级人民法院"),
		basis: text("民事诉讼法第二百五十三条"),
		expires: CarbonVoucher::today().plus(10),
		evidence: Hash::zero(),
	}
}

/// What a scheme's duties can be asked to act on.
struct Objects {
	scheme: SchemeId,
	party: PartyId,
	suspended: PartyId,
	licensed: PartyId,
	request: RequestId,
	order: Option<OrderId>,
	share: Option<ShareOfferId>,
	uri: String,
}

impl Objects {
	/// Makes a party with a voucher of which a part waits for its certificate of offset, and, where
	/// a duty effects sales, another for its sale.
	fn new(scheme: SchemeId) -> Self {
		let uri = format!("//Owner{}", scheme.0);
		let register_office = operator_for(scheme, Duty::Register);
		let party = register(scheme, &uri);
		let licensed = register(scheme, &format!("{uri}//bank"));
		let suspended = register(scheme, &format!("{uri}//suspended"));
		assert_ok!(Parties::suspend(register_office, suspended, Hash::zero()));
		let finance = operator_for(scheme, Duty::OverseeFinance);
		assert_ok!(Parties::grant_licence(finance, scheme, licensed, Hash::zero()));
		let issuer = operator_for(scheme, Duty::Issue);
		for filing in ["offset", "sale", "frozen", "lost", "free"] {
			let order = issue_order(scheme, filing, party, 5_000);
			assert_ok!(CarbonVoucher::issue(issuer.clone(), order));
		}
		let share = |party| Share { party, millionths: 500_000 };
		let shared = Ownership::Common(vec![share(party), share(licensed)].try_into().unwrap());
		let mut order = issue_order(scheme, "shared", party, 5_000);
		order.allotments[0].ownership = shared;
		assert_ok!(CarbonVoucher::issue(issuer, order));
		let lot = |serial| Lot {
			voucher: VoucherId { issuance: IssuanceId { scheme, year: 2026, serial }, part: 1 },
			edition: 1,
			amount: None,
		};
		assert_ok!(CarbonVoucher::request_offset(
			signed(&uri),
			vec![lot(1)].try_into().unwrap(),
			party,
			OffsetPurpose::AnnualEmissions { year: 2025 },
			text("2025"),
		));
		let request = pallet_carbon_voucher::LastRequest::<Runtime>::get();
		assert_ok!(CarbonVoucher::transfer(
			signed(&uri),
			lot(2),
			licensed,
			TransferCause::Sale { price: Fen(100) },
			text("H-A8"),
			None,
		));
		let effected = Schemes::overview(scheme).unwrap().rules.effects.sale.is_some();
		let order = effected.then(pallet_carbon_voucher::LastOrder::<Runtime>::get);
		let register_office = operator_for(scheme, Duty::Register);
		let frozen = vec![lot(3)].try_into().unwrap();
		assert_ok!(CarbonVoucher::freeze(register_office, frozen, freeze_order()));
		assert_ok!(CarbonVoucher::report_loss(
			signed(&uri),
			lot(4).voucher,
			1,
			LossKind::Lost,
			text("水灾"),
		));
		assert_ok!(CarbonVoucher::offer_share(
			signed(&uri),
			lot(6).voucher,
			1,
			licensed,
			1,
			TransferCause::Sale { price: Fen(100) },
			text(""),
			Hash::zero(),
		));
		let share = effected.then(pallet_carbon_voucher::LastShareOffer::<Runtime>::get);
		Self { scheme, party, suspended, licensed, request, order, share, uri }
	}

	/// The call, on what exists; `None`: its duty has nothing to do in this scheme.
	fn call(&self, name: &str, pallet: &str) -> Option<RuntimeCall> {
		use pallet_carbon_voucher::Call as Voucher;
		use pallet_parties::Call as Register;

		let Self { scheme, party, suspended, licensed, request, order, share, uri } = self;
		let (scheme, party, evidence) = (*scheme, *party, Hash::zero());
		let free = VoucherId { issuance: IssuanceId { scheme, year: 2026, serial: 5 }, part: 1 };
		let freeze = pallet_carbon_voucher::LastFreeze::<Runtime>::get();
		let lot = Lot { voucher: free, edition: 1, amount: None };
		let reference = text("文书");
		Some(match (pallet, name) {
			("Parties", "register_organisation") => Register::register_organisation {
				scheme,
				name: text("某公司"),
				code: credit_code(1_000_000),
			}
			.into(),
			("Parties", "register_person") => {
				Register::register_person { scheme, commitment: evidence, tag: evidence }.into()
			}
			("Parties", "add_account") => {
				let clerk = account("//Clerk");
				let payload =
					pallet_parties::account_payload(&genesis_hash(), party, &clerk, &10u32);
				let signature = key("//Clerk").sign(&payload).into();
				Register::add_account { party, account: clerk, valid_until: 10, signature }.into()
			}
			("Parties", "invite_account") => {
				Register::invite_account { party, account: account("//Clerk"), valid_until: 10 }
					.into()
			}
			("Parties", "remove_account") => {
				Register::remove_account { account: account(uri) }.into()
			}
			("Parties", "suspend") => Register::suspend { party, evidence }.into(),
			("Parties", "reinstate") => Register::reinstate { party: *suspended, evidence }.into(),
			("Parties", "grant_licence") => {
				Register::grant_licence { scheme, party, evidence }.into()
			}
			("Parties", "withdraw_licence") => {
				Register::withdraw_licence { scheme, party: *licensed, evidence }.into()
			}
			("CarbonVoucher", "issue") => {
				Voucher::issue { order: issue_order(scheme, "new", party, 1) }.into()
			}
			("CarbonVoucher", "effect_transfer") => {
				Voucher::effect_transfer { order: (*order)? }.into()
			}
			("CarbonVoucher", "refuse_transfer") => {
				Voucher::refuse_transfer { order: (*order)? }.into()
			}
			("CarbonVoucher", "certify_offset") => {
				Voucher::certify_offset { request: *request, evidence }.into()
			}
			("CarbonVoucher", "refuse_offset") => {
				Voucher::refuse_offset { request: *request, reason: text("材料不全") }.into()
			}
			("CarbonVoucher", "enter_transfer") => {
				let allotment =
					Allotment { ownership: Ownership::Sole(*licensed), amount: Kilograms(5_000) };
				let transfer = LawfulTransfer {
					lot,
					cause: LawfulCause::Inheritance,
					to: Succession::Lot(vec![allotment].try_into().unwrap()),
					lifts: Default::default(),
					reference,
					evidence,
				};
				Voucher::enter_transfer { transfer }.into()
			}
			("CarbonVoucher", "record_change") => Voucher::record_change {
				voucher: free,
				edition: 1,
				kind: ChangeKind::Identity,
				reference,
				evidence,
			}
			.into(),
			("CarbonVoucher", "freeze") => {
				let lots = vec![lot].try_into().unwrap();
				Voucher::freeze { lots, order: freeze_order() }.into()
			}
			("CarbonVoucher", "extend_freeze") => {
				let expires = freeze_order().expires.next();
				Voucher::extend_freeze { freeze, expires, reference, evidence }.into()
			}
			("CarbonVoucher", "lift_freeze") => {
				Voucher::lift_freeze { freeze, reference, evidence }.into()
			}
			("CarbonVoucher", "report_found") => {
				let loss = pallet_carbon_voucher::LastLoss::<Runtime>::get();
				Voucher::report_found { loss }.into()
			}
			("CarbonVoucher", "record_inspection") => Voucher::record_inspection {
				voucher: free,
				day: CarbonVoucher::today(),
				method: InspectionMethod::OnSite,
				finding: text("符合"),
				evidence,
			}
			.into(),
			("CarbonVoucher", "complete_share") => {
				Voucher::complete_share { offer: (*share)? }.into()
			}
			// A default cannot be waited for here: the pallet's tests enforce.
			("CarbonVoucher", "sell_pledged" | "enforce_by_court") => return None,
			_ => panic!("{pallet}::{name} needs a call here"),
		})
	}
}

#[test]
fn w4_h4_duties_are_done_by_their_offices_and_no_others() {
	on_local(|| {
		for scheme in [WH, HS] {
			let objects = Objects::new(scheme);
			for (pallet, name, gate) in GATES {
				let duties = match gate {
					Office(duty) | OfficeOrParty(duty) => vec![duty],
					EitherDuty(one, other) | Orderer(one, other) => vec![one, other],
					Council | Party | Anybody => continue,
				};
				let Some(call) = objects.call(name, pallet) else { continue };
				for (code, uri) in OFFICES {
					let result = outcome(&call, &signed(uri));
					let holds = duties.iter().any(|duty| holders(scheme, *duty).contains(&code));
					let entered = holders(scheme, Duty::Register).contains(&code);
					let expected = match gate {
						_ if !holds => Err(pallet_schemes::Error::<Runtime>::DutyNotHeld.into()),
						Orderer(..) if !entered => {
							Err(VoucherError::<Runtime>::NotOrderedByOffice.into())
						}
						_ => Ok(()),
					};
					assert_eq!(result, expected, "{pallet}::{name} of {scheme:?} by {code}");
				}
			}
		}
	});
}

#[test]
fn h4_a_joint_duty_is_not_done_by_one_signature() {
	use tanpiao_support::SchemeBook;

	on_local(|| {
		for code in ["NATRES", "FORESTRY"] {
			assert_eq!(
				Schemes::ensure_duty(office(code), HS, Duty::Determine),
				Err(pallet_schemes::Error::<Runtime>::JointDuty.into())
			);
		}
	});
}
