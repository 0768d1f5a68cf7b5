//! Tables for a terminal, aligned by the width that characters have on it.

use unicode_width::UnicodeWidthStr;

/// How a column is set.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Align {
	/// Text.
	Left,
	/// Numbers.
	Right,
}

/// Rows under headings; every row has as many cells as there are headings.
#[derive(Clone, Debug)]
pub struct Table {
	columns: Vec<(String, Align)>,
	rows: Vec<Vec<String>>,
}

impl Table {
	/// An empty table with these headings.
	pub fn new<S: Into<String>>(columns: impl IntoIterator<Item = (S, Align)>) -> Self {
		let columns = columns.into_iter().map(|(name, align)| (name.into(), align)).collect();
		Self { columns, rows: Vec::new() }
	}

	/// Adds a row. Missing cells are blank, superfluous ones are dropped.
	pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
		let mut row: Vec<String> = cells.into_iter().map(Into::into).collect();
		row.resize(self.columns.len(), String::new());
		self.rows.push(row);
	}

	/// Whether there is nothing under the headings.
	pub fn is_empty(&self) -> bool {
		self.rows.is_empty()
	}

	/// The text, each line ended, without trailing blanks.
	pub fn render(&self) -> String {
		let widths: Vec<usize> = self
			.columns
			.iter()
			.enumerate()
			.map(|(index, (name, _))| {
				let cells = self.rows.iter().filter_map(|row| row.get(index));
				cells.map(|cell| cell.width()).max().unwrap_or(0).max(name.width())
			})
			.collect();
		let headings: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
		let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
		let mut text = String::new();
		for row in [&headings, &rule].into_iter().chain(&self.rows) {
			let mut line = String::new();
			for ((cell, width), (_, align)) in row.iter().zip(&widths).zip(&self.columns) {
				let blanks = " ".repeat(width.saturating_sub(cell.width()));
				match align {
					Align::Left => line.extend([cell.as_str(), &blanks, "  "]),
					Align::Right => line.extend([&blanks, cell.as_str(), "  "]),
				}
			}
			text.push_str(line.trim_end());
			text.push('\n');
		}
		text
	}
}

/// Names and values, the names set to one width.
pub fn fields<K: AsRef<str>, V: AsRef<str>>(fields: &[(K, V)]) -> String {
	let width = fields.iter().map(|(name, _)| name.as_ref().width()).max().unwrap_or(0);
	fields
		.iter()
		.map(|(name, value)| {
			let blanks = " ".repeat(width.saturating_sub(name.as_ref().width()));
			format!("{}{blanks}  {}\n", name.as_ref(), value.as_ref())
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn columns_align_by_display_width() {
		let mut table = Table::new([("所有权人", Align::Left), ("吨", Align::Right)]);
		table.row(["常口村民委员会", "12723"]);
		table.row(["Jinsen", "8666.2"]);
		assert_eq!(
			table.render(),
			"所有权人            吨\n\
			 ──────────────  ──────\n\
			 常口村民委员会   12723\n\
			 Jinsen          8666.2\n"
		);
	}

	#[test]
	fn rows_take_the_shape_of_the_headings() {
		let mut table = Table::new([("a", Align::Left), ("b", Align::Left)]);
		assert!(table.is_empty());
		table.row(["1"]);
		table.row(["1", "2", "3"]);
		assert_eq!(table.render(), "a  b\n─  ─\n1\n1  2\n");
	}

	#[test]
	fn names_of_fields_align_by_display_width() {
		assert_eq!(fields(&[("编号", "1"), ("owner", "2")]), "编号   1\nowner  2\n");
	}
}
