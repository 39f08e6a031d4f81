use super::Draft;
use crate::domain::id::{ClauseId, ParameterId};
use crate::domain::letter::{ClauseLibrary, ParameterError};
use crate::domain::text::{MAX_CLAUSE, TextError, required};
use crate::i18n::Texts;

/// Something that keeps a letter from being issued.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// The shop has no name yet.
    NoShopName,
    /// It promises nothing.
    NoClause,
    /// It is for a case that is not there.
    NoCase,
    /// A parameter of a clause does not fit.
    Parameter {
        /// The clause.
        clause: ClauseId,
        /// The parameter.
        parameter: ParameterId,
        /// What is wrong with it.
        error: ParameterError,
    },
    /// A clause of the shop's own is empty or too long.
    OwnClause {
        /// The clause.
        clause: ClauseId,
        /// What is wrong with it.
        error: TextError,
    },
    /// Its last day comes before its first.
    UntilBeforeFrom,
}

impl Draft<'_> {
    /// All that keeps it from being issued, in the order of the letter.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.shop.name.is_empty() {
            problems.push(Problem::NoShopName);
        }
        if self.is_for_case() && self.case.is_none() {
            problems.push(Problem::NoCase);
        }
        let own = self.letter.own_clauses();
        if self.chosen().next().is_none() && own.is_empty() {
            problems.push(Problem::NoClause);
        }
        for clause in self.chosen() {
            problems.extend(clause.parameters.iter().filter_map(|parameter| {
                let error = parameter.check(&self.value(clause, parameter)).err()?;
                Some(Problem::Parameter { clause: clause.id.clone(), parameter: parameter.id.clone(), error })
            }));
        }
        problems.extend(own.into_iter().filter_map(|(clause, own)| {
            let error = required(&own.text, MAX_CLAUSE).err()?;
            Some(Problem::OwnClause { clause: clause.clone(), error })
        }));
        if self.letter.until().copied().flatten().is_some_and(|until| until < self.from()) {
            problems.push(Problem::UntilBeforeFrom);
        }
        problems
    }
}

impl Problem {
    /// What is wrong and what to do, in a sentence.
    #[must_use]
    pub fn words(&self, t: &'static Texts, library: &ClauseLibrary) -> String {
        let t = &t.paper();
        match self {
            Self::NoShopName => t.problem_no_shop_name.to_owned(),
            Self::NoClause => t.problem_no_clause.to_owned(),
            Self::NoCase => t.problem_no_case.to_owned(),
            Self::Parameter { clause, error, .. } => {
                let label = library.clause(clause).map_or_else(|| clause.as_str(), |spec| &spec.label);
                let what = match error {
                    ParameterError::Empty => t.problem_empty.to_owned(),
                    ParameterError::Range(min, max) => t.problem_range(min, max),
                    ParameterError::Phone => t.problem_phone.to_owned(),
                    ParameterError::TooLong(max) => t.problem_too_long(max),
                };
                t.problem_in_clause(&label, &what)
            }
            Self::OwnClause { error: TextError::Empty, .. } => t.problem_own_empty.to_owned(),
            Self::OwnClause { error: TextError::TooLong(max), .. } => t.problem_own_too_long(max),
            Self::UntilBeforeFrom => t.problem_until_before_from.to_owned(),
        }
    }
}
