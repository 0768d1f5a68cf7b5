use super::*;

#[test]
fn an_organisation_is_registered_under_its_public_name() {
	build_and_execute(|| {
		// when
		let events =
			events_of(|| Parties::register_organisation(forestry(), WH, text("常口村"), code(1)));

		// then
		let party = PartyId(1);
		assert_eq!(events, [Event::PartyRegistered { party, scheme: WH, by: FORESTRY }]);
		assert_eq!(
			record(party),
			Party {
				identity: Identity::Organisation { name: text("常口村"), code: code(1) },
				scheme: WH,
				registered_by: FORESTRY,
				since: TODAY,
				status: PartyStatus::Active,
				asks_consent: false,
				accounts: 0,
			}
		);
		assert_eq!(Codes::<Test>::get(code(1)), Some(party));
		assert_eq!(NextParty::<Test>::get(), PartyId(2));
	});
}

#[test]
fn two_organisations_may_share_a_name() {
	build_and_execute(|| {
		assert_eq!((organisation(1), organisation(2)), (PartyId(1), PartyId(2)));
	});
}

#[test]
fn a_code_is_registered_once_on_the_whole_chain() {
	build_and_execute(|| {
		organisation(1);
		for (origin, scheme) in [(forestry(), WH), (centre(), HS)] {
			assert_noop!(
				Parties::register_organisation(origin, scheme, text("另一村"), code(1)),
				Error::<Test>::AlreadyRegistered
			);
		}
	});
}

#[test]
fn only_register_of_the_scheme_registers() {
	build_and_execute(|| {
		let register = |origin, scheme| {
			Parties::register_organisation(origin, scheme, text("常口村"), code(1))
		};
		for other in others() {
			assert_noop!(register(other, WH), BadOrigin);
		}
		assert_noop!(register(finance(), WH), SchemesError::<Test>::DutyNotHeld);
		assert_noop!(register(forestry(), HS), SchemesError::<Test>::DutyNotHeld);
		assert_noop!(register(forestry(), UNKNOWN_SCHEME), SchemesError::<Test>::UnknownScheme);
	});
}

#[test]
fn a_name_is_printable_utf8() {
	build_and_execute(|| {
		let register = |name: &[u8]| {
			let name = name.to_vec().try_into().unwrap();
			Parties::register_organisation(forestry(), WH, name, code(1))
		};
		assert_noop!(register(b""), Error::<Test>::BlankText);
		assert_noop!(register("\u{3000}".as_bytes()), Error::<Test>::BlankText);
		assert_noop!(register(&[0xb3, 0xa3]), Error::<Test>::InvalidText);
		assert_noop!(register(b"two\nlines"), Error::<Test>::InvalidText);
	});
}

#[test]
fn a_code_must_check() {
	build_and_execute(|| {
		assert_noop!(
			Parties::register_organisation(
				forestry(),
				WH,
				text("常口村"),
				CreditCode(*b"91350100M000100Y44")
			),
			Error::<Test>::InvalidCreditCode
		);
	});
}

#[test]
fn numbers_are_not_reused() {
	build_and_execute(|| {
		NextParty::<Test>::put(PartyId(u32::MAX));
		assert_noop!(
			Parties::register_organisation(forestry(), WH, text("常口村"), code(1)),
			Error::<Test>::IdsExhausted
		);
	});
}
