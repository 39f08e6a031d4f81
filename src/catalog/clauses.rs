use super::PerLang;
use crate::domain::id::{ClauseId, ParameterId, SectionId};
use crate::domain::lang::Lang;
use crate::domain::letter::{
    ClauseLibrary, ClauseSpec, Frame, ParameterKind, ParameterSpec, SectionSpec, Unit,
};
use serde::Deserialize;
use std::collections::BTreeMap;

const STRUCTURE: &str = include_str!("data/clauses.json");

fn words_in(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => include_str!("data/zh-CN/clauses.json"),
        Lang::ZhTw => include_str!("data/zh-TW/clauses.json"),
        Lang::En => include_str!("data/en/clauses.json"),
    }
}

#[derive(Deserialize)]
struct Shape {
    sections: Vec<SectionShape>,
}

#[derive(Deserialize)]
struct SectionShape {
    id: String,
    clauses: Vec<ClauseShape>,
}

#[derive(Deserialize)]
struct ClauseShape {
    id: String,
    measured: bool,
    on: bool,
    parameters: Vec<ParameterShape>,
}

#[derive(Deserialize)]
struct ParameterShape {
    id: String,
    kind: String,
    #[serde(default)]
    default: Option<u32>,
    #[serde(default)]
    min: u32,
    #[serde(default)]
    max: u32,
    #[serde(default)]
    max_length: usize,
}

#[derive(Deserialize)]
struct Words {
    sections: BTreeMap<String, SectionWords>,
    frame: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct SectionWords {
    title: String,
    clauses: BTreeMap<String, ClauseWords>,
}

#[derive(Deserialize)]
struct ClauseWords {
    label: String,
    text: String,
    #[serde(default)]
    defaults: BTreeMap<String, String>,
}

/// The clause library in a language.
#[must_use]
pub fn clause_library(lang: Lang) -> &'static ClauseLibrary {
    static ALL: PerLang<ClauseLibrary> = PerLang::new();
    ALL.get(lang, || {
        load(STRUCTURE, words_in(lang))
            .unwrap_or_else(|| ClauseLibrary { sections: Vec::new(), frame: Frame::default() })
    })
}

/// Joins structure and words; `None` when they do not fit, which a test rules out for the
/// data that is built in.
fn load(structure: &str, words: &str) -> Option<ClauseLibrary> {
    let shape: Shape = serde_json::from_str(structure).ok()?;
    let mut words: Words = serde_json::from_str(words).ok()?;
    Some(ClauseLibrary {
        sections: shape
            .sections
            .into_iter()
            .map(|section| words.sections.remove(&section.id).and_then(|words| join_section(section, words)))
            .collect::<Option<_>>()?,
        frame: frame(&mut words.frame)?,
    })
}

fn join_section(shape: SectionShape, mut words: SectionWords) -> Option<SectionSpec> {
    Some(SectionSpec {
        id: SectionId::parse(&shape.id)?,
        title: words.title,
        clauses: shape
            .clauses
            .into_iter()
            .map(|clause| words.clauses.remove(&clause.id).and_then(|words| join_clause(clause, words)))
            .collect::<Option<_>>()?,
    })
}

fn join_clause(shape: ClauseShape, mut words: ClauseWords) -> Option<ClauseSpec> {
    Some(ClauseSpec {
        id: ClauseId::parse(&shape.id)?,
        label: words.label,
        text: words.text,
        measured: shape.measured,
        on: shape.on,
        parameters: shape
            .parameters
            .into_iter()
            .map(|parameter| join_parameter(parameter, &mut words.defaults))
            .collect::<Option<_>>()?,
    })
}

fn join_parameter(shape: ParameterShape, defaults: &mut BTreeMap<String, String>) -> Option<ParameterSpec> {
    let number = |unit| ParameterKind::Number { unit, min: shape.min, max: shape.max };
    let kind = match shape.kind.as_str() {
        "minutes" => number(Unit::Minutes),
        "hours" => number(Unit::Hours),
        "days" => number(Unit::Days),
        "working_days" => number(Unit::WorkingDays),
        "months" => number(Unit::Months),
        "percent" => number(Unit::Percent),
        "phone" => ParameterKind::Phone,
        "text" => ParameterKind::Text(shape.max_length),
        _ => return None,
    };
    let default = match kind {
        ParameterKind::Number { .. } => shape.default?.to_string(),
        ParameterKind::Phone | ParameterKind::Text(_) => defaults.remove(&shape.id)?,
    };
    Some(ParameterSpec { id: ParameterId::parse(&shape.id)?, kind, default })
}

fn frame(words: &mut BTreeMap<String, String>) -> Option<Frame> {
    Some(Frame {
        standing_title: words.remove("standing_title")?,
        case_title: words.remove("case_title")?,
        standing_addressee: words.remove("standing_addressee")?,
        case_salutation: words.remove("case_salutation")?,
        standing_opening: words.remove("standing_opening")?,
        case_opening: words.remove("case_opening")?,
        closing: words.remove("closing")?,
        closing_regards: words.remove("closing_regards")?,
        complaints_line: words.remove("complaints_line")?,
        validity_open: words.remove("validity_open")?,
        validity_until: words.remove("validity_until")?,
        signatory_label: words.remove("signatory_label")?,
        seal_label: words.remove("seal_label")?,
        date_label: words.remove("date_label")?,
        replaces_line: words.remove("replaces_line")?,
        number_label: words.remove("number_label")?,
        verification_label: words.remove("verification_label")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::fill;

    #[test]
    fn every_language_has_the_whole_library() {
        let shape = |lang| -> Vec<_> {
            let clauses = |s: &SectionSpec| s.clauses.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
            clause_library(lang).sections.iter().map(|s| (s.id.clone(), clauses(s))).collect()
        };
        assert_eq!(shape(Lang::En).len(), 8, "the eight sections");
        for lang in Lang::ALL {
            assert_eq!(shape(lang), shape(Lang::En), "{lang:?}");
        }
    }

    #[test]
    fn every_default_fits_and_every_parameter_is_said() {
        for lang in Lang::ALL {
            for clause in clause_library(lang).sections.iter().flat_map(|section| &section.clauses) {
                let values: Vec<(&str, &str)> =
                    clause.parameters.iter().map(|p| (p.id.as_str(), p.default.as_str())).collect();
                assert!(!fill(&clause.text, &values).contains(['{', '}']), "{lang:?} {}", clause.text);
                for parameter in &clause.parameters {
                    let place = format!("{{{}}}", parameter.id);
                    assert!(clause.text.contains(&place), "{lang:?} {:?} lacks {place}", clause.id);
                    let may_be_empty = parameter.kind == ParameterKind::Phone && parameter.default.is_empty();
                    assert!(may_be_empty || parameter.check(&parameter.default).is_ok(), "{parameter:?}");
                }
            }
        }
    }
}
