//! Made-up measures, in the form that `tanpiao scheme add` reads.

use serde_json::json;

/// Measures for forest vouchers, from a day on and until another, if until any.
pub fn scheme(code: &str, name: [&str; 2], from: &str, until: Option<&str>) -> String {
	let [zh, en] = name;
	let form = json!({
		"code": code,
		"name": { "zh": zh, "en": en },
		"instrument": { "zh": format!("{zh}管理办法（试行）"), "en": format!("Measures for {en}") },
		"statement": {
			"zh": "本碳票不是国家核证自愿减排量（CCER）。",
			"en": "This is not a China Certified Emission Reduction (CCER).",
		},
		"rules": {
			// Fujian
			"bounds": [1_158_000_000, 235_000_000, 1_208_000_000, 284_000_000],
			"ecosystems": ["forest"],
			"sale_effected_by": null,
			"gift_effected_by": null,
			"loss_notice_days": 30,
			"transfer_days": 30,
			"pledge_offer_days": 30,
			"offset_days": 60,
			"proposal_days": 30,
			"preemption_days": 15,
			"valid_from": from,
			"valid_until": until,
		},
	});
	form.to_string()
}
