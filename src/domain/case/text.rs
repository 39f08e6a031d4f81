use super::{Case, CaseField, CaseKey};

/// A text of a case that has a place of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CaseText {
    /// What the customer said: facts.
    Facts,
    /// How the customer felt about it.
    Feelings,
    /// What they ask for.
    ExplicitNeeds,
    /// What they need without asking for it.
    LatentNeeds,
    /// Why they need it.
    Why,
    /// When they need it.
    When,
    /// Where it is needed.
    Where,
    /// Who needs it, and who decides.
    Who,
    /// What exactly.
    What,
    /// How it should be done.
    How,
    /// SWOT: what helps, within.
    Strengths,
    /// SWOT: what hinders, within.
    Weaknesses,
    /// SWOT: what helps, from outside.
    Opportunities,
    /// SWOT: what hinders, from outside.
    Threats,
    /// The agreement: what is done, and what is not.
    Scope,
    /// The agreement: what it shall achieve.
    Goals,
    /// The agreement: by what standard the result is accepted.
    AcceptanceStandard,
    /// The agreement: what a breach leads to.
    Liability,
    /// The agreement: what stays confidential.
    Confidentiality,
    /// The agreement: how it may be changed.
    Changes,
    /// The agreement: which law holds, and how disputes are settled.
    Law,
    /// The work order: what to do.
    Work,
    /// The work order: what to take along.
    Materials,
    /// The thing as it came in: what was handed in with it.
    Accessories,
    /// The thing as it came in: what it looked like.
    Condition,
}

impl CaseText {
    /// The record of needs.
    pub const NEEDS: [Self; 10] = [
        Self::Facts,
        Self::Feelings,
        Self::ExplicitNeeds,
        Self::LatentNeeds,
        Self::Why,
        Self::When,
        Self::Where,
        Self::Who,
        Self::What,
        Self::How,
    ];
    /// A look at strengths, weaknesses, opportunities and threats; part of the needs, when
    /// somebody takes it.
    pub const SWOT: [Self; 4] = [Self::Strengths, Self::Weaknesses, Self::Opportunities, Self::Threats];
    /// The parts of the agreement, in their order on paper.
    pub const AGREEMENT: [Self; 7] = [
        Self::Scope,
        Self::Goals,
        Self::AcceptanceStandard,
        Self::Liability,
        Self::Confidentiality,
        Self::Changes,
        Self::Law,
    ];
    /// The thing as it came in.
    pub const ARRIVAL: [Self; 2] = [Self::Accessories, Self::Condition];
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
