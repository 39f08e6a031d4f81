//! The file that carries one process from one shop to another, and the drafts of a device.

use super::Refusal;
use super::at::{At, Read, Unread};
use super::fault::Fault;
use super::json::Json;
use super::parse::{Seed, Stop, parse, refusal};
use super::place::Place;
use super::wire::{read_definition, write_definition};
use crate::domain::custom_process::{Definition, DefinitionError};
use crate::domain::id::ProcessId;
use serde::de::DeserializeSeed;
use std::collections::BTreeMap;

/// The first value of the file.
const FORMAT: &str = "casebook-process";
/// The version of the file that this program writes, and the newest that it reads.
const VERSION: u32 = 1;
/// The largest file that is read. The largest process that can be made is smaller.
pub const MAX_PROCESS_BYTES: u64 = 4 * 1024 * 1024;

/// Why a process is not taken from a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProcessFileError {
    /// The file is not one of a process.
    Refused(Refusal),
    /// It is, but no case could follow the process.
    Unfit(DefinitionError),
}

/// The file of a process.
#[must_use]
pub fn process_text(definition: &Definition) -> String {
    let file =
        [("format", FORMAT.into()), ("version", VERSION.into()), ("process", write_definition(definition))];
    Json::object(file).to_text()
}

/// Reads the file of a process.
///
/// # Errors
/// [`ProcessFileError`] says why there is none in it.
pub fn read_process(text: &str) -> Result<Definition, ProcessFileError> {
    let definition = read_file(text).map_err(ProcessFileError::Refused)?;
    definition.check().map_err(ProcessFileError::Unfit)?;
    Ok(definition)
}

fn read_file(text: &str) -> Result<Definition, Refusal> {
    let stop = Stop::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let parsed = Seed::new(&Place::Root, &stop).deserialize(&mut source);
    let json = parsed
        .and_then(|json| source.end().map(|()| json))
        .map_err(|error| refusal(&error, text, &stop, Refusal::OtherFormat))?;
    let file = At::new(&json, Place::Root);
    let format = file.get("format").ok().flatten();
    if !format.is_some_and(|format| format.word().is_ok_and(|word| word == FORMAT)) {
        return Err(Refusal::OtherFormat);
    }
    let version: u32 =
        file.key("version").and_then(|version| version.number()).map_err(|unread| shape(*unread))?;
    if version > VERSION {
        return Err(Refusal::NewerVersion(version.into()));
    }
    let [_, _, process] = file.object(["format", "version", "process"]).map_err(|unread| shape(*unread))?;
    read_definition(&process).map_err(|unread| shape(*unread))
}

fn shape(unread: Unread) -> Refusal {
    Refusal::WrongShape { place: unread.place, what: unread.fault.unwrap_or(Fault::UnknownKey) }
}

/// Drafts as a device keeps them: they need not be fit yet.
#[must_use]
pub fn drafts_text(drafts: &BTreeMap<ProcessId, Definition>) -> String {
    let draft = |(id, definition): (&ProcessId, _)| {
        Json::object([("id", id.to_string().into()), ("process", write_definition(definition))])
    };
    Json::list(drafts, |(id, definition)| draft((id, definition))).to_text()
}

/// Reads drafts; one that cannot be read is left out.
#[must_use]
pub fn read_drafts(text: &str) -> BTreeMap<ProcessId, Definition> {
    let Some(json) = parse(text) else { return BTreeMap::new() };
    let list = At::new(&json, Place::Root);
    let drafts = list.items().map(|items| items.filter_map(|draft| read_draft(&draft).ok()).collect());
    drafts.unwrap_or_default()
}

fn read_draft(draft: &At<'_>) -> Read<(ProcessId, Definition)> {
    let [id, process] = draft.object(["id", "process"])?;
    Ok((id.id(ProcessId::parse)?, read_definition(&process)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::JsonType;
    use crate::catalog::processes;
    use crate::domain::lang::Lang;
    use crate::domain::text::TextError;

    fn built_in() -> Vec<Definition> {
        let all = Lang::ALL.into_iter().flat_map(|lang| processes(lang).iter().map(move |p| (p, lang)));
        all.map(|(process, lang)| Definition::of(process, lang)).collect()
    }

    #[test]
    fn every_process_comes_back_as_it_went_out() {
        for definition in built_in() {
            assert_eq!(read_process(&process_text(&definition)), Ok(definition));
        }
    }

    #[test]
    fn what_is_no_process_is_refused_for_its_reason() {
        use ProcessFileError::{Refused, Unfit};
        let first = &built_in()[0];
        let text = process_text(first);
        let nameless = Definition { name: String::new(), ..first.clone() };
        let cut = &text[..text.char_indices().nth(40).map_or(0, |(at, _)| at)];
        for (given, why) in [
            ("", Refusal::Truncated { line: 1, column: 0 }),
            ("process", Refusal::NotJson { line: 1, column: 1 }),
            (cut, Refusal::Truncated { line: 1, column: 40 }),
            ("[]", Refusal::OtherFormat),
            ("{\"format\":\"casebook\"}", Refusal::OtherFormat),
            ("{\"format\":\"casebook-process\",\"version\":2}", Refusal::NewerVersion(2)),
            (
                "{\"format\":\"casebook-process\",\"version\":1,\"process\":7}",
                Refusal::WrongShape { place: "process".to_owned(), what: Fault::WrongType(JsonType::Object) },
            ),
        ] {
            assert_eq!(read_process(given), Err(Refused(why)), "{given}");
        }
        let unfit = read_process(&process_text(&nameless));
        assert_eq!(unfit, Err(Unfit(DefinitionError::Name(TextError::Empty))));
    }

    #[test]
    fn drafts_come_back_even_when_they_are_not_fit() {
        let id = |text| ProcessId::parse(text).expect("an id");
        let mut empty = built_in().remove(0);
        empty.stages.clear();
        let drafts = BTreeMap::from([(id("a"), empty), (id("b"), built_in().remove(3))]);
        assert_eq!(read_drafts(&drafts_text(&drafts)), drafts);
        assert_eq!(read_drafts("[{\"id\":\"a\"}]"), BTreeMap::new());
        assert_eq!(read_drafts("no"), BTreeMap::new());
    }
}
