//! Benchmarks: every call on its dearest branch.

use crate::{
	ledger::{Entry, Owners},
	owners::may_do,
	*,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{account, v2::*};
use frame_support::{assert_ok, traits::EnsureOrigin, BoundedVec};
use frame_system::RawOrigin;
use sp_core::H256;
use tanpiao_support::{
	AccountBook, Allotment, By, CertificateId, Day, DocumentHash, Duty, Ecosystem, Fen, FreezeId,
	InspectionId, IssuanceId, IssueOrder, Kilograms, LossId, Lot, OfficeId, OrderId, Ownership,
	PartyBook, PartyId, PledgeId, ProposalId, RequestId, SchemeBook, SchemeId, Share, ShareOfferId,
	SquareMetres, Text, VoucherId, MAX_ALLOTMENTS, MAX_OWNERS, WHOLE,
};

const EVIDENCE: DocumentHash = H256::repeat_byte(0xee);
const PLEDGE: PledgeId = PledgeId(1);
const REQUEST: RequestId = RequestId(1);
const ORDER: OrderId = OrderId(1);
const PROPOSAL: ProposalId = ProposalId(1);
const OFFER: ShareOfferId = ShareOfferId(1);
const LOSS: LossId = LossId(1);
/// The last that a voucher can be under.
const FREEZE: FreezeId = FreezeId(MAX_FREEZES);

/// An account and the one for whom it signs.
struct Signer<T: Config, Who> {
	account: T::AccountId,
	who: Who,
}

impl<T: Config, Who> Signer<T, Who> {
	fn signs(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.account.clone())
	}
}

/// A scheme whose every duty an office holds, and parties in it.
struct World<T: Config> {
	officer: Signer<T, OfficeId>,
	scheme: SchemeId,
	owner: Signer<T, PartyId>,
	other: Signer<T, PartyId>,
	issued: u32,
}

fn longest<const N: u32>() -> Text<N> {
	BoundedVec::truncate_from(vec![b'n'; 256])
}

impl<T: Config> World<T> {
	fn new() -> Self {
		let operator: T::AccountId = account("officer", 0, 0);
		let office = T::Accounts::benchmark_office(&operator);
		let scheme = T::Schemes::benchmark_scheme(office);
		let party = |seed: u32| {
			let who = T::Parties::benchmark_party(seed);
			let account: T::AccountId = account("party", seed, seed);
			assert_ok!(T::Accounts::bind(&account, who));
			Signer { account, who }
		};
		let (owner, other) = (party(1), party(2));
		T::Parties::benchmark_licence(scheme, other.who);
		let officer = Signer { account: operator, who: office };
		Self { officer, scheme, owner, other, issued: 0 }
	}

	fn order(&mut self, allotments: Vec<Allotment>) -> IssueOrder {
		self.issued += 1;
		let mut filing_no = vec![b'f'; 60];
		filing_no.extend(alloc::format!("{:04}", self.issued).into_bytes());
		IssueOrder {
			scheme: self.scheme,
			filing_no: BoundedVec::truncate_from(filing_no),
			ecosystem: Ecosystem::Forest,
			area: SquareMetres(1),
			place: longest(),
			period_from: Day(0),
			period_to: Pallet::<T>::today().next(),
			segments: Default::default(),
			allotments: BoundedVec::truncate_from(allotments),
			evidence: EVIDENCE,
		}
	}

	/// A voucher of 1,000 kg of the owner.
	fn voucher(&mut self) -> VoucherId {
		self.voucher_of(Ownership::Sole(self.owner.who))
	}

	/// A voucher of 1,000 kg of as many owners as can be, the owner last.
	fn shared_voucher(&mut self) -> VoucherId {
		let Ownership::Common(mut shares) = in_common::<T>(MAX_OWNERS) else { unreachable!() };
		shares.last_mut().unwrap().party = self.owner.who;
		self.voucher_of(Ownership::Common(shares))
	}

	/// A voucher of 1,000 kg of as many owners as there can be, of which the first may dispose alone.
	fn co_owned(&mut self) -> VoucherId {
		let mut shares: Vec<Share> = (1..MAX_OWNERS)
			.map(|n| Share { party: T::Parties::benchmark_party(100 + n), millionths: 1 })
			.collect();
		let rest = WHOLE - (MAX_OWNERS - 1);
		shares.insert(0, Share { party: self.owner.who, millionths: rest });
		self.voucher_of(Ownership::Common(BoundedVec::truncate_from(shares)))
	}

	fn voucher_of(&mut self, ownership: Ownership) -> VoucherId {
		let allotment = Allotment { ownership, amount: Kilograms(1_000) };
		let order = self.order(vec![allotment]);
		assert_ok!(Pallet::<T>::issue(self.officer.signs().into(), order));
		let year = Pallet::<T>::today().year();
		let serial = IssuanceSerials::<T>::get(self.scheme, year);
		VoucherId { issuance: IssuanceId { scheme: self.scheme, year, serial }, part: 1 }
	}

	/// Parts of `count` vouchers.
	fn lots(&mut self, count: u32) -> Lots {
		let lot = |voucher| Lot { voucher, edition: 1, amount: Some(Kilograms(100)) };
		BoundedVec::truncate_from((0..count).map(|_| lot(self.voucher())).collect())
	}

	fn terms(&self) -> PledgeTerms {
		PledgeTerms {
			secured: Fen(1),
			contract: EVIDENCE,
			due: Pallet::<T>::today().plus(9),
			registry_no: longest(),
		}
	}

	fn offer(&mut self, count: u32) {
		let lots = self.lots(count);
		let (pledgee, terms) = (self.other.who, self.terms());
		assert_ok!(Pallet::<T>::offer_pledge(self.owner.signs().into(), lots, pledgee, terms));
	}

	/// A pledge of one voucher, split so that it lies on `vouchers`.
	fn pledge(&mut self, vouchers: u32) {
		self.offer(1);
		assert_ok!(Pallet::<T>::accept_pledge(self.other.signs().into(), PLEDGE));
		let serial = IssuanceSerials::<T>::get(self.scheme, Pallet::<T>::today().year());
		let year = Pallet::<T>::today().year();
		let issuance = IssuanceId { scheme: self.scheme, year, serial };
		for edition in 1..vouchers {
			assert_ok!(Pallet::<T>::split(
				self.owner.signs().into(),
				VoucherId { issuance, part: 2 },
				edition,
				Kilograms(1)
			));
		}
	}

	/// A pledge of `count` co-owned vouchers of different issuances.
	fn co_owned_pledge(&mut self, count: u32) -> Vec<VoucherId> {
		let vouchers: Vec<VoucherId> = (0..count).map(|_| self.co_owned()).collect();
		let lot = |voucher: &VoucherId| Lot { voucher: *voucher, edition: 1, amount: None };
		let lots = BoundedVec::truncate_from(vouchers.iter().map(lot).collect());
		let (pledgee, terms) = (self.other.who, self.terms());
		assert_ok!(Pallet::<T>::offer_pledge(self.owner.signs().into(), lots, pledgee, terms));
		assert_ok!(Pallet::<T>::accept_pledge(self.other.signs().into(), PLEDGE));
		vouchers
	}

	/// A pledge on as many vouchers of as many owners and issuances as there can be.
	fn widest_pledge(&mut self) {
		for voucher in self.co_owned_pledge(MAX_LOTS) {
			for edition in 1..MAX_HELD_VOUCHERS / MAX_LOTS {
				let owner = self.owner.signs().into();
				assert_ok!(Pallet::<T>::split(owner, voucher, edition, Kilograms(1)));
			}
		}
		assert_eq!(Holds::<T>::iter().count(), MAX_HELD_VOUCHERS as usize);
	}

	/// What an enforcement brings: a buyer who owned nothing, and a surplus.
	fn proceeds(&self) -> Proceeds {
		Proceeds {
			to: self.other.who,
			price: Fen(2),
			reference: longest(),
			evidence: EVIDENCE,
			surplus: Some(EVIDENCE),
		}
	}

	/// Terms of twice the sum.
	fn raised(&self) -> PledgeChange {
		PledgeChange::Terms(PledgeTerms { secured: Fen(2), ..self.terms() })
	}

	fn propose(&self, by: &Signer<T, PartyId>, change: PledgeChange) {
		assert_ok!(Pallet::<T>::propose_pledge_change(by.signs().into(), PLEDGE, change));
	}

	fn purpose(&self) -> OffsetPurpose {
		OffsetPurpose::LandCompensation {
			assessed_loss: Kilograms(1),
			land_use_years: 1,
			authority: longest(),
			consent: EVIDENCE,
		}
	}

	fn request(&mut self, count: u32) {
		let lots = self.lots(count);
		assert_ok!(Pallet::<T>::request_offset(
			self.owner.signs().into(),
			lots,
			self.other.who,
			self.purpose(),
			longest()
		));
		// Freezes of parts, lifted since, have split what is held.
		let held: Vec<_> = Holds::<T>::iter_keys().map(|(voucher, _)| voucher).collect();
		self.shatter(&held);
	}

	fn freeze_order(&self) -> FreezeOrder {
		FreezeOrder {
			order_no: longest(),
			authority: longest(),
			basis: longest(),
			expires: Pallet::<T>::today().plus(9),
			evidence: EVIDENCE,
		}
	}

	/// Freezes all of these, as often as told.
	fn freeze(&self, vouchers: &[VoucherId], times: u32) {
		let lot = |voucher: &VoucherId| Lot {
			voucher: *voucher,
			edition: Vouchers::<T>::get(voucher).unwrap().edition,
			amount: None,
		};
		for _ in 0..times {
			let lots = BoundedVec::truncate_from(vouchers.iter().map(lot).collect());
			let order = self.freeze_order();
			assert_ok!(Pallet::<T>::freeze(self.officer.signs().into(), lots, order));
		}
	}

	/// Splits these so that what holds them all lies on as many vouchers as it may.
	fn shatter(&self, vouchers: &[VoucherId]) {
		let by = By::Office(self.officer.who, self.officer.account.clone());
		for id in vouchers {
			for _ in 1..MAX_HELD_VOUCHERS / vouchers.len() as u32 {
				let voucher = Vouchers::<T>::get(id).unwrap();
				let split = Pallet::<T>::split_upper(*id, voucher, Kilograms(1), &by);
				let Ok((into, upper)) = split else { unreachable!() };
				Vouchers::<T>::insert(into, upper);
			}
		}
	}

	/// As many freezes as can queue, each on as many vouchers of as many owners as can be.
	fn frozen(&mut self) {
		let vouchers: Vec<_> = (0..MAX_LOTS).map(|_| self.shared_voucher()).collect();
		self.freeze(&vouchers, MAX_FREEZES);
		self.shatter(&vouchers);
		assert_eq!(Freezes::<T>::get(FREEZE).unwrap().held.vouchers, MAX_HELD_VOUCHERS);
	}

	/// A report of loss on as many vouchers of as many owners as can be.
	fn lost(&mut self) {
		let voucher = self.shared_voucher();
		let (kind, reason) = (LossKind::Lost, longest());
		assert_ok!(Pallet::<T>::report_loss(self.owner.signs().into(), voucher, 1, kind, reason));
		self.shatter(&[voucher]);
		assert_eq!(Losses::<T>::get(LOSS).unwrap().held.vouchers, MAX_HELD_VOUCHERS);
	}

	/// The other owners of a co-owned voucher.
	fn members(&self) -> Vec<PartyId> {
		(1..MAX_OWNERS).map(|n| T::Parties::benchmark_party(100 + n)).collect()
	}

	/// The last of them, who can sign.
	fn last_member(&self) -> Signer<T, PartyId> {
		let who = *self.members().last().unwrap();
		let account: T::AccountId = account("member", 0, 0);
		assert_ok!(T::Accounts::bind(&account, who));
		Signer { account, who }
	}

	/// A proposal that names as many vouchers as can be, signed by these.
	fn proposal(&mut self, signers: Vec<PartyId>) {
		self.widest_pledge();
		let expires = Pallet::<T>::today().plus(9);
		let act = OwnersAct::AcceptPledgeChange { pledge: PLEDGE, change: self.raised() };
		Expiries::<T>::insert(expires, Expiry::Proposal(PROPOSAL), ());
		let signers = Signers::truncate_from(signers);
		Proposals::<T>::insert(PROPOSAL, Proposal { act, signers, expires });
	}

	/// All of the owner's share of a co-owned voucher, on sale to the other, and taken by these.
	fn share_offer(&mut self, takers: Vec<PartyId>) -> VoucherId {
		let voucher = self.co_owned();
		let millionths = WHOLE - MAX_OWNERS + 1;
		assert_ok!(Pallet::<T>::offer_share(
			self.owner.signs().into(),
			voucher,
			1,
			self.other.who,
			millionths,
			TransferCause::Sale { price: Fen(u64::MAX) },
			longest(),
			EVIDENCE
		));
		ShareOffers::<T>::mutate(OFFER, |offer| {
			offer.as_mut().unwrap().takers = Signers::truncate_from(takers);
		});
		voucher
	}

	/// A transfer of a part that waits for `needs`.
	fn waiting(&mut self, needs: Needs) -> VoucherId {
		let voucher = self.voucher();
		assert_ok!(Pallet::<T>::enter_order(self.order_of(voucher, needs)));
		voucher
	}

	fn order_of(&self, voucher: VoucherId, needs: Needs) -> TransferOrder {
		TransferOrder {
			lot: Lot { voucher, edition: 1, amount: Some(Kilograms(1)) },
			from: Signers::truncate_from(vec![self.owner.who]),
			to: self.other.who,
			cause: TransferCause::Sale { price: Fen(1) },
			reference: longest(),
			evidence: Some(EVIDENCE),
			needs,
			expires: Pallet::<T>::today().plus(9),
		}
	}
}

/// `count` parties, each with an equal share and the first with the rest.
fn in_common<T: Config>(count: u32) -> Ownership {
	let share = WHOLE / count;
	let first = WHOLE - share * (count - 1);
	let shares = (0..count)
		.map(|n| Share {
			party: T::Parties::benchmark_party(100 + n),
			millionths: if n == 0 { first } else { share },
		})
		.collect();
	Ownership::Common(BoundedVec::truncate_from(shares))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// `a` vouchers of one owner each, all different.
	#[benchmark]
	fn issue(a: Linear<1, MAX_ALLOTMENTS>) {
		let mut world = World::<T>::new();
		let owner = |n| Ownership::Sole(T::Parties::benchmark_party(100 + n));
		let allotments =
			(0..a).map(|n| Allotment { ownership: owner(n), amount: Kilograms(1) }).collect();
		let order = world.order(allotments);
		#[extrinsic_call]
		_(world.officer.signs(), order);
		assert_eq!(Vouchers::<T>::iter().count(), a as usize);
	}

	/// As many vouchers as can be, with `o` owners in all.
	#[benchmark]
	fn issue_co_owned(o: Linear<{ 2 * MAX_ALLOTMENTS }, { MAX_ALLOTMENTS * MAX_OWNERS }>) {
		let mut world = World::<T>::new();
		let mut left = o;
		let allotments = (0..MAX_ALLOTMENTS)
			.map(|n| {
				let owners = (left / (MAX_ALLOTMENTS - n)).clamp(2, MAX_OWNERS);
				left -= owners;
				Allotment { ownership: in_common::<T>(owners), amount: Kilograms(1) }
			})
			.collect();
		let order = world.order(allotments);
		#[extrinsic_call]
		issue(world.officer.signs(), order);
		assert_eq!(Vouchers::<T>::iter().count(), MAX_ALLOTMENTS as usize);
	}

	/// Of as many owners and under as many holds as can be.
	#[benchmark]
	fn split() {
		let mut world = World::<T>::new();
		let vouchers = world.co_owned_pledge(1);
		world.freeze(&vouchers, MAX_FREEZES);
		#[extrinsic_call]
		_(world.owner.signs(), vouchers[0], 1, Kilograms(1));
		assert_eq!(Vouchers::<T>::iter().count(), 2);
	}

	/// Of as many owners and under as many holds as can be.
	#[benchmark]
	fn merge() {
		let mut world = World::<T>::new();
		let voucher = world.co_owned_pledge(1)[0];
		world.freeze(&[voucher], MAX_FREEZES);
		assert_ok!(Pallet::<T>::split(world.owner.signs().into(), voucher, 1, Kilograms(1)));
		let other = VoucherId { part: 2, ..voucher };
		#[extrinsic_call]
		_(world.owner.signs(), other, 1, voucher, 2);
		assert_eq!(Vouchers::<T>::get(other).unwrap().state, VoucherState::Merged(1));
	}

	/// A part of a voucher under all that it carries and all that it ends, from as many owners to as
	/// many of as many vouchers.
	#[benchmark]
	fn enter_transfer() {
		let mut world = World::<T>::new();
		let vouchers: Vec<_> = (0..MAX_LOTS).map(|_| world.co_owned()).collect();
		let lot = |voucher: &VoucherId| Lot { voucher: *voucher, edition: 1, amount: None };
		let lots = BoundedVec::truncate_from(vouchers.iter().map(lot).collect());
		let mut signers = world.members();
		signers.insert(0, world.owner.who);
		let owners = Owners {
			signers: Signers::truncate_from(signers),
			speaker: world.owner.who,
			by: By::Party(world.owner.who, world.owner.account.clone()),
			together: true,
		};
		let (other, purpose) = (world.other.who, world.purpose());
		let requested = Pallet::<T>::do_request_offset(owners, lots, other, purpose, longest());
		assert!(requested.is_ok());
		world.shatter(&vouchers);
		let id = vouchers[0];
		world.freeze(&[id], MAX_FREEZES);
		let Voucher { edition, from, to, .. } = Vouchers::<T>::get(id).unwrap();
		let (kind, reason) = (LossKind::Lost, longest());
		let owner = world.owner.signs().into();
		assert_ok!(Pallet::<T>::report_loss(owner, id, edition, kind, reason));
		let amount = to.0 - from.0 - 1;
		let part = |n| Kilograms(if n == 0 { amount - u64::from(MAX_ALLOTMENTS) + 1 } else { 1 });
		let allotments = (0..MAX_ALLOTMENTS)
			.map(|n| Allotment { ownership: in_common::<T>(MAX_OWNERS), amount: part(n) })
			.collect();
		let transfer = LawfulTransfer {
			lot: Lot { voucher: id, edition, amount: Some(Kilograms(amount)) },
			cause: LawfulCause::OtherLawful,
			to: Succession::Lot(BoundedVec::truncate_from(allotments)),
			lifts: Default::default(),
			reference: longest(),
			evidence: EVIDENCE,
		};
		let before = Vouchers::<T>::iter().count();
		#[extrinsic_call]
		_(world.officer.signs(), transfer);
		assert_eq!(Vouchers::<T>::iter().count(), before + MAX_ALLOTMENTS as usize);
		assert!(!OffsetRequests::<T>::contains_key(REQUEST));
	}

	#[benchmark]
	fn record_change() {
		let mut world = World::<T>::new();
		let voucher = world.co_owned();
		let kind = ChangeKind::Identity;
		#[extrinsic_call]
		_(world.officer.signs(), voucher, 1, kind, longest(), EVIDENCE);
		assert_eq!(Vouchers::<T>::get(voucher).unwrap().edition, 2);
	}

	/// All but the act, which is tried or done: it names as many vouchers as can be, of as many owners.
	#[benchmark]
	fn propose() {
		let mut world = World::<T>::new();
		world.widest_pledge();
		let who = *world.members().last().unwrap();
		let act = OwnersAct::AcceptPledgeChange { pledge: PLEDGE, change: world.raised() };
		#[block]
		{
			assert!(T::PartyOrigin::ensure_origin(world.owner.signs().into()).is_ok());
			let named = Pallet::<T>::named_vouchers(&act).ok().unwrap();
			assert!(named.iter().all(|(_, voucher)| voucher.ownership.includes(who)));
			assert!(!may_do(&act, &named, &[who]));
			let signers = Pallet::<T>::all_owners(who, &named).ok().unwrap();
			assert!(may_do(&act, &named, &signers));
			assert_ok!(Pallet::<T>::enter_proposal(who, act, &named));
		}
		assert!(Proposals::<T>::contains_key(PROPOSAL));
	}

	/// All but the act: one more of as many owners as can be signs.
	#[benchmark]
	fn sign_proposal() {
		let mut world = World::<T>::new();
		let last = world.last_member();
		let signers = world.members().into_iter().filter(|party| *party != last.who).collect();
		world.proposal(signers);
		#[extrinsic_call]
		_(last.signs(), PROPOSAL);
		assert_eq!(Proposals::<T>::get(PROPOSAL).unwrap().signers.len(), MAX_OWNERS as usize - 1);
	}

	#[benchmark]
	fn withdraw_proposal() {
		let mut world = World::<T>::new();
		let last = world.last_member();
		let mut signers = world.members();
		signers.insert(0, last.who);
		world.proposal(signers);
		#[extrinsic_call]
		_(last.signs(), PROPOSAL);
		assert!(!Proposals::<T>::contains_key(PROPOSAL));
	}

	#[benchmark]
	fn change_ownership() {
		let mut world = World::<T>::new();
		let voucher = world.co_owned();
		let mut owners = world.members();
		owners.insert(0, world.owner.who);
		let joint = Ownership::Joint(BoundedVec::truncate_from(owners));
		let signed = T::PartyOrigin::ensure_origin(world.owner.signs().into()).ok().unwrap();
		let owners = Owners::from(signed);
		#[block]
		{
			assert_ok!(Pallet::<T>::do_change_ownership(owners, voucher, 1, joint.clone()));
		}
		assert_eq!(Vouchers::<T>::get(voucher).unwrap().ownership, joint);
	}

	/// What as many owners as can be cost more than one on `v` vouchers: a look at each of them, and
	/// their places in the index.
	#[benchmark]
	fn co_owners(v: Linear<0, MAX_LOTS>) {
		let mut world = World::<T>::new();
		let vouchers: Vec<_> = (0..v).map(|_| world.co_owned()).collect();
		let members = world.members();
		#[block]
		{
			for member in &members {
				assert_ok!(Pallet::<T>::ensure_active(*member));
			}
			for id in &vouchers {
				let voucher = Vouchers::<T>::get(id).unwrap();
				let entry = Entry::of(RecordKind::OwnershipChanged);
				let sole = Ownership::Sole(world.owner.who);
				assert_ok!(Pallet::<T>::give(*id, voucher, sole, By::Expiry, entry));
			}
		}
		assert_eq!(Holdings::<T>::iter().count(), v as usize);
	}

	/// Among as many owners as can be.
	#[benchmark]
	fn partition() {
		let mut world = World::<T>::new();
		let voucher = world.shared_voucher();
		#[extrinsic_call]
		_(world.owner.signs(), voucher, 1);
		assert_eq!(IssuanceStates::<T>::get(voucher.issuance).unwrap().parts, MAX_OWNERS);
	}

	#[benchmark]
	fn offer_share() {
		let mut world = World::<T>::new();
		let voucher = world.co_owned();
		let cause = TransferCause::Sale { price: Fen(1) };
		let to = world.other.who;
		let millionths = WHOLE - MAX_OWNERS + 1;
		#[extrinsic_call]
		_(world.owner.signs(), voucher, 1, to, millionths, cause, longest(), EVIDENCE);
		assert!(ShareOffers::<T>::contains_key(OFFER));
	}

	#[benchmark]
	fn take_share() {
		let mut world = World::<T>::new();
		let last = world.last_member();
		let takers = world.members().into_iter().filter(|party| *party != last.who).collect();
		world.share_offer(takers);
		#[extrinsic_call]
		_(last.signs(), OFFER);
		assert!(ShareOffers::<T>::get(OFFER).unwrap().takers.contains(&last.who));
	}

	/// Effected for a duty, to all the other owners.
	#[benchmark]
	fn complete_share() {
		let mut world = World::<T>::new();
		let members = world.members();
		let voucher = world.share_offer(members);
		ShareOffers::<T>::mutate(OFFER, |offer| {
			let offer = offer.as_mut().unwrap();
			offer.needs = Needs { receiver: false, duty: Some(Duty::OperateMarket) };
			offer.notice_until = Pallet::<T>::today();
		});
		#[extrinsic_call]
		_(world.officer.signs(), OFFER);
		assert!(!Vouchers::<T>::get(voucher).unwrap().ownership.includes(world.owner.who));
		assert_eq!(Vouchers::<T>::get(voucher).unwrap().records, MAX_OWNERS);
	}

	#[benchmark]
	fn withdraw_share_offer() {
		let mut world = World::<T>::new();
		world.share_offer(Vec::new());
		#[extrinsic_call]
		_(world.owner.signs(), OFFER);
		assert!(!ShareOffers::<T>::contains_key(OFFER));
	}

	#[benchmark]
	fn transfer_whole() {
		let mut world = World::<T>::new();
		let voucher = world.voucher();
		let lot = Lot { voucher, edition: 1, amount: None };
		let cause = TransferCause::Sale { price: Fen(1) };
		#[extrinsic_call]
		transfer(world.owner.signs(), lot, world.other.who, cause, longest(), Some(EVIDENCE));
		assert!(Holdings::<T>::contains_key(world.other.who, voucher));
	}

	#[benchmark]
	fn transfer_part() {
		let mut world = World::<T>::new();
		let voucher = world.voucher();
		let lot = Lot { voucher, edition: 1, amount: Some(Kilograms(1)) };
		let cause = TransferCause::Sale { price: Fen(1) };
		#[extrinsic_call]
		transfer(world.owner.signs(), lot, world.other.who, cause, longest(), Some(EVIDENCE));
		assert!(Holdings::<T>::contains_key(world.other.who, VoucherId { part: 2, ..voucher }));
	}

	/// The look-ups of a transfer, and an order entered instead of a hand-over.
	#[benchmark]
	fn order_transfer() {
		let mut world = World::<T>::new();
		let voucher = world.voucher();
		let order = world.order_of(voucher, Needs { receiver: true, duty: None });
		#[block]
		{
			assert!(T::PartyOrigin::ensure_origin(world.owner.signs().into()).is_ok());
			assert!(Pallet::<T>::check_transfer(&order.from, &order.lot, order.to, &order.cause)
				.is_ok());
			assert!(T::Schemes::rules(world.scheme).is_some());
			assert!(!T::Parties::asks_consent(order.to));
			assert_ok!(Pallet::<T>::enter_order(order));
		}
		assert!(TransferOrders::<T>::contains_key(ORDER));
	}

	#[benchmark]
	fn complete_transfer() {
		let mut world = World::<T>::new();
		let duty = Some(Duty::OperateMarket);
		let voucher = world.waiting(Needs { receiver: false, duty });
		#[extrinsic_call]
		effect_transfer(world.officer.signs(), ORDER);
		assert!(Holdings::<T>::contains_key(world.other.who, VoucherId { part: 2, ..voucher }));
	}

	#[benchmark]
	fn end_transfer() {
		let mut world = World::<T>::new();
		world.waiting(Needs { receiver: false, duty: Some(Duty::OperateMarket) });
		#[extrinsic_call]
		refuse_transfer(world.officer.signs(), ORDER);
		assert!(!TransferOrders::<T>::contains_key(ORDER));
	}

	#[benchmark]
	fn offer_pledge(l: Linear<1, MAX_LOTS>) {
		let mut world = World::<T>::new();
		let lots = world.lots(l);
		#[extrinsic_call]
		_(world.owner.signs(), lots, world.other.who, world.terms());
		assert!(Pledges::<T>::contains_key(PLEDGE));
	}

	#[benchmark]
	fn accept_pledge() {
		let mut world = World::<T>::new();
		world.offer(MAX_LOTS);
		#[extrinsic_call]
		_(world.other.signs(), PLEDGE);
		assert_eq!(Holds::<T>::iter().count(), MAX_LOTS as usize);
	}

	#[benchmark]
	fn end_offer() {
		let mut world = World::<T>::new();
		world.offer(MAX_LOTS);
		#[extrinsic_call]
		decline_pledge(world.other.signs(), PLEDGE);
		assert!(!Pledges::<T>::contains_key(PLEDGE));
	}

	#[benchmark]
	fn release_pledge(v: Linear<1, MAX_HELD_VOUCHERS>) {
		let mut world = World::<T>::new();
		world.pledge(v);
		#[extrinsic_call]
		_(world.other.signs(), PLEDGE, None);
		assert_eq!(Holds::<T>::iter().count(), 0);
	}

	/// Parts of co-owned vouchers, each under as many freezes as there can be.
	#[benchmark]
	fn release_pledge_part(l: Linear<1, MAX_LOTS>) {
		let mut world = World::<T>::new();
		let vouchers = world.co_owned_pledge(l);
		world.freeze(&vouchers, MAX_FREEZES);
		let part = |voucher| Lot { voucher, edition: 1, amount: Some(Kilograms(1)) };
		let lots = BoundedVec::truncate_from(vouchers.into_iter().map(part).collect());
		#[extrinsic_call]
		release_pledge(world.other.signs(), PLEDGE, Some(lots));
		assert_eq!(Vouchers::<T>::iter().count(), 2 * l as usize);
		let pledged = Holds::<T>::iter_keys().filter(|(_, hold)| hold.kind() == HoldKind::Pledge);
		assert_eq!(pledged.count(), l as usize);
	}

	/// By the owner, who must own it all.
	#[benchmark]
	fn propose_pledge_change() {
		let mut world = World::<T>::new();
		world.widest_pledge();
		#[extrinsic_call]
		_(world.owner.signs(), PLEDGE, world.raised());
		assert!(PledgeChanges::<T>::contains_key(PLEDGE));
	}

	/// Enforcement by agreement. No benchmark can let days pass, so that whether the due day is over
	/// is not asked for; it would read nothing more.
	#[benchmark]
	fn accept_pledge_change() {
		let mut world = World::<T>::new();
		world.widest_pledge();
		world.propose(&world.other, world.raised());
		let proceeds = world.proceeds();
		#[block]
		{
			let owner = T::PartyOrigin::ensure_origin(world.owner.signs().into()).ok().unwrap();
			let (pledge, held) = Pallet::<T>::active_pledge(PLEDGE).ok().unwrap();
			assert!(Pallet::<T>::pending_change(PLEDGE).is_ok());
			assert!(Pallet::<T>::ensure_disposable(&held, &[owner.who]).is_ok());
			assert!(Pallet::<T>::ensure_active(owner.who).is_ok());
			let way = Enforcement::Agreement;
			assert!(Pallet::<T>::check_enforcement(&pledge, &held, way, &proceeds).is_ok());
			assert_ok!(Pallet::<T>::enforce(PLEDGE, pledge, held, way, proceeds, &owner.into()));
		}
		assert_eq!(Holds::<T>::iter().count(), 0);
		assert!(!PledgeChanges::<T>::contains_key(PLEDGE));
	}

	/// By one of the owners, who owns it all.
	#[benchmark]
	fn drop_pledge_change() {
		let mut world = World::<T>::new();
		world.widest_pledge();
		world.propose(&world.other, world.raised());
		#[extrinsic_call]
		_(world.owner.signs(), PLEDGE);
		assert!(!PledgeChanges::<T>::contains_key(PLEDGE));
	}

	/// Enforcement by sale; of the due day as in `accept_pledge_change`.
	#[benchmark]
	fn enforce_pledge() {
		let mut world = World::<T>::new();
		world.widest_pledge();
		world.propose(&world.other, world.raised());
		let proceeds = world.proceeds();
		#[block]
		{
			let officer = T::OfficeOrigin::ensure_origin(world.officer.signs().into());
			let officer = officer.ok().unwrap();
			let (pledge, held) = Pallet::<T>::active_pledge(PLEDGE).ok().unwrap();
			let (duty, way) = (Duty::OperateMarket, Enforcement::Sale);
			assert_ok!(Pallet::<T>::ensure_enforcer(&officer, duty, &pledge, &held, &proceeds));
			assert!(Pallet::<T>::pending_change(PLEDGE).is_ok());
			assert!(Pallet::<T>::check_enforcement(&pledge, &held, way, &proceeds).is_ok());
			assert_ok!(Pallet::<T>::enforce(PLEDGE, pledge, held, way, proceeds, &officer.into()));
		}
		assert_eq!(Holds::<T>::iter().count(), 0);
		assert!(!PledgeChanges::<T>::contains_key(PLEDGE));
	}

	#[benchmark]
	fn request_offset(l: Linear<1, MAX_LOTS>) {
		let mut world = World::<T>::new();
		let lots = world.lots(l);
		#[extrinsic_call]
		_(world.owner.signs(), lots, world.other.who, world.purpose(), longest());
		assert_eq!(Holds::<T>::iter().count(), l as usize);
	}

	#[benchmark]
	fn certify_offset() {
		let mut world = World::<T>::new();
		world.request(MAX_LOTS);
		#[extrinsic_call]
		_(world.officer.signs(), REQUEST, EVIDENCE);
		let year = Pallet::<T>::today().year();
		let id = CertificateId { scheme: world.scheme, year, serial: 1 };
		assert!(Certificates::<T>::contains_key(id));
	}

	#[benchmark]
	fn end_request() {
		let mut world = World::<T>::new();
		world.request(MAX_LOTS);
		#[extrinsic_call]
		refuse_offset(world.officer.signs(), REQUEST, longest());
		assert_eq!(Holds::<T>::iter().count(), 0);
	}

	/// Ending the dearest thing that a queue can hold.
	#[benchmark]
	fn sweep_step() {
		let mut world = World::<T>::new();
		world.frozen();
		let day = world.freeze_order().expires;
		#[block]
		{
			let expiry = Expiries::<T>::iter_key_prefix(day).next().unwrap();
			Pallet::<T>::expire(day, expiry);
		}
		assert_eq!(Freezes::<T>::iter().count(), MAX_FREEZES as usize - 1);
	}

	/// Parts of vouchers of as many owners as can be, that queue behind as many freezes as can be.
	#[benchmark]
	fn freeze(l: Linear<1, MAX_LOTS>) {
		let mut world = World::<T>::new();
		let vouchers: Vec<_> = (0..l).map(|_| world.shared_voucher()).collect();
		world.freeze(&vouchers, MAX_FREEZES - 1);
		let part = |voucher| Lot { voucher, edition: 1, amount: Some(Kilograms(100)) };
		let lots = BoundedVec::truncate_from(vouchers.into_iter().map(part).collect());
		let order = world.freeze_order();
		#[extrinsic_call]
		_(world.officer.signs(), lots, order);
		assert_eq!(Freezes::<T>::get(FREEZE).unwrap().held.vouchers, l);
	}

	#[benchmark]
	fn extend_freeze() {
		let mut world = World::<T>::new();
		world.frozen();
		let expires = world.freeze_order().expires.next();
		#[extrinsic_call]
		_(world.officer.signs(), FREEZE, expires, longest(), EVIDENCE);
		assert_eq!(Freezes::<T>::get(FREEZE).unwrap().order.expires, expires);
	}

	#[benchmark]
	fn lift_freeze() {
		let mut world = World::<T>::new();
		world.frozen();
		#[extrinsic_call]
		_(world.officer.signs(), FREEZE, longest(), EVIDENCE);
		assert!(!Freezes::<T>::contains_key(FREEZE));
	}

	#[benchmark]
	fn report_loss() {
		let mut world = World::<T>::new();
		let voucher = world.shared_voucher();
		#[extrinsic_call]
		_(world.owner.signs(), voucher, 1, LossKind::Lost, longest());
		assert!(Losses::<T>::contains_key(LOSS));
	}

	#[benchmark]
	fn report_found() {
		let mut world = World::<T>::new();
		world.lost();
		#[extrinsic_call]
		_(world.officer.signs(), LOSS);
		assert_eq!(Holds::<T>::iter().count(), 0);
	}

	#[benchmark]
	fn record_inspection() {
		let mut world = World::<T>::new();
		let voucher = world.shared_voucher();
		let (day, method) = (Pallet::<T>::today(), InspectionMethod::OnSite);
		#[extrinsic_call]
		_(world.officer.signs(), voucher, day, method, longest(), EVIDENCE);
		assert!(Inspections::<T>::contains_key(InspectionId(1)));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
