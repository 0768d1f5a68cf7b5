use super::*;

#[test]
fn the_register_answers_other_pallets() {
	build_and_execute(|| {
		let party = organisation(1);
		assert_ok!(Parties::grant_licence(finance(), WH, party, EVIDENCE));
		let answers = |party| {
			let is_licensed = <Parties as PartyBook>::is_licensed(WH, party);
			(Parties::exists(party), Parties::is_active(party), is_licensed)
		};
		assert_eq!(answers(party), (true, true, true));
		suspend(party);
		assert_eq!(answers(party), (true, false, false));
		assert_eq!(answers(UNKNOWN), (false, false, false));
		assert!(!Parties::asks_consent(UNKNOWN));
	});
}

#[test]
fn view_functions_look_one_thing_up() {
	build_and_execute(|| {
		let party = organisation(1);
		assert_eq!(Parties::party(party), Some(record(party)));
		assert_eq!(Parties::party(UNKNOWN), None);
		assert_eq!(Parties::party_by_code(code(1)), Some(party));
		assert_eq!(Parties::party_by_code(code(2)), None);
		assert!(!Parties::is_licensed(WH, party));
	});
}
