use super::{Limit, PromiseKind};
use crate::domain::id::{ClauseId, LetterId, ParameterId};
use crate::domain::letter::{ClauseLibrary, Letter, ParameterKind};

/// A measured clause as a letter holds it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ClauseTerms {
    /// The clause.
    pub clause: ClauseId,
    /// Its numbers, as they are printed.
    pub values: Vec<(ParameterId, u32)>,
}

/// What a letter promises with limits of time, as it holds for a case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Terms {
    /// The letter.
    pub letter: LetterId,
    /// Its number.
    pub number: String,
    /// Its revision.
    pub revision: u32,
    /// Its measured clauses; of a newer version perhaps more than this one knows.
    pub clauses: Vec<ClauseTerms>,
    /// What the customer gets when one is not kept, in the letter's language; perhaps nothing.
    pub remedy: String,
}

impl Terms {
    /// What an issued letter promises; nothing while it is a draft.
    #[must_use]
    pub fn of(id: &LetterId, letter: &Letter, library: &ClauseLibrary) -> Option<Self> {
        let issued = letter.issued()?.value;
        Some(Self::under(id, &issued.number, issued.revision, letter, library))
    }

    /// What a letter promises under a number and a revision.
    #[must_use]
    pub fn under(
        id: &LetterId,
        number: &str,
        revision: u32,
        letter: &Letter,
        library: &ClauseLibrary,
    ) -> Self {
        let chosen = library.sections.iter().flat_map(|section| &section.clauses);
        let chosen: Vec<_> = chosen.filter(|clause| letter.has(clause)).collect();
        let clauses = chosen.iter().filter(|clause| clause.measured).map(|clause| ClauseTerms {
            clause: clause.id.clone(),
            values: clause
                .parameters
                .iter()
                .filter(|parameter| matches!(parameter.kind, ParameterKind::Number { .. }))
                .filter_map(|parameter| {
                    let printed = parameter.check(letter.parameter(&clause.id, parameter)).ok()?;
                    Some((parameter.id.clone(), printed.parse().ok()?))
                })
                .collect(),
        });
        let clauses = clauses.collect();
        let remedy = chosen.iter().find(|clause| clause.id.as_str() == "remedy").and_then(|clause| {
            let parameter = clause.parameters.iter().find(|p| p.id.as_str() == "compensation")?;
            Some(letter.parameter(&clause.id, parameter).trim().to_owned())
        });
        Self {
            letter: id.clone(),
            number: number.to_owned(),
            revision,
            clauses,
            remedy: remedy.unwrap_or_default(),
        }
    }

    /// Whether it promises this.
    #[must_use]
    pub fn holds(&self, kind: PromiseKind) -> bool {
        self.clause(kind).is_some()
    }

    fn clause(&self, kind: PromiseKind) -> Option<&ClauseTerms> {
        self.clauses.iter().find(|clause| clause.clause.as_str() == kind.clause())
    }

    /// A number of the clause that promises this.
    #[must_use]
    pub fn value(&self, kind: PromiseKind, parameter: &str) -> Option<u32> {
        let values = &self.clause(kind)?.values;
        values.iter().find(|(id, _)| id.as_str() == parameter).map(|(_, value)| *value)
    }

    /// The limit of a promise, where the letter alone says it.
    #[must_use]
    pub fn limit(&self, kind: PromiseKind) -> Option<Limit> {
        const HOUR: u32 = 60;
        let number = self.value(kind, kind.parameter()?)?;
        Some(match kind {
            PromiseKind::FirstResponse => Limit::Response {
                inside: number.saturating_mul(HOUR),
                outside: self.value(kind, "outside_hours")?.saturating_mul(HOUR),
            },
            PromiseKind::Emergency | PromiseKind::ComplaintHeard => {
                Limit::Minutes(number.saturating_mul(HOUR))
            }
            PromiseKind::Plan | PromiseKind::Progress | PromiseKind::ComplaintSettled => {
                Limit::WorkingDays(number)
            }
            PromiseKind::Redo | PromiseKind::FollowUp => Limit::Days(number),
            PromiseKind::Maintenance => Limit::Months(number),
            PromiseKind::Visit => Limit::Minutes(number),
            PromiseKind::Finish | PromiseKind::DelayNotice => return None,
        })
    }
}
