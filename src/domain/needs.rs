//! What the customer needs: how it was found out, what they expect, how urgent and how wide
//! it is.

use super::case::{Case, CaseField, CaseKey, Urgency};

/// How the needs were found out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NeedsMethod {
    /// By asking.
    Interview,
    /// By a form.
    Questionnaire,
    /// Over the network: a chat, a video call.
    Online,
    /// From figures and records.
    Data,
}

impl NeedsMethod {
    /// All methods, as they are offered.
    pub const ALL: [Self; 4] = [Self::Interview, Self::Questionnaire, Self::Online, Self::Data];
}

/// Whether the shop can do what the customer expects.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ExpectationVerdict {
    /// All of it.
    Meet,
    /// Some of it.
    InPart,
    /// None of it.
    Cannot,
}

impl ExpectationVerdict {
    /// All verdicts.
    pub const ALL: [Self; 3] = [Self::Meet, Self::InPart, Self::Cannot];
}

/// Something that the customer expects.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Expectation {
    /// How much it matters to the customer: 1 is the most.
    pub rank: u32,
    /// What, in their words.
    pub text: String,
    /// Whether the shop can do it; nothing until somebody judged.
    pub verdict: Option<ExpectationVerdict>,
    /// Why not, or not all of it.
    pub reason: String,
    /// What the shop offers instead.
    pub alternative: String,
}

/// What kind of need it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Nature {
    /// Something does not work as it should.
    Fault,
    /// Cleaning, care, a regular check.
    Upkeep,
    /// Something new is made or installed.
    NewWork,
    /// A question, or advice before a decision.
    Advice,
    /// Somebody is not content.
    Grievance,
}

impl Nature {
    /// All kinds, the most frequent first.
    pub const ALL: [Self; 5] = [Self::Fault, Self::Upkeep, Self::NewWork, Self::Advice, Self::Grievance];
}

/// How much is affected: four levels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Extent {
    /// A detail.
    Detail,
    /// A part can no longer be used.
    Part,
    /// Nothing of it can be used.
    Whole,
    /// Others are affected, too.
    Wider,
}

impl Extent {
    /// All levels, rising.
    pub const ALL: [Self; 4] = [Self::Detail, Self::Part, Self::Whole, Self::Wider];
}

/// Which of two cases comes first: four levels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Priority {
    /// When there is time.
    Low,
    /// In its turn.
    Normal,
    /// Before its turn.
    High,
    /// Before everything else.
    Top,
}

impl Priority {
    /// All levels, rising.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Top];
}

/// What priority a shop gives each urgency and extent: a row for each urgency, rising, and in
/// it a cell for each extent, rising.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PriorityMatrix(pub [[Priority; 4]; 4]);

impl Default for PriorityMatrix {
    fn default() -> Self {
        use Priority::{High, Low, Normal, Top};
        Self([
            [Low, Low, Normal, High],
            [Low, Normal, High, High],
            [Normal, High, High, Top],
            [High, Top, Top, Top],
        ])
    }
}

/// The priority of what is so urgent and so wide.
#[must_use]
pub fn priority(urgency: Urgency, extent: Extent, matrix: &PriorityMatrix) -> Priority {
    matrix.0[urgency as usize][extent as usize]
}

impl PriorityMatrix {
    /// The matrix with another priority in one cell.
    #[must_use]
    pub fn with(mut self, urgency: Urgency, extent: Extent, priority: Priority) -> Self {
        self.0[urgency as usize][extent as usize] = priority;
        self
    }
}

impl Case {
    /// How the needs were found out.
    #[must_use]
    pub fn needs_method(&self) -> Option<NeedsMethod> {
        match self.fields.current(&CaseKey::NeedsMethod) {
            Some(CaseField::NeedsMethod(method)) => *method,
            _ => None,
        }
    }

    /// What kind of need it is.
    #[must_use]
    pub fn nature(&self) -> Option<Nature> {
        match self.fields.current(&CaseKey::Nature) {
            Some(CaseField::Nature(nature)) => *nature,
            _ => None,
        }
    }

    /// How much is affected.
    #[must_use]
    pub fn extent(&self) -> Option<Extent> {
        match self.fields.current(&CaseKey::Extent) {
            Some(CaseField::Extent(extent)) => *extent,
            _ => None,
        }
    }

    /// Its priority, once both urgency and extent were judged.
    #[must_use]
    pub fn priority(&self, matrix: &PriorityMatrix) -> Option<Priority> {
        self.urgency().copied().zip(self.extent()).map(|(urgency, extent)| priority(urgency, extent, matrix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_more_urgent_or_wider_never_waits_longer() {
        let matrix = PriorityMatrix::default();
        for urgency in Urgency::ALL {
            let row = Extent::ALL.map(|extent| priority(urgency, extent, &matrix));
            assert!(row.is_sorted(), "{urgency:?}");
        }
        for extent in Extent::ALL {
            let column = Urgency::ALL.map(|urgency| priority(urgency, extent, &matrix));
            assert!(column.is_sorted(), "{extent:?}");
        }
        assert_eq!(priority(Urgency::Low, Extent::Detail, &matrix), Priority::Low);
        assert_eq!(priority(Urgency::Emergency, Extent::Wider, &matrix), Priority::Top);
    }

    #[test]
    fn a_shop_changes_one_cell() {
        let matrix = PriorityMatrix::default().with(Urgency::High, Extent::Detail, Priority::Top);
        assert_eq!(priority(Urgency::High, Extent::Detail, &matrix), Priority::Top);
        assert_eq!(priority(Urgency::High, Extent::Part, &matrix), Priority::High);
        assert_eq!(priority(Urgency::Normal, Extent::Detail, &matrix), Priority::Low);
    }
}
