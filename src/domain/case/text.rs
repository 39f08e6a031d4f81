use super::{Case, CaseField, CaseKey};

/// A text of a case that has a place of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CaseText {
    /// The work order: what to do.
    Work,
    /// The work order: what to take along.
    Materials,
}

impl CaseText {
    /// What the work order says.
    pub const WORK_ORDER: [Self; 2] = [Self::Work, Self::Materials];
}

impl Case {
    /// A text; empty until somebody wrote it.
    #[must_use]
    pub fn text(&self, text: CaseText) -> &str {
        match self.fields.current(&CaseKey::Text(text)) {
            Some(CaseField::Text(_, words)) => words,
            _ => "",
        }
    }
}
