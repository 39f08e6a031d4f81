use super::{Case, CaseEvent};
use crate::domain::document::Issued;
use crate::domain::paper_kind::PaperKind;
use crate::journal::Held;

impl Case {
    /// The papers that were given out, in order, with who issued each and when.
    pub fn papers(&self) -> impl Iterator<Item = Held<&Issued>> {
        self.events.iter().filter_map(|held| match &held.value {
            CaseEvent::PaperIssued(issued) => {
                Some(Held { stamp: held.stamp.clone(), author: held.author.clone(), value: issued })
            }
            _ => None,
        })
    }

    /// The paper with this number as it now holds: its highest revision, the last one issued
    /// when two devices gave that revision out.
    #[must_use]
    pub fn paper(&self, number: &str) -> Option<Held<&Issued>> {
        self.papers().filter(|held| held.value.number == number).max_by_key(|held| held.value.revision)
    }

    /// The papers of a kind as they now hold, one for each number, in the order of first issue.
    #[must_use]
    pub fn papers_of(&self, kind: PaperKind) -> Vec<Held<&Issued>> {
        let mut numbers: Vec<&str> = Vec::new();
        for held in self.papers().filter(|held| held.value.document.paper == kind) {
            if !numbers.contains(&held.value.number.as_str()) {
                numbers.push(&held.value.number);
            }
        }
        numbers.into_iter().filter_map(|number| self.paper(number)).collect()
    }

    /// Papers that say something else under the same number and revision, given out on two
    /// devices that had not seen each other. A further revision settles it.
    #[must_use]
    pub fn rival_papers(&self, number: &str) -> Vec<Held<&Issued>> {
        let Some(holds) = self.paper(number) else { return Vec::new() };
        let mut rivals: Vec<Held<&Issued>> = self.papers().collect();
        rivals.retain(|held| held.value.number == number && held.value.revision == holds.value.revision);
        if rivals.iter().any(|held| held.value.hash != holds.value.hash) { rivals } else { Vec::new() }
    }

    /// The number for another paper of this kind: the case's own for the receipt, else with a
    /// letter for the kind and a count, `K3V-0001-W2`.
    #[must_use]
    pub fn next_paper_number(&self, kind: PaperKind) -> String {
        let number = self.number().map_or("", String::as_str);
        match kind.mark() {
            "" => number.to_owned(),
            mark => format!("{number}-{mark}{}", self.papers_of(kind).len() + 1),
        }
    }
}
