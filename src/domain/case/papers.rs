use super::{Case, CaseEvent};
use crate::domain::document::Issued;
use crate::domain::id::VisitId;
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

    /// The paper of a kind about a visit, or about none, as it now holds: the highest revision
    /// of the number that was issued last. Of change requests it is that of the change at hand.
    #[must_use]
    pub fn paper_about(&self, kind: PaperKind, visit: Option<&VisitId>) -> Option<Held<&Issued>> {
        let about = |held: &Held<&Issued>| {
            held.value.visit.as_ref() == visit
                && (kind != PaperKind::ChangeRequest || self.is_of_change_at_hand(held.value))
        };
        let of_kind = self.papers().filter(|held| held.value.document.paper == kind);
        let mut all: Vec<_> = of_kind.filter(about).collect();
        // The number begun last: a late revision of an older number does not count as begun.
        let mut begun: Option<&String> = None;
        for (at, held) in all.iter().enumerate() {
            if all[..at].iter().all(|other| other.value.number != held.value.number) {
                begun = Some(&held.value.number);
            }
        }
        let number = begun?.clone();
        all.retain(|held| held.value.number == number);
        all.into_iter().max_by_key(|held| held.value.revision)
    }

    /// The number and the revision that a further paper of a kind gets: the next revision of
    /// the one about the same visit, else a number of its own.
    #[must_use]
    pub fn next_issue(&self, kind: PaperKind, visit: Option<&VisitId>) -> (String, u32) {
        let Some(last) = self.paper_about(kind, visit) else { return (self.next_paper_number(kind), 1) };
        let number = &last.value.number;
        let highest = self.paper(number).map_or(last.value.revision, |held| held.value.revision);
        (number.clone(), highest.saturating_add(1))
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
