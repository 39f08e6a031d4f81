//! From text to [`Json`]: serde_json's parser, with the checks it does not make.

use super::json::Json;
use super::place::Place;
use super::{MAX_DEPTH, Refusal};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use std::cell::Cell;
use std::fmt;

/// Why parsing stopped although the text was JSON so far. serde's errors carry only words,
/// so the reason goes beside them.
pub(super) type Stop = Cell<Option<Refusal>>;

/// Stops the parser for this reason.
pub(super) fn stop<E: Error>(stop: &Stop, why: Refusal) -> E {
    stop.set(Some(why));
    E::custom("refused")
}

/// What the parser's error means.
pub(super) fn refusal(error: &serde_json::Error, text: &str, stop: &Stop, otherwise: Refusal) -> Refusal {
    if let Some(why) = stop.take() {
        return why;
    }
    let line = error.line();
    // The parser counts bytes; people and editors count characters.
    let bytes = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().bytes();
    let column = bytes.take(error.column()).filter(|byte| byte & 0xc0 != 0x80).count();
    match error.classify() {
        Category::Eof => Refusal::Truncated { line, column },
        Category::Data => otherwise,
        Category::Syntax | Category::Io => Refusal::NotJson { line, column },
    }
}

/// Parses one whole text.
pub(super) fn parse(text: &str) -> Option<Json<'_>> {
    let stop = Stop::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let json = Seed::new(&Place::Root, &stop).deserialize(&mut source).ok()?;
    source.end().ok().map(|()| json)
}

/// Parses one value at a place.
#[derive(Clone, Copy)]
pub(super) struct Seed<'s> {
    place: &'s Place<'s>,
    depth: usize,
    stop: &'s Stop,
}

impl<'s> Seed<'s> {
    /// For the value at `place`.
    pub(super) fn new(place: &'s Place<'s>, stop: &'s Stop) -> Self {
        Self { place, depth: 0, stop }
    }

    /// For a value within this one.
    fn within<'t>(self, place: &'t Place<'t>) -> Seed<'t>
    where
        's: 't,
    {
        Seed { place, depth: self.depth + 1, stop: self.stop }
    }

    fn check_depth<E: Error>(self) -> Result<(), E> {
        if self.depth < MAX_DEPTH { Ok(()) } else { Err(stop(self.stop, Refusal::TooDeep)) }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Json<'de>, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Json<'de>, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(i64::try_from(number).map_or(Json::Fraction, Json::Number))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Json<'de>, E> {
        Ok(Json::Fraction)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(text.to_owned().into()))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Json<'de>, A::Error> {
        self.check_depth()?;
        let mut items = Vec::new();
        while let Some(item) =
            source.next_element_seed(self.within(&Place::Index(self.place, items.len())))?
        {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Json<'de>, A::Error> {
        self.check_depth()?;
        let mut members = Vec::new();
        while let Some(Json::Text(key)) = source.next_key_seed(self)? {
            let value = source.next_value_seed(self.within(&Place::Key(self.place, &key)))?;
            members.push((key, value));
        }
        members.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        match members.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(pair) => {
                let place = Place::Key(self.place, &pair[0].0).to_string();
                Err(stop(self.stop, Refusal::DuplicateKey { place }))
            }
            None => Ok(Json::Object(members)),
        }
    }
}
