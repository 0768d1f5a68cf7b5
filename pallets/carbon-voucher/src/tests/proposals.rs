//! What co-owners do together (CC 301), and the change of co-ownership's kind (W10).

use super::*;

fn propose(by: PartyId, act: OwnersAct) -> Result<(), sp_runtime::DispatchError> {
	CarbonVoucher::propose(party(by), act)
}

fn sign(by: PartyId) -> Result<(), sp_runtime::DispatchError> {
	let id = LastProposal::<Test>::get();
	CarbonVoucher::sign_proposal(party(by), id).map(|_| ()).map_err(|error| error.error)
}

fn open() -> Option<Proposal> {
	CarbonVoucher::proposal(LastProposal::<Test>::get())
}

fn split(id: VoucherId, amount: u64) -> OwnersAct {
	OwnersAct::Split { voucher: id, edition: voucher(id).edition, amount: kg(amount) }
}

fn give(lot: Lot, to: PartyId) -> OwnersAct {
	sell(lot, to, TransferCause::Gift)
}

fn sell(lot: Lot, to: PartyId, cause: TransferCause) -> OwnersAct {
	OwnersAct::Transfer { lot, to, cause, reference: Text::new(), evidence: None }
}

fn change(id: VoucherId, ownership: Ownership) -> OwnersAct {
	OwnersAct::ChangeOwnership { voucher: id, edition: voucher(id).edition, ownership }
}

fn offer(of: &[Lot]) -> OwnersAct {
	OwnersAct::OfferPledge { lots: lots(of), pledgee: BANK, terms: terms() }
}

fn offset(of: &[Lot]) -> OwnersAct {
	let statement = Text::new();
	OwnersAct::RequestOffset { lots: lots(of), beneficiary: BUYER, purpose: purpose(), statement }
}

/// To the first pledge's sale.
fn consent() -> OwnersAct {
	OwnersAct::AcceptPledgeChange { pledge: PledgeId(1), change: PledgeChange::Sale }
}

/// 40, 30 and 30 in a hundred.
fn three() -> Ownership {
	common(&[(VILLAGE, 400_000), (BUYER, 300_000), (THIRD, 300_000)])
}

#[test]
fn cc301_two_thirds_of_common_owners_dispose_of_the_whole() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		System::reset_events();
		assert_ok!(propose(BUYER, give(whole(first), CAREFUL)));
		let proposal = open().unwrap();
		assert_eq!(proposal.signers.to_vec(), [BUYER]);
		assert_eq!(proposal.expires, Day(TODAY.0 + 1 + u32::from(PERIODS.proposal)));
		assert_eq!(events(), [Event::Proposed { proposal: ProposalId(1), by: BUYER }]);
		System::reset_events();
		assert_ok!(sign(THIRD));
		assert_eq!(events(), [Event::ProposalSigned { proposal: ProposalId(1), by: THIRD }]);
		assert_eq!(open().unwrap().signers.to_vec(), [BUYER, THIRD]);
		System::reset_events();
		assert_ok!(sign(VILLAGE));
		// The receiver asked to sign too; the order names those who signed.
		let order = CarbonVoucher::transfer_order(OrderId(1)).unwrap();
		assert_eq!(order.from.to_vec(), [BUYER, THIRD, VILLAGE]);
		assert_eq!(
			events(),
			[
				Event::TransferOrdered {
					order: OrderId(1),
					voucher: first,
					from: BUYER,
					to: CAREFUL,
					needs: Needs { receiver: true, duty: None }
				},
				Event::ProposalExecuted { proposal: ProposalId(1) }
			]
		);
		assert_eq!(open(), None);
		assert_ok!(CarbonVoucher::accept_transfer(party(CAREFUL), OrderId(1)));
		assert_eq!(voucher(first).ownership, Ownership::Sole(CAREFUL));
	});
}

#[test]
fn cc301_two_thirds_are_enough_and_a_millionth_less_is_not() {
	for (millionths, enough) in [(666_666, false), (666_667, true)] {
		build_and_execute(|| {
			let owned = common(&[(VILLAGE, millionths), (BUYER, 1_000_000 - millionths)]);
			let first = issue_owned("一号", owned, 100);
			// By a call of its own, by a proposal, and by the signature that makes up for it.
			let alone = CarbonVoucher::split(party(VILLAGE), first, 1, kg(10));
			assert_eq!(alone.is_ok(), enough);
			if !enough {
				assert_eq!(alone, Err(Error::<Test>::CoOwned.into()));
			}
			assert_ok!(propose(VILLAGE, split(first, 20)));
			assert_eq!(open().is_none(), enough);

			let rest = 1_000_000 - millionths;
			let owned = common(&[(VILLAGE, millionths - 1), (THIRD, 1), (BUYER, rest)]);
			let second = issue_owned("二号", owned, 100);
			assert_ok!(propose(VILLAGE, split(second, 20)));
			assert_ok!(sign(THIRD));
			assert_eq!(open().is_none(), enough);
			assert_eq!(voucher(second).amount(), kg(if enough { 80 } else { 100 }));
		});
	}
}

#[test]
fn cc301_joint_owners_all_sign() {
	build_and_execute(|| {
		let first = issue_owned("一号", joint(&[VILLAGE, BUYER, THIRD]), 100);
		assert_noop!(
			CarbonVoucher::split(party(VILLAGE), first, 1, kg(10)),
			Error::<Test>::CoOwned
		);
		assert_ok!(propose(VILLAGE, split(first, 10)));
		assert_ok!(sign(BUYER));
		assert_eq!(voucher(first).amount(), kg(100));
		System::reset_events();
		assert_ok!(sign(THIRD));
		assert_eq!(voucher(part(first, 2)).ownership, joint(&[VILLAGE, BUYER, THIRD]));
		// Done with the last signature, which its record names.
		let record = CarbonVoucher::register_page(first, 1, 1).pop().unwrap().1;
		assert_eq!(record.by, By::Party(THIRD, party_account(THIRD)));
		assert_eq!(
			events(),
			[
				Event::Split { voucher: first, into: part(first, 2), amount: kg(10) },
				Event::ProposalExecuted { proposal: ProposalId(1) }
			]
		);
	});
}

#[test]
fn who_may_dispose_alone_needs_no_proposal() {
	build_and_execute(|| {
		let owned = issue("一号", 100);
		let mostly = issue_owned("二号", common(&[(VILLAGE, 700_000), (BUYER, 300_000)]), 100);
		for id in [owned, mostly] {
			System::reset_events();
			assert_ok!(propose(VILLAGE, split(id, 10)));
			assert_eq!(events(), [Event::Split { voucher: id, into: part(id, 2), amount: kg(10) }]);
		}
		assert_eq!(LastProposal::<Test>::get(), ProposalId(0));
	});
}

#[test]
fn owners_do_together_what_one_does_alone() {
	build_and_execute(|| {
		let ours = || in_common(VILLAGE, BUYER);
		let first = issue_owned("一号", ours(), 100);
		let done = |act| {
			assert_ok!(propose(VILLAGE, act));
			assert_ok!(sign(BUYER));
			assert_eq!(open(), None);
		};
		done(split(first, 40));
		let second = part(first, 2);
		done(OwnersAct::Merge { voucher: second, edition: 1, other: first, other_edition: 2 });
		assert_eq!(voucher(first).amount(), kg(100));

		done(give(some(first, 10), THIRD));
		assert_eq!(voucher(part(first, 3)).ownership, Ownership::Sole(THIRD));

		done(offset(&[some(first, 10)]));
		let request = CarbonVoucher::offset_request(RequestId(1)).unwrap();
		assert_eq!(request.owners.to_vec(), [VILLAGE, BUYER]);
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));

		done(offer(&[some(first, 10)]));
		assert_eq!(CarbonVoucher::pledge(PledgeId(1)).unwrap().owner, VILLAGE);
		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PledgeId(1)));

		let heshan = issue_owned_in_heshan("三号", ours(), 100);
		done(sell(whole(heshan), THIRD, sale(5)));
		assert_ok!(CarbonVoucher::effect_transfer(office(PLATFORM), OrderId(1)));
		assert_eq!(voucher(heshan).ownership, Ownership::Sole(THIRD));
	});
}

#[test]
fn several_vouchers_need_enough_owners_of_each() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		let second = issue_owned("二号", in_common(VILLAGE, THIRD), 100);
		let act = offset(&[whole(first), whole(second)]);
		assert_noop!(propose(BUYER, act.clone()), Error::<Test>::NotOwner);
		assert_ok!(propose(VILLAGE, act));
		assert_ok!(sign(BUYER));
		assert!(open().is_some());
		assert_ok!(sign(THIRD));
		assert_eq!(CarbonVoucher::holds_of(second), [HoldKey::OffsetRequest(RequestId(1))]);
	});
}

#[test]
fn what_could_not_be_done_is_not_proposed() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		let refused = |act, error: Error<Test>| {
			assert_noop!(propose(VILLAGE, act), error);
		};
		let old = Lot { edition: 2, ..whole(first) };
		refused(split(first, 0), Error::ZeroAmount);
		refused(split(first, 100), Error::AmountTooLarge);
		refused(give(old, THIRD), Error::StaleEdition);
		refused(give(whole(first), NOBODY), Error::UnknownParty);
		refused(give(whole(first), SUSPENDED), Error::PartySuspended);
		refused(sell(whole(first), THIRD, sale(0)), Error::ZeroPrice);
		refused(offer(&[]), Error::NoLots);
		refused(offer(&[whole(first), whole(first)]), Error::RepeatedLot);
		let pledgee = THIRD;
		refused(
			OwnersAct::OfferPledge { lots: lots(&[whole(first)]), pledgee, terms: terms() },
			Error::NotLicensed,
		);
		refused(
			OwnersAct::RequestOffset {
				lots: lots(&[whole(first)]),
				beneficiary: BUYER,
				purpose: OffsetPurpose::AnnualEmissions { year: 1999 },
				statement: Text::new(),
			},
			Error::InvalidPurpose,
		);
		let other = issue_owned("二号", in_common(VILLAGE, BUYER), 100);
		refused(
			OwnersAct::Merge { voucher: first, edition: 1, other, other_edition: 1 },
			Error::NotAdjacent,
		);
		refused(
			OwnersAct::Split { voucher: wh(9), edition: 1, amount: kg(1) },
			Error::UnknownVoucher,
		);
		refused(consent(), Error::UnknownPledge);
		order_freeze(&[whole(first)]);
		refused(give(whole(first), THIRD), Error::Frozen);

		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::propose(origin, split(other, 1)), BadOrigin);
		}
		assert_noop!(propose(THIRD, split(other, 1)), Error::<Test>::NotOwner);
	});
}

#[test]
fn a_proposal_changes_nothing_but_itself() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		assert_ok!(propose(VILLAGE, offset(&[some(first, 40)])));
		assert_eq!(LastRequest::<Test>::get(), RequestId(0));
		assert_eq!(IssuanceStates::<Test>::get(first.issuance).unwrap().parts, 1);
		assert_eq!((voucher(first).edition, page(first).len()), (1, 1));
		assert_eq!(totals(WH), [100, 100, 0, 0, 0]);
		assert_ok!(propose(VILLAGE, split(first, 40)));
		assert_eq!(IssuanceStates::<Test>::get(first.issuance).unwrap().parts, 1);
	});
}

#[test]
fn who_signs_owns_something_of_it_and_signs_once() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		assert_noop!(sign(VILLAGE), Error::<Test>::UnknownProposal);
		assert_ok!(propose(BUYER, split(first, 10)));
		assert_noop!(sign(BANK), Error::<Test>::NotOwner);
		assert_noop!(sign(BUYER), Error::<Test>::AlreadySigned);
		assert_ok!(sign(THIRD));
		assert_noop!(sign(THIRD), Error::<Test>::AlreadySigned);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			let signed = CarbonVoucher::sign_proposal(origin, ProposalId(1));
			assert_eq!(signed.unwrap_err().error, BadOrigin);
		}
		assert_ok!(Parties::suspend(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_noop!(sign(VILLAGE), BadOrigin);
	});
}

#[test]
fn a_signature_against_yesterdays_paper_is_refused() {
	build_and_execute(|| {
		let owned = common(&[(VILLAGE, 700_000), (BUYER, 200_000), (THIRD, 100_000)]);
		let first = issue_owned("一号", owned.clone(), 100);
		assert_ok!(propose(BUYER, split(first, 10)));
		assert_ok!(propose(VILLAGE, split(first, 1)));
		// Before the last signature as well as with it.
		assert_noop!(sign(THIRD), Error::<Test>::StaleEdition);
		assert_noop!(sign(VILLAGE), Error::<Test>::StaleEdition);

		let second = issue_owned("二号", owned, 100);
		let lots = [whole(second), whole(first)];
		assert_ok!(propose(BUYER, offset(&lots)));
		assert_ok!(propose(VILLAGE, split(first, 1)));
		assert_noop!(sign(THIRD), Error::<Test>::StaleEdition);
	});
}

#[test]
fn a_proposal_ends_by_its_day() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		assert_ok!(propose(VILLAGE, split(first, 10)));
		assert_ok!(propose(VILLAGE, split(first, 20)));
		let expires = open().unwrap().expires;
		CarbonVoucher::sweep(sp_runtime::Weight::MAX);
		set_day(expires.0 - 1);
		assert_ok!(CarbonVoucher::sign_proposal(party(BUYER), ProposalId(1)));
		assert_ok!(propose(VILLAGE, split(first, 20)));
		assert_eq!(LastProposal::<Test>::get(), ProposalId(3));

		set_day(expires.0);
		let late = CarbonVoucher::sign_proposal(party(BUYER), ProposalId(2));
		assert_eq!(late.unwrap_err().error, Error::<Test>::Expired.into());
		System::reset_events();
		for _ in 0..2 {
			CarbonVoucher::sweep(sp_runtime::Weight::MAX);
		}
		assert_eq!(events(), [Event::ProposalExpired { proposal: ProposalId(2) }]);
		assert!(CarbonVoucher::proposal(ProposalId(2)).is_none());
		assert_ok!(sign(BUYER));
	});
}

#[test]
fn the_proposer_takes_it_back() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		let withdraw = |by| CarbonVoucher::withdraw_proposal(party(by), ProposalId(1));
		assert_noop!(withdraw(VILLAGE), Error::<Test>::UnknownProposal);
		assert_ok!(propose(VILLAGE, change(first, joint(&[VILLAGE, BUYER, THIRD]))));
		assert_ok!(sign(BUYER));
		assert_noop!(withdraw(BUYER), Error::<Test>::NotProposer);
		assert_noop!(withdraw(THIRD), Error::<Test>::NotProposer);
		System::reset_events();
		assert_ok!(withdraw(VILLAGE));
		assert_eq!(events(), [Event::ProposalWithdrawn { proposal: ProposalId(1) }]);
		assert_eq!(open(), None);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), stranger(), office(FORESTRY)] {
			assert_noop!(CarbonVoucher::withdraw_proposal(origin, ProposalId(1)), BadOrigin);
		}
	});
}

#[test]
fn w20_a_freeze_meanwhile_stops_the_last_signature_and_not_the_proposal() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		assert_ok!(propose(VILLAGE, give(whole(first), THIRD)));
		let freeze = order_freeze(&[whole(first)]);
		assert_noop!(sign(BUYER), Error::<Test>::Frozen);
		assert_eq!(open().unwrap().signers.to_vec(), [VILLAGE]);
		thaw(freeze);
		assert_ok!(sign(BUYER));
		assert_eq!(voucher(first).ownership, Ownership::Sole(THIRD));
	});
}

#[test]
fn signatures_of_the_suspended_wait() {
	build_and_execute(|| {
		let first = issue_owned("一号", joint(&[VILLAGE, BUYER]), 100);
		assert_ok!(propose(VILLAGE, split(first, 10)));
		assert_ok!(Parties::suspend(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_noop!(sign(BUYER), Error::<Test>::PartySuspended);
		assert_ok!(Parties::reinstate(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_ok!(sign(BUYER));
		assert_eq!(voucher(first).amount(), kg(90));

		// Others make up for one who is suspended, and speak for themselves.
		let owned = common(&[(VILLAGE, 100_000), (BUYER, 500_000), (THIRD, 400_000)]);
		let second = issue_owned("二号", owned, 100);
		assert_ok!(propose(VILLAGE, offer(&[whole(second)])));
		assert_ok!(sign(BUYER));
		assert_ok!(Parties::suspend(office(FORESTRY), VILLAGE, EVIDENCE));
		assert_ok!(sign(THIRD));
		let pledge = CarbonVoucher::pledge(PledgeId(1)).unwrap();
		assert_eq!(pledge.owner, BUYER);
		assert!(matches!(pledge.state, PledgeState::Offered { signers, .. }
			if signers.to_vec() == [BUYER, THIRD]));
	});
}

#[test]
fn what_the_suspended_would_have_to_sign_is_not_proposed() {
	build_and_execute(|| {
		let together = issue_owned("一号", joint(&[VILLAGE, BUYER]), 100);
		let shares = common(&[(VILLAGE, 400_000), (BUYER, 300_000), (THIRD, 300_000)]);
		let shared = issue_owned("二号", shares, 100);
		assert_ok!(Parties::suspend(office(FORESTRY), BUYER, EVIDENCE));
		assert_noop!(propose(VILLAGE, split(together, 10)), Error::<Test>::PartySuspended);
		// The others have two thirds without it.
		assert_ok!(propose(VILLAGE, offer(&[whole(shared)])));
		assert_ok!(sign(THIRD));
		assert_eq!(open(), None);
	});
}

#[test]
fn signatures_of_those_who_are_no_owners_any_more_do_not_count() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		let belongs_to = |owners: &[PartyId]| {
			let mut changed = voucher(first);
			assert_ok!(CarbonVoucher::set_owners(first, &mut changed, joint(owners)).map_err(raise));
			Vouchers::<Test>::insert(first, changed);
		};
		belongs_to(&[VILLAGE, BUYER, THIRD]);
		// The consent to a change of a pledge names no edition. Two of three have signed it.
		let change = PledgeChange::Assign {
			to: BUYER,
			opinion: Opinion::Agrees,
			reference: Text::new(),
			evidence: EVIDENCE,
		};
		let expires = Day(TODAY.0 + 9);
		let act = OwnersAct::AcceptPledgeChange { pledge: PledgeId(1), change: change.clone() };
		let signers = vec![BUYER, VILLAGE].try_into().unwrap();
		LastProposal::<Test>::put(ProposalId(1));
		Proposals::<Test>::insert(ProposalId(1), Proposal { act, signers, expires });
		Expiries::<Test>::insert(expires, Expiry::Proposal(ProposalId(1)), ());

		belongs_to(&[VILLAGE, CAREFUL, THIRD]);
		assert_ok!(Parties::grant_licence(office(OfficeId(3)), WH, BUYER, EVIDENCE));
		assert_ok!(CarbonVoucher::propose_pledge_change(party(BANK), PledgeId(1), change));
		assert_noop!(sign(BUYER), Error::<Test>::NotOwner);
		assert_ok!(sign(THIRD));
		assert_eq!(open().unwrap().signers.to_vec(), [BUYER, VILLAGE, THIRD]);
		// All who own it now have signed. The buyer's signature as an owner is none as the new pledgee.
		assert_noop!(sign(CAREFUL), Error::<Test>::NotReceiver);
		assert_ok!(CarbonVoucher::withdraw_proposal(party(BUYER), ProposalId(1)));
	});
}

#[test]
fn owners_consent_together_to_the_change_that_they_read() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		assert_ok!(propose(VILLAGE, offer(&[whole(first)])));
		assert_ok!(sign(BUYER));
		assert_ok!(CarbonVoucher::accept_pledge(party(BANK), PledgeId(1)));
		assert_noop!(propose(VILLAGE, consent()), Error::<Test>::NoChangePending);

		let raised = |by: u64| {
			PledgeChange::Terms(PledgeTerms { secured: Fen(500_000_000 + by), ..terms() })
		};
		let ask = |change| {
			assert_ok!(CarbonVoucher::propose_pledge_change(party(BANK), PledgeId(1), change));
		};
		let agree =
			|by: u64| OwnersAct::AcceptPledgeChange { pledge: PledgeId(1), change: raised(by) };
		ask(raised(1));
		assert_noop!(propose(VILLAGE, agree(2)), Error::<Test>::ChangeDiffers);
		assert_noop!(propose(THIRD, agree(1)), Error::<Test>::NotOwner);
		assert_ok!(propose(VILLAGE, agree(1)));
		// Another is put in its place before the last of them signs.
		assert_ok!(CarbonVoucher::drop_pledge_change(party(BANK), PledgeId(1)));
		ask(raised(2));
		assert_noop!(sign(BUYER), Error::<Test>::ChangeDiffers);
		assert_ok!(propose(VILLAGE, agree(2)));
		assert_ok!(sign(BUYER));
		assert_eq!(CarbonVoucher::pledge(PledgeId(1)).unwrap().terms.secured, Fen(500_000_002));
	});
}

#[test]
fn thirty_two_sign_together_and_not_more() {
	build_and_execute(|| {
		let all = crowd(63);
		let first = issue_owned("一号", joint(&all[..32]), 100);
		let mut others = vec![VILLAGE];
		others.extend(&all[32..63]);
		let second = issue_owned("二号", joint(&others), 100);
		assert_noop!(
			propose(VILLAGE, offset(&[whole(first), whole(second)])),
			Error::<Test>::TooManyOwners
		);
		assert_ok!(propose(VILLAGE, offset(&[whole(first)])));
		for owner in &all[1..32] {
			assert!(open().is_some());
			assert_ok!(sign(*owner));
		}
		assert_eq!(CarbonVoucher::offset_request(RequestId(1)).unwrap().owners.len(), 32);

		// One who signed owns nothing any more: its place stays taken.
		assert_ok!(propose(VILLAGE, split(second, 10)));
		Proposals::<Test>::mutate(LastProposal::<Test>::get(), |proposal| {
			proposal.as_mut().unwrap().signers = all[1..33].to_vec().try_into().unwrap();
		});
		assert_noop!(sign(VILLAGE), Error::<Test>::TooManyOwners);
	});
}

#[test]
fn w10_common_ownership_becomes_joint_and_joint_common() {
	build_and_execute(|| {
		let first = issue_owned("一号", three(), 100);
		let together = joint(&[THIRD, VILLAGE, BUYER]);
		// One with two thirds, or two of them, are not all.
		assert_ok!(propose(VILLAGE, change(first, together.clone())));
		assert_ok!(sign(BUYER));
		assert_eq!(voucher(first).ownership, three());
		System::reset_events();
		assert_ok!(sign(THIRD));
		assert_eq!((voucher(first).ownership, voucher(first).edition), (together.clone(), 2));
		assert_eq!(page(first), [RecordKind::Issued, RecordKind::OwnershipChanged]);
		assert_eq!(
			events(),
			[
				Event::OwnershipChanged { voucher: first, ownership: together },
				Event::ProposalExecuted { proposal: ProposalId(1) }
			]
		);

		let shares = common(&[(VILLAGE, 1), (BUYER, 999_998), (THIRD, 1)]);
		assert_ok!(propose(VILLAGE, change(first, shares.clone())));
		assert_ok!(sign(BUYER));
		assert_ok!(sign(THIRD));
		assert_eq!(voucher(first).ownership, shares);

		// Not even one who may dispose of all else alone.
		assert_ok!(propose(BUYER, change(first, joint(&[VILLAGE, BUYER, THIRD]))));
		assert!(open().is_some());
	});
}

#[test]
fn w10_a_change_of_kind_changes_nothing_else() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		let refused = |ownership, error: Error<Test>| {
			assert_noop!(propose(VILLAGE, change(first, ownership)), error);
		};
		refused(common(&[(VILLAGE, 600_000), (BUYER, 400_000)]), Error::SameKind);
		refused(joint(&[VILLAGE, BUYER, THIRD]), Error::DifferentOwners);
		refused(joint(&[VILLAGE, THIRD]), Error::DifferentOwners);
		refused(Ownership::Sole(VILLAGE), Error::DifferentOwners);
		refused(joint(&[VILLAGE, VILLAGE]), Error::RepeatedOwner);
		refused(joint(&[VILLAGE]), Error::TooFewOwners);
		let ownership = joint(&[VILLAGE, BUYER]);
		assert_noop!(
			propose(VILLAGE, OwnersAct::ChangeOwnership { voucher: first, edition: 2, ownership }),
			Error::<Test>::StaleEdition
		);
		let owned = issue("二号", 100);
		assert_noop!(
			propose(VILLAGE, change(owned, Ownership::Sole(VILLAGE))),
			Error::<Test>::SameKind
		);
		let together = issue_owned("三号", joint(&[VILLAGE, BUYER]), 100);
		assert_noop!(
			propose(VILLAGE, change(together, joint(&[BUYER, VILLAGE]))),
			Error::<Test>::SameKind
		);
		assert_noop!(
			propose(VILLAGE, change(together, common(&[(VILLAGE, 1), (BUYER, 1)]))),
			Error::<Test>::InvalidShares
		);
		order_freeze(&[whole(first)]);
		refused(joint(&[VILLAGE, BUYER]), Error::Frozen);
	});
}

#[test]
fn what_is_done_weighs_no_more_than_was_declared() {
	build_and_execute(|| {
		let first = issue_owned("一号", in_common(VILLAGE, BUYER), 100);
		let lot = whole(first);
		let acts = [
			split(first, 1),
			OwnersAct::Merge { voucher: first, edition: 1, other: first, other_edition: 1 },
			give(lot, THIRD),
			offer(&[lot; MAX_LOTS as usize]),
			offset(&[lot; MAX_LOTS as usize]),
			consent(),
			change(first, joint(&[VILLAGE, BUYER])),
		];
		for act in &acts {
			assert!(CarbonVoucher::weight_of(act).all_gt(sp_runtime::Weight::zero()));
			assert!(CarbonVoucher::weight_of(act).all_lte(CarbonVoucher::dearest_act()));
		}

		let own = <() as WeightInfo>::sign_proposal();
		assert_ok!(propose(VILLAGE, change(first, joint(&[VILLAGE, BUYER]))));
		let done = CarbonVoucher::sign_proposal(party(BUYER), ProposalId(1)).unwrap();
		let act = <() as WeightInfo>::change_ownership();
		assert_eq!(done.actual_weight, Some(own.saturating_add(act)));
		let second = issue_owned("二号", three(), 100);
		assert_ok!(propose(BUYER, split(second, 1)));
		let stored = CarbonVoucher::sign_proposal(party(THIRD), ProposalId(2)).unwrap();
		assert_eq!(stored.actual_weight, Some(own));
	});
}

#[test]
fn w5_there_is_no_thirty_third_owner() {
	use codec::{Decode, Encode};
	let share = |n| Share { party: PartyId(n), millionths: 1 };
	let shares: Vec<_> = (1..=33).map(share).collect();
	assert!(
		frame_support::BoundedVec::<Share, frame_support::traits::ConstU32<MAX_OWNERS>>::try_from(
			shares.clone()
		)
		.is_err()
	);
	// Nor can a transaction or a stored value say so.
	for owners in [33u32, 32] {
		let common = (1u8, shares[..owners as usize].to_vec()).encode();
		let joint = (2u8, (1..=owners).map(PartyId).collect::<Vec<_>>()).encode();
		assert_eq!(Ownership::decode(&mut &common[..]).is_ok(), owners == 32);
		assert_eq!(Ownership::decode(&mut &joint[..]).is_ok(), owners == 32);
	}
}

#[test]
fn cc301_two_thirds_neither_take_the_others_shares_nor_give_them_away() {
	build_and_execute(|| {
		let owned = common(&[(VILLAGE, 700_000), (BUYER, 300_000)]);
		let first = issue_owned("一号", owned, 100);
		let all = whole(first);
		assert_noop!(propose(VILLAGE, sell(all, VILLAGE, sale(1))), Error::<Test>::SameOwner);
		assert_noop!(propose(VILLAGE, sell(all, BUYER, sale(1))), Error::<Test>::SameOwner);
		let direct =
			CarbonVoucher::transfer(party(VILLAGE), all, THIRD, sale(1), Text::new(), None);
		assert_eq!(direct, Err(Error::<Test>::CoOwned.into()));
		// A gift, or an offset that nobody pays for, takes all of them.
		assert_ok!(propose(VILLAGE, give(all, THIRD)));
		assert_eq!(voucher(first).ownership.sole(), None);
		assert_noop!(request_offset(&[all]), Error::<Test>::CoOwned);
		assert_ok!(propose(VILLAGE, offset(&[some(first, 10)])));
		assert_ok!(sign(BUYER));
		assert_eq!(totals(WH), [100, 90, 10, 0, 0]);
		// A sale does not.
		assert_ok!(propose(VILLAGE, sell(whole(first), THIRD, sale(1))));
		assert_eq!(voucher(first).ownership, Ownership::Sole(THIRD));
	});
}

#[test]
fn w11_whom_the_law_made_owners_under_one_pledge_consent_together() {
	build_and_execute(|| {
		let (first, second) = (issue("一号", 100), issue("二号", 100));
		pledge(&[whole(first), whole(second)]);
		let heir = |id, to: PartyId| {
			let allotment = allot(to, 100);
			CarbonVoucher::enter_transfer(
				office(FORESTRY),
				LawfulTransfer {
					lot: whole(id),
					cause: LawfulCause::Inheritance,
					to: Succession::Lot(vec![allotment].try_into().unwrap()),
					lifts: Default::default(),
					reference: text("公证1号"),
					evidence: EVIDENCE,
				},
			)
		};
		assert_ok!(heir(first, BUYER));
		assert_ok!(heir(second, THIRD));
		let raised = PledgeTerms { secured: Fen(terms().secured.0 + 1), ..terms() };
		let change = PledgeChange::Terms(raised.clone());
		assert_ok!(CarbonVoucher::propose_pledge_change(party(BANK), PledgeId(1), change.clone()));
		let act = OwnersAct::AcceptPledgeChange { pledge: PledgeId(1), change };
		assert_noop!(propose(VILLAGE, act.clone()), Error::<Test>::NotOwner);
		assert_ok!(propose(BUYER, act));
		assert_ok!(sign(THIRD));
		assert_eq!(Pledges::<Test>::get(PledgeId(1)).unwrap().terms, raised);
	});
}
