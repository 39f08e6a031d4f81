//! From a file to records.

use super::at::{At, Read, Unread};
use super::fault::{Fault, Form, JsonType, Problem};
use super::json::Json;
use super::parse::{Seed, Stop, parse, refusal, stop};
use super::place::Place;
use super::wire::{record_entries, shop_entries};
use super::{Exported, FORMAT, MAX_ARCHIVE_BYTES, Refusal, VERSION};
use crate::domain::date::Date;
use crate::domain::photo::{FileHash, KeptFile, MAX_FILE_BYTES, MediaType};
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::journal::{DeviceId, is_id};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What a file holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Archive {
    /// How the file came to be.
    pub exported: Exported,
    /// What could be read.
    pub records: Records,
    /// The bytes of photos and files, as far as the file brings them.
    pub files: Vec<KeptFile>,
    /// What was refused, in the file's order.
    pub problems: Vec<Problem>,
}

/// Reads a file's bytes. Check its size against [`MAX_ARCHIVE_BYTES`] before loading it.
///
/// # Errors
/// [`Refusal`] when nothing of it can be taken.
pub fn read_bytes(bytes: &[u8]) -> Result<Archive, Refusal> {
    let length = bytes.len() as u64;
    if length > MAX_ARCHIVE_BYTES {
        return Err(Refusal::TooLarge { bytes: length, max: MAX_ARCHIVE_BYTES });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        // Cut within a character: say that it was cut.
        Err(error) if error.error_len().is_none() => {
            let whole = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            Err(read(whole).err().unwrap_or(Refusal::NotText))
        }
        Err(_) => Err(Refusal::NotText),
    }
}

/// Reads a file's text.
///
/// Records are read one by one, so that memory holds the records and one of them as JSON.
///
/// # Errors
/// [`Refusal`] when nothing of it can be taken.
pub fn read(text: &str) -> Result<Archive, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let stop = Stop::default();
    let mut file = File {
        stop: &stop,
        begun: false,
        list: "records",
        records: Records::default(),
        files: Vec::new(),
        problems: Vec::new(),
    };
    let mut source = serde_json::Deserializer::from_str(text);
    let exported = source.deserialize_any(&mut file).and_then(|read| source.end().map(|()| read));
    match exported {
        Ok(exported) => {
            Ok(Archive { exported, records: file.records, files: file.files, problems: file.problems })
        }
        Err(error) => {
            // The parser itself finds a wrong type at these places only.
            let otherwise = if file.begun {
                wrong(file.list, Fault::WrongType(JsonType::List))
            } else {
                Refusal::OtherFormat
            };
            Err(refusal(&error, text, &stop, otherwise))
        }
    }
}

/// Reads the entries of one record as [`entries_text`](super::entries_text) wrote them.
///
/// # Errors
/// [`Problem`] when they are not what was written.
pub fn read_entries(kind: &RecordKind, text: &str) -> Result<Record, Problem> {
    read_with(record_entries, kind, text)
}

/// As [`read_entries`], for the shop and its staff alone. The first page reads no other
/// record, and so does not fetch the code for them.
///
/// # Errors
/// [`Problem`] when they are not what was written, or of another kind of record.
pub fn read_shop_entries(kind: &RecordKind, text: &str) -> Result<Record, Problem> {
    read_with(shop_entries, kind, text)
}

fn read_with(
    entries: fn(&RecordKind, &At<'_>) -> Read<Record>,
    kind: &RecordKind,
    text: &str,
) -> Result<Record, Problem> {
    let place = Place::Key(&Place::Root, "entries");
    let json = parse(text).ok_or_else(|| Problem {
        place: place.to_string(),
        record: None,
        what: Fault::Damaged,
    })?;
    entries(kind, &At::new(&json, place)).map_err(|unread| problem(*unread, None))
}

fn wrong(place: &str, what: Fault) -> Refusal {
    Refusal::WrongShape { place: place.to_owned(), what }
}

/// Outside of a change nothing can be kept that is not understood.
fn problem(unread: Unread, record: Option<RecordKey>) -> Problem {
    Problem { place: unread.place, record, what: unread.fault.unwrap_or(Fault::UnknownKey) }
}

/// The file as it is read, from its first key to its last.
struct File<'s> {
    stop: &'s Stop,
    /// Whether it was seen to be of this format and version.
    begun: bool,
    /// The list that is being read, or is the next.
    list: &'static str,
    records: Records,
    files: Vec<KeptFile>,
    problems: Vec<Problem>,
}

impl File<'_> {
    fn refuse<E: Error>(&self, why: Refusal) -> E {
        stop(self.stop, why)
    }

    /// The value that begins a file: its key must come next, or else.
    fn first<'de, A: MapAccess<'de>>(
        &self,
        source: &mut A,
        key: &str,
        or_else: Refusal,
    ) -> Result<Json<'de>, A::Error> {
        match source.next_key_seed(Seed::new(&Place::Root, self.stop))? {
            Some(found) if found == Json::from(key) => {
                source.next_value_seed(Seed::new(&Place::Key(&Place::Root, key), self.stop))
            }
            _ => Err(self.refuse(or_else)),
        }
    }

    /// Takes a record in, or notes why not.
    fn take(&mut self, json: &Json<'_>, place: Place<'_>) {
        match read_record(&At::new(json, place)) {
            Ok((key, _)) if self.records.0.contains_key(&key) => self.problems.push(Problem {
                place: place.to_string(),
                record: Some(key),
                what: Fault::DuplicateId,
            }),
            // A record without an entry says nothing.
            Ok((_, record)) if record.is_empty() => {}
            Ok((key, record)) => drop(self.records.0.insert(key, record)),
            Err(problem) => self.problems.push(problem),
        }
    }

    /// Takes the bytes of a photo or a file in, or notes why not.
    fn take_file(&mut self, json: &Json<'_>, place: Place<'_>) {
        match read_file(&At::new(json, place)) {
            Ok(file) => self.files.push(file),
            Err(unread) => self.problems.push(problem(*unread, None)),
        }
    }
}

/// The object around everything.
impl<'de> Visitor<'de> for &mut File<'_> {
    type Value = Exported;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file of Casebook's")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Exported, A::Error> {
        if self.first(&mut source, "format", Refusal::OtherFormat)? != Json::from(FORMAT) {
            return Err(self.refuse(Refusal::OtherFormat));
        }
        let version = self.first(&mut source, "version", wrong("version", Fault::MissingKey))?;
        check_version(&version).map_err(|why| self.refuse(why))?;
        self.begun = true;

        let (mut exported, mut listed, mut brings) = (None, false, false);
        while let Some(Json::Text(key)) = source.next_key_seed(Seed::new(&Place::Root, self.stop))? {
            let place = Place::Key(&Place::Root, &key);
            match &*key {
                "exported" if exported.is_none() => {
                    let json = source.next_value_seed(Seed::new(&place, self.stop))?;
                    exported = Some(read_exported(&At::new(&json, place)).map_err(|why| self.refuse(why))?);
                }
                "records" if !listed => {
                    source.next_value_seed(List { file: self, key: "records", take: File::take })?;
                    listed = true;
                }
                "files" if !brings => {
                    source.next_value_seed(List { file: self, key: "files", take: File::take_file })?;
                    brings = true;
                }
                "format" | "version" | "exported" | "records" | "files" => {
                    return Err(self.refuse(Refusal::DuplicateKey { place: key.into_owned() }));
                }
                _ => return Err(self.refuse(wrong(&place.to_string(), Fault::UnknownKey))),
            }
        }
        match exported {
            Some(exported) if listed => Ok(exported),
            Some(_) => Err(self.refuse(wrong("records", Fault::MissingKey))),
            None => Err(self.refuse(wrong("exported", Fault::MissingKey))),
        }
    }
}

/// A list of the file's: each item is taken in before the next one is parsed.
struct List<'f, 's> {
    file: &'f mut File<'s>,
    key: &'static str,
    take: fn(&mut File<'s>, &Json<'_>, Place<'_>),
}

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        self.file.list = self.key;
        source.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<(), A::Error> {
        let list = Place::Key(&Place::Root, self.key);
        for index in 0.. {
            let place = Place::Index(&list, index);
            match source.next_element_seed(Seed::new(&place, self.file.stop))? {
                Some(json) => (self.take)(self.file, &json, place),
                None => break,
            }
        }
        Ok(())
    }
}

/// Bytes under the name that is theirs, and of the type that they are said to be.
fn read_file(at: &At<'_>) -> Read<KeptFile> {
    let [hash, media, data] = at.object(["hash", "type", "data"])?;
    let named = hash.form(Form::FileHash, FileHash::parse)?;
    let claimed: MediaType = media.choice()?;
    let file = KeptFile::new(data.bytes(MAX_FILE_BYTES)?);
    if *file.hash() != named {
        return Err(data.wrong(Fault::OtherBytes));
    }
    if MediaType::of(file.bytes()) != claimed {
        return Err(media.wrong(Fault::OtherMedia));
    }
    Ok(file)
}

fn check_version(version: &Json<'_>) -> Result<(), Refusal> {
    match *version {
        Json::Number(found) if found == i64::from(VERSION) => Ok(()),
        Json::Number(found) if found > i64::from(VERSION) => Err(Refusal::NewerVersion(found.unsigned_abs())),
        _ => Err(wrong("version", Fault::WrongType(JsonType::Number))),
    }
}

/// How the file came to be. What else stands there is of no use to the records, and so not read.
fn read_exported(at: &At<'_>) -> Result<Exported, Refusal> {
    let read = || -> Read<_> {
        Ok(Exported {
            at: at.key("at")?.form(Form::Moment, |text| is_moment(text).then(|| text.to_owned()))?,
            device: at.key("device")?.id(|text| DeviceId::parse(text).map(|_| text.to_owned()))?,
            app: at.key("app")?.line()?,
        })
    };
    read().map_err(|unread| {
        let Problem { place, what, .. } = problem(*unread, None);
        Refusal::WrongShape { place, what }
    })
}

/// Whether a text is a moment in RFC 3339 and UTC, to the second or finer.
fn is_moment(text: &str) -> bool {
    let Some((second, rest)) = text.split_at_checked(19) else { return false };
    let like = |(found, shape): (u8, u8)| if shape == b'0' { found.is_ascii_digit() } else { found == shape };
    let finer = rest.strip_suffix('Z').map(|finer| finer.strip_prefix('.').unwrap_or(finer));
    second.bytes().zip(*b"0000-00-00T00:00:00").all(like)
        && Date::parse(&second[..10]).is_some()
        && (&second[11..13] < "24" && &second[14..16] < "60" && &second[17..] < "61")
        && finer.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
}

fn read_record(at: &At<'_>) -> Result<(RecordKey, Record), Problem> {
    let frame = || -> Read<_> {
        let [kind, id, entries] = at.object(["record", "id", "entries"])?;
        let kind = kind.id(RecordKind::from_name)?;
        let id = id.id(|text| is_id(text).then(|| text.to_owned()))?;
        Ok((RecordKey { kind, id }, entries))
    };
    let (key, entries) = frame().map_err(|unread| problem(*unread, None))?;
    match record_entries(&key.kind, &entries) {
        Ok(record) => Ok((key, record)),
        Err(unread) => Err(problem(*unread, Some(key))),
    }
}
