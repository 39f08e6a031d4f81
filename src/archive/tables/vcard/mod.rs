//! vCards: customers from an address book. Versions 2.1, 3.0 and 4.0.

mod lines;

use super::card::Card;
use super::customers::title;
use super::encoding::Encoding;
use super::fault::{RowFault, TableError};
use super::people::People;
use super::sheet::{Outcome, RowOutcome, Sheet, Taking};
use super::{MAX_ROWS, MAX_TABLE_BYTES};
use crate::domain::customer::ContactWay;
use lines::{Line, lines};

/// Turns bytes in an encoding that is not one of Unicode's into text: the platform's part.
pub type Decode<'a> = &'a dyn Fn(Encoding, &[u8]) -> String;

/// A card as far as it was read.
#[derive(Default)]
struct Begun {
    /// The line in which it begins.
    line: usize,
    card: Card,
    /// The name by its parts, for cards without a whole one.
    parts: String,
    organisation: String,
    is_organisation: bool,
    remarks: Vec<RowFault>,
}

/// Takes the cards of a file as customers.
///
/// # Errors
/// [`TableError`] when nothing of it can be taken.
pub fn take_vcards(text: &str, taking: &Taking<'_>) -> Result<Sheet, TableError> {
    take_vcards_decoding(text, taking, &|_, bytes| String::from_utf8_lossy(bytes).into_owned())
}

/// As [`take_vcards`], also where single lines of old cards name an encoding of their own.
///
/// # Errors
/// [`TableError`] when nothing of it can be taken.
pub fn take_vcards_decoding(
    text: &str,
    taking: &Taking<'_>,
    decode: Decode<'_>,
) -> Result<Sheet, TableError> {
    if text.len() > MAX_TABLE_BYTES {
        return Err(TableError::TooLarge);
    }
    let mut people = People::new(taking);
    let mut rows = Vec::new();
    let mut begun: Option<Begun> = None;
    // How many cards are open within the card.
    let mut within = 0_usize;
    for (at, text) in lines(text.trim_start_matches('\u{feff}')) {
        let line = Line::of(&text, decode);
        let is =
            |line: &Line, name: &str| line.name == name && line.value.trim().eq_ignore_ascii_case("VCARD");
        match (&mut begun, line) {
            (_, None) if text.trim().is_empty() => {}
            (Some(card), None) => card.remarks.push(RowFault::NotALine),
            (None, Some(line)) if is(&line, "BEGIN") => begun = Some(Begun { line: at, ..Begun::default() }),
            (None, _) => {}
            (Some(_), Some(line)) if is(&line, "BEGIN") => within += 1,
            (Some(_), Some(line)) if is(&line, "END") && within > 0 => within -= 1,
            (Some(_), Some(line)) if is(&line, "END") => {
                rows.extend(begun.take().map(|card| card.taken(&mut people)));
            }
            (Some(card), Some(line)) if within == 0 => card.put(line),
            (Some(_), Some(_)) => {}
        }
        if rows.len() > MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
    }
    if let Some(card) = begun {
        let what = Outcome::Problem(RowFault::Unfinished);
        rows.push(RowOutcome {
            line: card.line,
            title: title(&card.card),
            what,
            remarks: card.remarks,
            alike: None,
        });
    }
    if rows.is_empty() { Err(TableError::NoCards) } else { Ok(Sheet { rows, records: people.records }) }
}

impl Begun {
    fn put(&mut self, line: Line) {
        let card = &mut self.card;
        let whole = || line.parts(&[]).join(" ");
        match line.name.as_str() {
            "FN" if card.name.is_empty() => card.name = whole(),
            "N" if self.parts.is_empty() => self.parts = name(&line.parts(&[';'])),
            "ORG" if self.organisation.is_empty() => self.organisation = joined(&line.parts(&[';']), " "),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => {
                self.is_organisation = line.value.trim().eq_ignore_ascii_case("org");
            }
            "TEL" => {
                let way = if line.has("CELL") { ContactWay::Mobile } else { ContactWay::Phone };
                let number = whole();
                let number = number.strip_prefix("tel:").unwrap_or(&number);
                let number = number.split(";").next().unwrap_or_default().trim().to_owned();
                // The number to try first stands first.
                let first = line.has("PREF") || way == ContactWay::Mobile;
                let at = if first {
                    card.phones.iter().take_while(|(each, _)| *each == way).count()
                } else {
                    card.phones.len()
                };
                if !number.is_empty() {
                    card.phones.insert(at, (way, number));
                }
            }
            "EMAIL" => {
                let address = whole();
                card.emails.push(address.strip_prefix("mailto:").unwrap_or(&address).to_owned());
            }
            "ADR" => {
                let address = address(&line.parts(&[';']));
                if card.address.is_empty() {
                    card.address = address;
                } else if !address.is_empty() {
                    card.notes.push(address);
                }
            }
            "CATEGORIES" => card.tags.extend(line.parts(&[',']).into_iter().filter(|tag| !tag.is_empty())),
            "NOTE" | "TITLE" => card.notes.extend(Some(whole()).filter(|text| !text.trim().is_empty())),
            "X-WECHAT" => card.chats.push((ContactWay::Wechat, whole())),
            _ => {}
        }
    }

    fn taken(mut self, people: &mut People<'_>) -> RowOutcome {
        let card = &mut self.card;
        for text in [&mut card.name, &mut self.parts, &mut self.organisation] {
            *text = text.trim().to_owned();
        }
        if card.name.is_empty() {
            card.name = self.parts;
        }
        if self.is_organisation || card.name.is_empty() || card.name == self.organisation {
            card.company = if self.organisation.is_empty() { card.name.clone() } else { self.organisation };
            if card.company == card.name {
                card.name.clear();
            }
        } else if !self.organisation.is_empty() {
            card.notes.insert(0, self.organisation);
        }
        let (line, title) = (self.line, title(card));
        let (what, remarks, alike) = if card.is_empty() {
            (Outcome::Problem(RowFault::NoName), Vec::new(), None)
        } else {
            people.row(self.card, line, Vec::new())
        };
        self.remarks.extend(remarks);
        RowOutcome { line, title, what, remarks: self.remarks, alike }
    }
}

/// Family name, given name and more, in the order that the name is written in.
fn name(parts: &[String]) -> String {
    let part = |at: usize| parts.get(at).map_or("", |part| part.trim());
    let (family, given, more, before, after) = (part(0), part(1), part(2), part(3), part(4));
    if [family, given].concat().chars().any(is_han) {
        return [family, given].concat();
    }
    joined(&[before, given, more, family, after].map(str::to_owned), " ")
}

/// An address, from the largest to the smallest where it is written so.
fn address(parts: &[String]) -> String {
    let part = |at: usize| parts.get(at).map_or("", |part| part.trim());
    let [post, more, street, place, region, code, country] = [0, 1, 2, 3, 4, 5, 6].map(part);
    if [street, place].concat().chars().any(is_han) {
        return joined(
            &[code, &[country, region, place, street, more, post].concat()].map(str::to_owned),
            " ",
        );
    }
    joined(&[post, more, street, place, region, code, country].map(str::to_owned), ", ")
}

fn joined(parts: &[String], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
