use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use super::super::json::Json;
use super::shape::{Shape, shapes};
use super::{Said, Wire, field, to, value};
use crate::domain::custom_process::{
    ChoiceDefinition, CustomProcessField, Definition, EvidenceDefinition, StageDefinition, TaskDefinition,
};

impl Wire for CustomProcessField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "version" => {
                let [_, number, to] = field(change, ["set", "number", "to"])?;
                let definition = Definition::read(&to)?;
                if definition.check().is_err() {
                    return Err(to.wrong(Fault::NotA(Form::Process)));
                }
                Self::Version(number.number()?, Box::new(definition))
            }
            "retired" => Self::Retired(value(change)?.flag()?),
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Version(number, definition) => {
                ("version", vec![("number", (*number).into()), ("to", definition.write())])
            }
            Self::Retired(flag) => to("retired", *flag),
        }
    }
}

shapes! {
    Definition { lang, name: line, about: text, within_case, stages }
    StageDefinition { id, name: line, review, tasks }
    TaskDefinition { id, text: text, hint: text, required, lane, role, evidence, limit }
    ChoiceDefinition { id: line, label: line }
}

/// An object with the kind of evidence.
impl Shape for EvidenceDefinition {
    fn read(at: &At<'_>) -> Read<Self> {
        let plain = match at.key("kind")?.word()? {
            "tick" => Self::Tick,
            "text" => Self::Text,
            "number" => Self::Number,
            "date" => Self::Date,
            "photo" => Self::Photo,
            "signature" => Self::Signature,
            "choice" => {
                let [_, choices] = at.object(["kind", "choices"])?;
                return Shape::read(&choices).map(Self::Choice);
            }
            "paper" => {
                let [_, paper] = at.object(["kind", "paper"])?;
                return Shape::read(&paper).map(Self::Paper);
            }
            "record" => {
                let [_, record] = at.object(["kind", "record"])?;
                return Ok(Self::Record(record.word()?.to_owned()));
            }
            _ => return Err(at.newer()),
        };
        at.object(["kind"])?;
        Ok(plain)
    }

    fn write(&self) -> Json<'_> {
        let kind = |kind: &'static str| Json::object([("kind", kind.into())]);
        match self {
            Self::Tick => kind("tick"),
            Self::Text => kind("text"),
            Self::Number => kind("number"),
            Self::Date => kind("date"),
            Self::Photo => kind("photo"),
            Self::Signature => kind("signature"),
            Self::Choice(choices) => Json::object([("kind", "choice".into()), ("choices", choices.write())]),
            Self::Paper(paper) => Json::object([("kind", "paper".into()), ("paper", paper.write())]),
            Self::Record(name) => Json::object([("kind", "record".into()), ("record", name.into())]),
        }
    }
}

/// Reads a definition wherever it stands; whether a case can follow it is another matter.
pub(in crate::archive) fn read_definition(at: &At<'_>) -> Read<Definition> {
    Definition::read(at)
}

/// How a definition is written.
pub(in crate::archive) fn write_definition(definition: &Definition) -> Json<'_> {
    definition.write()
}
