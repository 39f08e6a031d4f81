//! Short messages to the customer: words with places to fill in, the occasion that suggests
//! itself, and addresses that open them elsewhere. Nothing is sent by the program.

use crate::domain::acceptance::AcceptanceVerdict;
use crate::domain::case::{Case, CaseDay, CaseEvent, Status};
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::message::{MessageMoment, MessageTemplates};
use crate::i18n::{Texts, texts};
use std::fmt::Write as _;

/// What can be filled in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "each is the placeholder of the same name")]
pub struct MessageFacts {
    pub customer: String,
    pub number: String,
    pub item: String,
    pub visit: String,
    pub told: String,
    pub ready_by: String,
    pub maintenance: String,
    pub shop: String,
    pub phone: String,
}

impl MessageFacts {
    fn of(&self, key: &str) -> Option<&str> {
        Some(match key {
            "customer" => &self.customer,
            "number" => &self.number,
            "item" => &self.item,
            "visit" => &self.visit,
            "told" => &self.told,
            "ready_by" => &self.ready_by,
            "maintenance" => &self.maintenance,
            "shop" => &self.shop,
            "phone" => &self.phone,
            _ => return None,
        })
    }
}

/// The placeholders: the name that built-in texts have for each, and what it is called.
fn placeholders(t: &'static Texts) -> [(&'static str, &'static str); 9] {
    let m = t.message();
    [
        ("customer", m.ph_customer),
        ("number", m.ph_number),
        ("item", m.ph_item),
        ("visit", m.ph_visit),
        ("told", m.ph_told),
        ("ready_by", m.ph_ready_by),
        ("maintenance", m.ph_maintenance),
        ("shop", m.ph_shop),
        ("phone", m.ph_phone),
    ]
}

/// All placeholders in braces, as a language calls them.
#[must_use]
pub fn placeholder_names(lang: Lang) -> String {
    let t = texts(lang);
    placeholders(t).map(|(_, name)| format!("{{{name}}}")).join(" ")
}

/// The placeholder with this name, in whichever language.
fn key_of(name: &str) -> Option<&'static str> {
    let name = name.trim();
    Lang::ALL
        .into_iter()
        .flat_map(|lang| placeholders(texts(lang)))
        .find_map(|(key, called)| (key == name || called.eq_ignore_ascii_case(name)).then_some(key))
}

/// The built-in words for an occasion, with placeholders in braces.
#[must_use]
pub fn built_in(moment: MessageMoment, lang: Lang) -> String {
    let t = texts(lang);
    let m = t.message();
    let text = match moment {
        MessageMoment::Receipt => m.text_receipt,
        MessageMoment::TimeAgreed => m.text_time_agreed,
        MessageMoment::Delay => m.text_delay,
        MessageMoment::Done => m.text_done,
        MessageMoment::ThankYou => m.text_thank_you,
        MessageMoment::FollowUp => m.text_follow_up,
    };
    placeholders(t)
        .iter()
        .fold(text.to_owned(), |text, (key, name)| text.replace(&format!("[{key}]"), &format!("{{{name}}}")))
}

/// Why a text cannot be filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TemplateError {
    /// There is no such placeholder.
    Unknown(String),
    /// A brace stands alone.
    Brace,
}

/// A piece of a line.
enum Piece<'a> {
    Words(&'a str),
    Place(&'static str),
}

fn pieces(line: &str) -> Result<Vec<Piece<'_>>, TemplateError> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        found.push(Piece::Words(&rest[..at]));
        let inner = rest[at..].strip_prefix('{').ok_or(TemplateError::Brace)?;
        let (name, after) = inner.split_once('}').ok_or(TemplateError::Brace)?;
        if name.contains('{') {
            return Err(TemplateError::Brace);
        }
        found.push(Piece::Place(key_of(name).ok_or_else(|| TemplateError::Unknown(name.to_owned()))?));
        rest = after;
    }
    found.push(Piece::Words(rest));
    Ok(found)
}

/// Whether a text can be filled in.
///
/// # Errors
/// [`TemplateError`] says what is wrong.
pub fn check_template(text: &str) -> Result<(), TemplateError> {
    text.lines().try_for_each(|line| pieces(line).map(drop))
}

/// A text with its places filled in. A line in which there is nothing to fill in is left out; one
/// that is not understood stays as it is.
#[must_use]
pub fn fill(template: &str, facts: &MessageFacts) -> String {
    let line = |line: &str| {
        let Ok(pieces) = pieces(line) else { return Some(line.to_owned()) };
        let mut filled = String::new();
        for piece in pieces {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Place(key) => {
                    filled.push_str(facts.of(key).filter(|value| !value.trim().is_empty())?);
                }
            }
        }
        Some(filled)
    };
    template.lines().filter_map(line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The message for an occasion: in the shop's own words, else in the built-in ones.
#[must_use]
pub fn message(own: &MessageTemplates, moment: MessageMoment, lang: Lang, facts: &MessageFacts) -> String {
    match own.text(moment, lang) {
        "" => fill(&built_in(moment, lang), facts),
        own => fill(own, facts),
    }
}

/// The occasion that suggests itself, by what happened last and has not been told yet, while so
/// many visits are ahead.
#[must_use]
pub fn suggested(case: &Case, visits_ahead: usize, today: Option<Date>) -> MessageMoment {
    let told = |moment| case.messages_sent().any(|held| held.value.moment == moment);
    let asked = case.next_follow_up().is_some_and(|due| today.is_some_and(|today| due <= today));
    let accepted = case.acceptances().any(|held| held.value.verdict != AcceptanceVerdict::Refused);
    let late = case
        .events
        .iter()
        .rfind(|held| matches!(&held.value, CaseEvent::TroubleMet(_) | CaseEvent::MessageSent(_)));
    let late = late.is_some_and(|held| matches!(held.value, CaseEvent::TroubleMet(_)));
    if asked {
        MessageMoment::FollowUp
    } else if case.status() == Status::Closed {
        MessageMoment::ThankYou
    } else if accepted {
        if told(MessageMoment::Done) { MessageMoment::ThankYou } else { MessageMoment::Done }
    } else if late {
        MessageMoment::Delay
    } else if visits_ahead > 0 {
        MessageMoment::TimeAgreed
    } else {
        MessageMoment::Receipt
    }
}

/// The day by which the job is to be done: by the last report, else as agreed.
#[must_use]
pub fn ready_by(case: &Case) -> Option<Date> {
    case.progress_reports().last().and_then(|held| held.value.by).or_else(|| case.day(CaseDay::AgreedEnd))
}

/// A text as a part of an address: every byte but letters, digits, `-`, `.`, `_`, `~` as `%XX`;
/// line breaks as mail wants them.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.replace("\r\n", "\n").replace('\n', "\r\n").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The address that opens a text in the mail program.
#[must_use]
pub fn mail_link(to: &str, subject: &str, text: &str) -> String {
    // The sign between a name and its host stands as it is.
    let to = encoded(to.trim()).replacen("%40", "@", 1);
    format!("mailto:{to}?subject={}&body={}", encoded(subject), encoded(text))
}

/// The address that opens a text as a text message.
#[must_use]
pub fn sms_link(phone: &str, text: &str) -> String {
    let plus = if phone.trim_start().starts_with(['+', '＋']) { "+" } else { "" };
    // What is dialled later, after a comma or `#`, is no part of the number.
    let number = phone.split(['#', ',']).next().unwrap_or_default();
    let digits = crate::domain::phone::digits(number);
    format!("sms:{plus}{digits}?body={}", encoded(text))
}

#[cfg(test)]
mod tests;
