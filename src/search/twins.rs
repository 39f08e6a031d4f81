//! Numbers that were given twice: by a copied profile before anybody noticed, or by two devices
//! whose codes are alike. Nothing is lost by it; people must be able to tell the two apart.

use super::index::Index;
use super::summary::{CaseSummary, LetterSummary};

impl Index {
    /// The other cases with the number of this one, the oldest first.
    #[must_use]
    pub fn cases_of_same_number(&self, id: &str) -> Vec<&CaseSummary> {
        let Some(case) = self.cases.get(id).filter(|case| !case.number.is_empty()) else { return Vec::new() };
        let others = self.cases.values().filter(|other| other.number == case.number && other.id != case.id);
        let mut others: Vec<_> = others.collect();
        others.sort_by_key(|other| (other.opened, &other.id));
        others
    }

    /// The other letters with the number and the revision of this one.
    #[must_use]
    pub fn letters_of_same_number(&self, id: &str) -> Vec<&LetterSummary> {
        let Some(letter) = self.letters.get(id).filter(|letter| !letter.number.is_empty()) else {
            return Vec::new();
        };
        let same = |other: &&LetterSummary| {
            other.number == letter.number && other.revision == letter.revision && other.id != letter.id
        };
        let mut others: Vec<_> = self.letters.values().filter(same).collect();
        others.sort_by_key(|other| (&other.date, &other.id));
        others
    }
}
