//! Lines of a terminal.

/// The words of a line: apart by blanks, together in single quotes.
pub fn words(line: &str) -> Vec<String> {
	let (mut words, mut word, mut quoted) = (Vec::new(), None, false);
	for letter in line.chars() {
		match letter {
			'\'' => {
				quoted = !quoted;
				word.get_or_insert_with(String::new);
			}
			blank if blank.is_whitespace() && !quoted => words.extend(word.take()),
			letter => word.get_or_insert_with(String::new).push(letter),
		}
	}
	assert!(!quoted, "a quote is open in {line}");
	words.extend(word);
	words
}

#[cfg(test)]
mod tests {
	use super::words;

	#[test]
	fn quotes_keep_blanks() {
		assert_eq!(words("voucher  show\n\t A"), ["voucher", "show", "A"]);
		assert_eq!(
			words("--place '常口 村' --reference ''"),
			["--place", "常口 村", "--reference", ""]
		);
	}
}
