use crate::domain::id::{ClauseId, ParameterId, SectionId};
use crate::domain::phone::Phone;
use crate::domain::text::{MAX_LINE, half_width};

/// What a parameter of a clause may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParameterKind {
    /// A whole number within bounds, counted in this unit.
    Number {
        /// What is counted.
        unit: Unit,
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// A phone number.
    Phone,
    /// Words, at most this many characters.
    Text(usize),
}

/// What a number of a clause counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days of the calendar.
    Days,
    /// Days on which the shop works.
    WorkingDays,
    /// Months.
    Months,
    /// Hundredths.
    Percent,
}

/// What makes a parameter unfit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ParameterError {
    /// It has to say something.
    Empty,
    /// Not a whole number from the first to the second.
    Range(u32, u32),
    /// No phone number.
    Phone,
    /// More than this many characters.
    TooLong(usize),
}

/// A parameter of a clause, with its default in the library's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParameterSpec {
    /// Names it within the clause.
    pub id: ParameterId,
    /// What it may be.
    pub kind: ParameterKind,
    /// What it is until somebody says otherwise.
    pub default: String,
}

impl ParameterSpec {
    /// The value as it will be printed, if it fits.
    ///
    /// # Errors
    /// [`ParameterError`] says why not.
    pub fn check(&self, typed: &str) -> Result<String, ParameterError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(ParameterError::Empty);
        }
        match self.kind {
            ParameterKind::Number { min, max, .. } => {
                let plain: String = typed.chars().map(half_width).collect();
                let digits = plain.len() <= 9 && plain.bytes().all(|b| b.is_ascii_digit());
                match plain.parse::<u32>() {
                    Ok(number) if digits && (min..=max).contains(&number) => Ok(number.to_string()),
                    _ => Err(ParameterError::Range(min, max)),
                }
            }
            ParameterKind::Phone => {
                Phone::parse(typed).map(|phone| phone.as_str().to_owned()).map_err(|_| ParameterError::Phone)
            }
            ParameterKind::Text(max) if typed.chars().count() > max.min(MAX_LINE) => {
                Err(ParameterError::TooLong(max.min(MAX_LINE)))
            }
            ParameterKind::Text(_) => Ok(typed.to_owned()),
        }
    }
}

/// A clause of the library, in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseSpec {
    /// Names it in every language.
    pub id: ClauseId,
    /// Its short name in the editor.
    pub label: String,
    /// What it promises, with `{parameter}` where a parameter goes.
    pub text: String,
    /// Whether the promise is measured.
    pub measured: bool,
    /// Whether a new letter has it.
    pub on: bool,
    /// Its parameters.
    pub parameters: Vec<ParameterSpec>,
}

/// A section of the letter, in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SectionSpec {
    /// Names it in every language.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
    /// Its clauses, in order.
    pub clauses: Vec<ClauseSpec>,
}

/// The words around the clauses, in one language; `{…}` is filled in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the words are the documentation; see the data files")]
pub struct Frame {
    pub standing_title: String,
    pub case_title: String,
    pub standing_addressee: String,
    pub case_salutation: String,
    pub standing_opening: String,
    pub case_opening: String,
    pub closing: String,
    pub closing_regards: String,
    pub complaints_line: String,
    pub validity_open: String,
    pub validity_until: String,
    pub signatory_label: String,
    pub seal_label: String,
    pub date_label: String,
    pub replaces_line: String,
    pub number_label: String,
    pub verification_label: String,
}

/// All that letters in one language can be made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseLibrary {
    /// The sections, in order.
    pub sections: Vec<SectionSpec>,
    /// The words around them.
    pub frame: Frame,
}

impl ClauseLibrary {
    /// A clause and its parameter specifications by name.
    #[must_use]
    pub fn clause(&self, id: &ClauseId) -> Option<&ClauseSpec> {
        self.sections.iter().flat_map(|section| &section.clauses).find(|clause| clause.id == *id)
    }
}

/// The text with each `{name}` replaced by its value. Values are never looked into again.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}').and_then(|(name, tail)| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, tail))
        }) {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(min: u32, max: u32) -> ParameterSpec {
        ParameterSpec {
            id: ParameterId::parse("hours").expect("an id"),
            kind: ParameterKind::Number { unit: Unit::Hours, min, max },
            default: "2".to_owned(),
        }
    }

    #[test]
    fn numbers_stay_within_bounds() {
        for (typed, result) in [
            ("2", Ok("2")),
            (" 12 ", Ok("12")),
            ("１２", Ok("12")),
            ("007", Ok("7")),
            ("0", Err(ParameterError::Range(1, 72))),
            ("73", Err(ParameterError::Range(1, 72))),
            ("-1", Err(ParameterError::Range(1, 72))),
            ("1.5", Err(ParameterError::Range(1, 72))),
            ("99999999999", Err(ParameterError::Range(1, 72))),
            ("", Err(ParameterError::Empty)),
        ] {
            assert_eq!(number(1, 72).check(typed), result.map(str::to_owned), "{typed}");
        }
    }

    #[test]
    fn values_are_filled_in_once() {
        assert_eq!(fill("within {n} of {m}", &[("n", "{m}"), ("m", "2")]), "within {m} of 2");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
    }
}
