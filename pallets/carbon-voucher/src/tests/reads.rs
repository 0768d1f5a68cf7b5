use super::*;

#[test]
fn a_voucher_is_read_with_its_issuance_holds_and_last_record() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		pledge(&[whole(first)]);
		let info = CarbonVoucher::voucher_info(first).unwrap();
		assert_eq!((info.id, info.voucher.clone()), (first, voucher(first)));
		assert_eq!(info.issuance.total, kg(100));
		assert_eq!(info.issuance_state.parts, 1);
		assert_eq!(info.holds, [HoldKey::Pledge(PledgeId(1))]);
		assert_eq!(info.last_record.unwrap().kind, RecordKind::Pledged(PledgeId(1)));
		assert_eq!(CarbonVoucher::voucher_info(wh(2)), None);
	});
}

#[test]
fn a_register_page_is_read_in_pieces() {
	build_and_execute(|| {
		let first = issue("一号", 1_000);
		for edition in 1..=300 {
			assert_ok!(CarbonVoucher::split(party(VILLAGE), first, edition, kg(1)));
		}
		let numbers = |from, limit| -> Vec<u32> {
			CarbonVoucher::register_page(first, from, limit).into_iter().map(|(no, _)| no).collect()
		};
		assert_eq!(numbers(0, 2), [0, 1]);
		assert_eq!(numbers(299, 10), [299, 300]);
		assert!(numbers(301, 10).is_empty());
		assert!(numbers(u32::MAX, 10).is_empty());
		assert_eq!(numbers(0, u32::MAX).len() as u32, MAX_PAGE);
	});
}

#[test]
fn holdings_are_read_in_pages_without_repeats_or_gaps() {
	build_and_execute(|| {
		let first = issue("一号", 1_000);
		for edition in 1..=30 {
			assert_ok!(CarbonVoucher::split(party(VILLAGE), first, edition, kg(1)));
		}
		assert_ok!(transfer(VILLAGE, whole(part(first, 7)), BUYER, TransferCause::Gift));
		let (mut after, mut seen) = (None, Vec::new());
		loop {
			let page = CarbonVoucher::holdings(VILLAGE, after, 7);
			assert!(page.len() <= 7);
			let Some(last) = page.last() else { break };
			after = Some(last.id);
			seen.extend(page.iter().map(|info| info.id.part));
		}
		seen.sort_unstable();
		assert!(seen.into_iter().eq((1..=31).filter(|part| *part != 7)));
		assert_eq!(CarbonVoucher::holdings(BUYER, None, u32::MAX).len(), 1);
		assert_eq!(CarbonVoucher::holdings(NOBODY, None, 7), []);
	});
}

#[test]
fn single_things_are_looked_up_by_number() {
	build_and_execute(|| {
		let first = issue("一号", 100);
		assert_eq!(CarbonVoucher::filing(WH, text("一号")), Some(first.issuance));
		assert_eq!(CarbonVoucher::filing(HS, text("一号")), None);
		assert_ok!(transfer(VILLAGE, whole(first), CAREFUL, TransferCause::Gift));
		assert_eq!(CarbonVoucher::transfer_order(OrderId(1)).unwrap().to, CAREFUL);
		pledge(&[some(first, 10)]);
		assert_eq!(CarbonVoucher::pledge(PledgeId(1)).unwrap().pledgee, BANK);
		assert_ok!(request_offset(&[some(first, 10)]));
		assert_eq!(CarbonVoucher::offset_request(RequestId(1)).unwrap().beneficiary, BUYER);
		assert_ok!(CarbonVoucher::certify_offset(office(ECOLOGY), RequestId(1), EVIDENCE));
		let id = CertificateId { scheme: WH, year: 2026, serial: 1 };
		assert_eq!(CarbonVoucher::certificate(id).unwrap().total, kg(10));
		assert_eq!(CarbonVoucher::serials(WH, 2026), (1, 1));
		assert_eq!(CarbonVoucher::serials(HS, 2026), (0, 0));
		assert_eq!(CarbonVoucher::totals(WH).offset, kg(10));
	});
}
