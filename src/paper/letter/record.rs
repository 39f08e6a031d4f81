//! How promises were kept, as a letter prints it.

use super::Draft;
use super::custom::heading;
use crate::domain::document::{Block, RowRole};
use crate::i18n::when::date_in_words;
use crate::i18n::{Named, texts};
use crate::stats::promises::{PrintedRecord, Tally};

impl Draft<'_> {
    /// A section of its own after those that promise: a sentence, and a row for each clause under which
    /// something came due. Nothing where the letter prints none.
    pub(super) fn record_blocks(&self, section: usize) -> Vec<Block> {
        let Some(record) = self.record.filter(|_| !self.is_for_case()) else { return Vec::new() };
        let t = texts(self.lang).promise_report();
        let mut blocks = vec![
            Block::Section(heading(self.lang, section, t.record_title)),
            Block::Paragraph(self.sentence(record)),
        ];
        if record.lines.is_empty() {
            return blocks;
        }
        let row = |cells: [String; 4], role| Block::Row { cells: cells.into(), figures: 3, role };
        let head = [t.record_promise, t.record_made, t.record_kept, t.record_percent].map(str::to_owned);
        blocks.push(row(head, RowRole::Head));
        blocks.extend(record.lines.iter().map(|line| {
            let cells = [
                line.kind.name(texts(self.lang)).to_owned(),
                line.made.to_string(),
                line.kept.to_string(),
                t.percent(&percent(line.made, line.kept)),
            ];
            row(cells, RowRole::Body)
        }));
        blocks
    }

    fn sentence(&self, record: &PrintedRecord) -> String {
        let t = texts(self.lang).promise_report();
        let words = |date| date_in_words(self.lang, date);
        let (until, date) = (words(record.last), words(self.date));
        match (record.first.map(words), record.sum()) {
            (None, _) => t.record_none_yet(&date),
            (Some(from), (0, _)) => t.record_none(&from, &until, &date),
            (Some(from), (made, kept)) => {
                t.record_sentence(&from, &until, &kept, &made, &percent(made, kept), &date)
            }
        }
    }
}

fn percent(made: usize, kept: usize) -> usize {
    Tally { made, kept, ..Tally::default() }.percent_kept().unwrap_or_default()
}
