use super::super::at::{At, Read};
use super::super::json::Json;
use super::super::names::Named;
use super::document::{read_issued, write_issued};
use super::shape::Shape;
use super::{Said, Wire, field, to, value};
use crate::domain::id::{CaseId, ClauseId, CustomerId, LetterId, ParameterId, SectionId};
use crate::domain::letter::{LetterEvent, LetterField, OwnClause, Purpose};
use crate::domain::text::{MAX_CLAUSE, MAX_TEXT};

impl Wire for LetterField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "lang" => Self::Lang(value(change)?.choice()?),
            "addressee" => Self::Addressee(value(change)?.text(MAX_TEXT)?),
            "opening" => Self::Opening(value(change)?.text(MAX_TEXT)?),
            "clause" => {
                let [_, clause, to] = field(change, ["set", "clause", "to"])?;
                Self::Clause(clause.id(ClauseId::parse)?, to.flag()?)
            }
            "parameter" => {
                let [_, clause, parameter, to] = field(change, ["set", "clause", "parameter", "to"])?;
                Self::Parameter(clause.id(ClauseId::parse)?, parameter.id(ParameterId::parse)?, to.line()?)
            }
            "own_clause" => {
                let [_, clause, to] = field(change, ["set", "clause", "to"])?;
                Self::Own(clause.id(ClauseId::parse)?, to.optional(read_own_clause)?)
            }
            "from" => Self::From(value(change)?.optional(At::date)?),
            "until" => Self::Until(value(change)?.optional(At::date)?),
            "signatory" => Self::Signatory(value(change)?.line()?),
            "record" => Self::Record(Shape::read(&value(change)?)?),
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Lang(lang) => to("lang", lang.name()),
            Self::Addressee(text) => to("addressee", text),
            Self::Opening(text) => to("opening", text),
            Self::Clause(clause, on) => {
                ("clause", vec![("clause", clause.as_str().into()), ("to", (*on).into())])
            }
            Self::Parameter(clause, parameter, text) => (
                "parameter",
                vec![
                    ("clause", clause.as_str().into()),
                    ("parameter", parameter.as_str().into()),
                    ("to", text.into()),
                ],
            ),
            Self::Own(clause, own) => (
                "own_clause",
                vec![("clause", clause.as_str().into()), ("to", own.as_ref().map(write_own_clause).into())],
            ),
            Self::From(date) => to("from", date.map(|date| date.to_string())),
            Self::Until(date) => to("until", date.map(|date| date.to_string())),
            Self::Signatory(text) => to("signatory", text),
            Self::Record(period) => to("record", period.write()),
        }
    }
}

fn read_own_clause(at: &At<'_>) -> Read<OwnClause> {
    let [section, text] = at.object(["section", "text"])?;
    Ok(OwnClause { section: section.id(SectionId::parse)?, text: text.text(MAX_CLAUSE)? })
}

fn write_own_clause(own: &OwnClause) -> Json<'_> {
    Json::object([("section", own.section.as_str().into()), ("text", (&own.text).into())])
}

impl Wire for LetterEvent {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "drafted" => {
                let [_, purpose, revises] = change.object(["event", "purpose", "revises"])?;
                Self::Drafted {
                    purpose: read_purpose(&purpose)?,
                    revises: revises.optional(|at| at.id(LetterId::parse))?,
                }
            }
            "issued" => {
                let [_, issued] = change.object(["event", "issued"])?;
                Self::Issued(read_issued(&issued)?)
            }
            "discarded" => {
                change.object(["event"])?;
                Self::Discarded
            }
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Drafted { purpose, revises } => (
                "drafted",
                vec![
                    ("purpose", write_purpose(purpose)),
                    ("revises", revises.as_ref().map(LetterId::as_str).into()),
                ],
            ),
            Self::Issued(issued) => ("issued", vec![("issued", write_issued(issued))]),
            Self::Discarded => ("discarded", Vec::new()),
        }
    }
}

fn read_purpose(at: &At<'_>) -> Read<Purpose> {
    match at.key("kind")?.word()? {
        "standing" => {
            at.object(["kind"])?;
            Ok(Purpose::Standing)
        }
        "customer" => {
            let [_, customer] = at.object(["kind", "customer"])?;
            Ok(Purpose::Customer(customer.id(CustomerId::parse)?))
        }
        "case" => {
            let [_, case] = at.object(["kind", "case"])?;
            Ok(Purpose::Case(case.id(CaseId::parse)?))
        }
        _ => Err(at.newer()),
    }
}

fn write_purpose(purpose: &Purpose) -> Json<'_> {
    match purpose {
        Purpose::Standing => Json::object([("kind", "standing".into())]),
        Purpose::Customer(customer) => {
            Json::object([("kind", "customer".into()), ("customer", customer.as_str().into())])
        }
        Purpose::Case(case) => Json::object([("kind", "case".into()), ("case", case.as_str().into())]),
    }
}
