//! Which of the writes that all tabs made this one knows of. They are counted in the database, in
//! the same transactions, so that a message that was lost shows as a gap.

use std::collections::BTreeSet;

/// The writes that are known.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Seen {
    /// All up to this one.
    upto: u32,
    /// Later ones, with others missing before them.
    beyond: BTreeSet<u32>,
}

impl Seen {
    /// Everything up to this write was read.
    pub(super) fn begin(&mut self, upto: u32) {
        self.upto = upto;
        self.beyond.retain(|write| *write > upto);
        self.close_up();
    }

    /// Takes note of a write; false when it was known.
    pub(super) fn note(&mut self, write: u32) -> bool {
        let news = write > self.upto && self.beyond.insert(write);
        self.close_up();
        news
    }

    /// Whether writes are missing before the last that is known.
    pub(super) fn has_gap(&self) -> bool {
        !self.beyond.is_empty()
    }

    /// Whether all up to this write, and no more, is known.
    pub(super) fn is_at(&self, last: u32) -> bool {
        self.upto == last
    }

    fn close_up(&mut self) {
        while self.beyond.remove(&self.upto.saturating_add(1)) {
            self.upto += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_was_lost_is_a_gap_until_it_comes_or_all_is_read() {
        let mut seen = Seen::default();
        seen.begin(4);
        assert!(seen.note(5) && !seen.note(5) && !seen.note(3));
        assert!(!seen.has_gap() && seen.is_at(5));
        assert!(seen.note(7) && seen.has_gap());
        assert!(seen.note(9) && seen.note(6));
        assert!(seen.has_gap() && seen.is_at(7));
        seen.begin(8);
        assert!(!seen.has_gap() && seen.is_at(9));
    }
}
