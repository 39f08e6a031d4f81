//! Reading values that may be anything, without losing where they stand.

use super::base64::decode;
use super::fault::{Fault, Form, JsonType};
use super::json::{Json, Members};
use super::names::Named;
use super::place::Place;
use super::{MAX_ENTRIES, MAX_UNKNOWN};
use crate::domain::date::Date;
use crate::domain::text::MAX_LINE;
use crate::journal::{Stamp, is_id};

/// Where something was not read, and why.
#[derive(Debug)]
pub(super) struct Unread {
    /// The place.
    pub(super) place: String,
    /// What is wrong there, unless this version does not know it and a newer one will.
    pub(super) fault: Option<Fault>,
}

/// What reading gives. It is handed on at every step, so the failure is kept small.
pub(super) type Read<T> = Result<T, Box<Unread>>;

fn unread(place: &Place<'_>, fault: Option<Fault>) -> Box<Unread> {
    Box::new(Unread { place: place.to_string(), fault })
}

/// A value with its place.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    json: &'a Json<'a>,
    place: Place<'a>,
}

impl<'a> At<'a> {
    /// The value at a place.
    pub(super) fn new(json: &'a Json<'a>, place: Place<'a>) -> Self {
        Self { json, place }
    }

    /// Where it stands, in words.
    pub(super) fn place(&self) -> String {
        self.place.to_string()
    }

    /// This is wrong here.
    pub(super) fn wrong(&self, what: Fault) -> Box<Unread> {
        unread(&self.place, Some(what))
    }

    /// What stands here is for a newer version to understand.
    pub(super) fn newer(&self) -> Box<Unread> {
        unread(&self.place, None)
    }

    fn members(&self) -> Read<&'a Members<'a>> {
        match self.json {
            Json::Object(members) => Ok(members),
            _ => Err(self.wrong(Fault::WrongType(JsonType::Object))),
        }
    }

    /// The member with this key, if there is one.
    pub(super) fn get<'s>(&'s self, key: &'static str) -> Read<Option<At<'s>>> {
        let members = self.members()?;
        let found = members.binary_search_by(|(name, _)| name.as_ref().cmp(key));
        Ok(found.ok().map(|at| At { json: &members[at].1, place: Place::Key(&self.place, key) }))
    }

    /// The member with this key.
    pub(super) fn key<'s>(&'s self, key: &'static str) -> Read<At<'s>> {
        self.get(key)?.ok_or_else(|| unread(&Place::Key(&self.place, key), Some(Fault::MissingKey)))
    }

    /// The members with these keys, and that there is no other.
    pub(super) fn object<'s, const N: usize>(&'s self, keys: [&'static str; N]) -> Read<[At<'s>; N]> {
        self.object_or(keys, &[])
    }

    /// The members with these keys, and that there is no other but perhaps those of `optional`.
    pub(super) fn object_or<'s, const N: usize>(
        &'s self,
        keys: [&'static str; N],
        optional: &[&str],
    ) -> Read<[At<'s>; N]> {
        let mut found = [*self; N];
        for (place, key) in found.iter_mut().zip(keys) {
            *place = self.key(key)?;
        }
        self.no_other(&keys, optional)?;
        Ok(found)
    }

    /// The members of an object, by key.
    pub(super) fn entries<'s>(&'s self) -> Read<impl ExactSizeIterator<Item = (&'s str, At<'s>)>> {
        let entry = |(key, json): &'s (std::borrow::Cow<'a, str>, Json<'a>)| {
            (&**key, At { json, place: Place::Key(&self.place, key) })
        };
        Ok(self.members()?.iter().map(entry))
    }

    fn no_other(&self, keys: &[&'static str], optional: &[&str]) -> Read<()> {
        match self.members()?.iter().find(|(key, _)| !keys.contains(&&**key) && !optional.contains(&&**key)) {
            Some((key, _)) => Err(unread(&Place::Key(&self.place, key), None)),
            None => Ok(()),
        }
    }

    /// The items of a list.
    pub(super) fn items<'s>(&'s self) -> Read<impl Iterator<Item = At<'s>>> {
        let Json::List(items) = self.json else {
            return Err(self.wrong(Fault::WrongType(JsonType::List)));
        };
        if items.len() > MAX_ENTRIES {
            return Err(self.wrong(Fault::TooMany(MAX_ENTRIES)));
        }
        Ok(items.iter().enumerate().map(|(at, json)| At { json, place: Place::Index(&self.place, at) }))
    }

    /// What each item of a list is.
    pub(super) fn list<T>(&self, each: fn(&At<'_>) -> Read<T>) -> Read<Vec<T>> {
        let mut list = Vec::new();
        for item in self.items()? {
            list.push(each(&item)?);
        }
        Ok(list)
    }

    /// Nothing for `null`, else what stands here.
    pub(super) fn optional<T>(&self, read: impl FnOnce(&Self) -> Read<T>) -> Read<Option<T>> {
        if *self.json == Json::Null { Ok(None) } else { read(self).map(Some) }
    }

    fn str(&self) -> Read<&'a str> {
        match self.json {
            Json::Text(text) => Ok(text),
            _ => Err(self.wrong(Fault::WrongType(JsonType::Text))),
        }
    }

    /// A text of at most `max` characters.
    pub(super) fn text(&self, max: usize) -> Read<String> {
        let text = self.str()?;
        // Counting is needed only where there are more bytes than characters allowed.
        if text.len() > max && text.chars().count() > max {
            return Err(self.wrong(Fault::TooLong(max)));
        }
        Ok(text.to_owned())
    }

    /// A name or title.
    pub(super) fn line(&self) -> Read<String> {
        self.text(MAX_LINE)
    }

    /// A text of a form.
    pub(super) fn form<T>(&self, form: Form, parse: impl FnOnce(&str) -> Option<T>) -> Read<T> {
        parse(self.str()?).ok_or_else(|| self.wrong(Fault::NotA(form)))
    }

    /// At most so many bytes.
    pub(super) fn bytes(&self, max: u32) -> Read<Vec<u8>> {
        let text = self.str()?;
        // Four digits for three bytes: what is far too long is not even made into bytes.
        if text.len() as u64 > u64::from(max).div_ceil(3) * 4 {
            return Err(self.wrong(Fault::TooLarge(max)));
        }
        decode(text).ok_or_else(|| self.wrong(Fault::NotA(Form::Base64)))
    }

    /// An id.
    pub(super) fn id<T>(&self, parse: impl FnOnce(&str) -> Option<T>) -> Read<T> {
        self.form(Form::Id, parse)
    }

    /// A word of the format, or of a newer version's.
    pub(super) fn word(&self) -> Read<&'a str> {
        let word = self.str()?;
        if is_id(word) { Ok(word) } else { Err(self.wrong(Fault::NotA(Form::Id))) }
    }

    /// A choice.
    pub(super) fn choice<T: Named>(&self) -> Read<T> {
        T::from_name(self.word()?).ok_or_else(|| self.newer())
    }

    /// A stamp.
    pub(super) fn stamp(&self) -> Read<Stamp> {
        self.form(Form::Stamp, Stamp::parse)
    }

    /// A date.
    pub(super) fn date(&self) -> Read<Date> {
        self.form(Form::Date, Date::parse)
    }

    /// A whole number that is not negative.
    pub(super) fn number(&self) -> Read<u32> {
        let number = if let Json::Number(number) = self.json { u32::try_from(*number).ok() } else { None };
        number.ok_or_else(|| self.wrong(Fault::WrongType(JsonType::Number)))
    }

    /// `true` or `false`.
    pub(super) fn flag(&self) -> Read<bool> {
        match self.json {
            Json::Flag(flag) => Ok(*flag),
            _ => Err(self.wrong(Fault::WrongType(JsonType::Flag))),
        }
    }

    /// What stands here as canonical text, to be kept as it came.
    pub(super) fn unknown(&self) -> Read<String> {
        if !self.json.is_whole() {
            return Err(self.wrong(Fault::NotA(Form::Whole)));
        }
        let text = self.json.to_text();
        if text.len() > MAX_UNKNOWN && text.chars().count() > MAX_UNKNOWN {
            return Err(self.wrong(Fault::TooLong(MAX_UNKNOWN)));
        }
        Ok(text)
    }
}
