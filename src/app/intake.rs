//! A request that somebody began to type and has not handed in: a note of this device until
//! then, and no longer.

use crate::domain::case::Case;
use crate::domain::complaint::COMPLAINT_PROCESS;
use crate::domain::id::CaseId;

/// Where it stands among the notes.
pub const NOTE: &str = "request-begun";
/// Stands between two fields; no field has it.
const BETWEEN: char = '\u{1f}';
/// The place of the telephone among the channels: most of what arises later is told by it.
const PHONE: &str = "1";
/// How many fields there are.
const FIELDS: usize = 15;

/// What was typed of a request, as it was typed. Choices are names that the form gives out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "each is the field of the form of the same name")]
pub struct Begun {
    pub customer: String,
    pub phone: String,
    pub name: String,
    pub address: String,
    pub asset: String,
    pub label: String,
    pub brand: String,
    pub model: String,
    pub serial: String,
    pub description: String,
    pub told: String,
    pub channel: String,
    pub urgency: String,
    pub process: String,
    pub arose_from: String,
}

impl Begun {
    /// A request that arises from a case: of the same customer, about the same thing, in the same
    /// process, with these words.
    #[must_use]
    pub fn arising(id: &CaseId, case: &Case, words: &str) -> Self {
        Self {
            customer: case.customer().map(ToString::to_string).unwrap_or_default(),
            asset: case.asset().map(ToString::to_string).unwrap_or_default(),
            description: words.to_owned(),
            channel: PHONE.to_owned(),
            process: case.process().map(|at| at.id.to_string()).unwrap_or_default(),
            arose_from: id.to_string(),
            ..Self::default()
        }
    }

    /// A complaint that arises from a case, with these words.
    #[must_use]
    pub fn complaint(id: &CaseId, case: &Case, words: &str) -> Self {
        Self { process: COMPLAINT_PROCESS.to_owned(), ..Self::arising(id, case, words) }
    }

    /// Whether it says anything that it would be a pity to lose. A choice alone is quickly made
    /// again.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        let words = &self.fields()[1..11];
        !self.customer.is_empty() || words.iter().any(|text| !text.trim().is_empty())
    }

    fn fields(&self) -> [&String; FIELDS] {
        [
            &self.customer,
            &self.phone,
            &self.name,
            &self.address,
            &self.asset,
            &self.label,
            &self.brand,
            &self.model,
            &self.serial,
            &self.description,
            &self.told,
            &self.channel,
            &self.urgency,
            &self.process,
            &self.arose_from,
        ]
    }

    /// The note of it; nothing when there is nothing to keep.
    #[must_use]
    pub fn to_text(&self) -> String {
        if !self.is_worth_keeping() {
            return String::new();
        }
        let fields = self.fields().map(|field| field.replace(BETWEEN, " "));
        fields.join(&BETWEEN.to_string())
    }

    /// Reads a note; `None` when there is none, or it is of another version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut fields: Vec<String> = text.split(BETWEEN).map(str::to_owned).collect();
        if fields.len() == FIELDS - 1 {
            // Noted before requests could arise from a case.
            fields.push(String::new());
        }
        let fields: [String; FIELDS] = fields.try_into().ok()?;
        let [
            customer,
            phone,
            name,
            address,
            asset,
            label,
            brand,
            model,
            serial,
            description,
            told,
            channel,
            urgency,
            process,
            arose_from,
        ] = fields;
        let begun = Self {
            customer,
            phone,
            name,
            address,
            asset,
            label,
            brand,
            model,
            serial,
            description,
            told,
            channel,
            urgency,
            process,
            arose_from,
        };
        begun.is_worth_keeping().then_some(begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_typed_comes_back(texts in prop::collection::vec("[^\u{1f}]{0,12}", FIELDS)) {
            let begun = Begun::from_text(&texts.join("\u{1f}"));
            let worth = !texts[0].is_empty() || texts[1..11].iter().any(|text| !text.trim().is_empty());
            prop_assert_eq!(begun.is_some(), worth);
            if let Some(begun) = begun {
                prop_assert_eq!(Begun::from_text(&begun.to_text()), Some(begun));
            }
        }
    }

    #[test]
    fn a_choice_alone_is_not_kept() {
        let process = Begun { process: "P8".to_owned(), channel: "1".to_owned(), ..Begun::default() };
        assert_eq!(process.to_text(), "");
        let phone = Begun { phone: "138\u{1f}0000".to_owned(), ..process };
        assert_eq!(
            Begun::from_text(&phone.to_text()).map(|begun| begun.phone).as_deref(),
            Some("138 0000"),
            "the sign between fields is no part of one"
        );
    }

    #[test]
    fn a_note_of_the_version_before_is_read() {
        let before = ["\u{1f}138".to_owned(), "\u{1f}".repeat(12)].concat();
        let begun = Begun::from_text(&before).expect("a request");
        assert_eq!((begun.phone.as_str(), begun.arose_from.as_str()), ("138", ""));
    }

    #[test]
    fn another_note_is_no_request() {
        for text in ["", "138", "a\u{1f}b", &"x\u{1f}".repeat(FIELDS)] {
            assert_eq!(Begun::from_text(text), None, "{text:?}");
        }
    }
}
