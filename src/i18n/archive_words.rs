//! What is wrong with a file that came in, in a sentence: what, where, what to do.

use super::Texts;
use crate::archive::{Fault, Form, JsonType, Problem, Refusal};
use crate::domain::record::RecordKind;
use crate::store::Damage;

/// Why nothing of a file is taken.
#[must_use]
pub fn refusal(t: &'static Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLarge { bytes, max } => t.data().refusal_too_large(&size(*bytes), &size(*max)),
        Refusal::NotText => t.data().refusal_not_text.to_owned(),
        Refusal::NotJson { line, column } => t.data().refusal_not_json(line, column),
        Refusal::Truncated { line, column } => t.data().refusal_truncated(line, column),
        Refusal::OtherFormat => t.data().refusal_other_format.to_owned(),
        Refusal::NewerVersion(version) => t.data().refusal_newer(version),
        Refusal::TooDeep => t.data().refusal_too_deep.to_owned(),
        Refusal::DuplicateKey { place } => t.data().refusal_duplicate_key(place),
        Refusal::WrongShape { place, what } => t.data().refusal_shape(place, &fault(t, *what)),
    }
}

/// Why a record is not taken: where, and what is wrong there.
#[must_use]
pub fn problem(t: &'static Texts, problem: &Problem) -> String {
    t.data().problem(&problem.place, &fault(t, problem.what))
}

/// Why a stored row could not be read.
#[must_use]
pub fn damage(t: &'static Texts, damage: &Damage) -> String {
    match damage {
        Damage::Key => t.data().damage_key.to_owned(),
        Damage::NoText => t.data().damage_no_text.to_owned(),
        Damage::Entries(why) => problem(t, why),
    }
}

fn fault(t: &'static Texts, fault: Fault) -> String {
    match fault {
        Fault::MissingKey => t.data().fault_missing.to_owned(),
        Fault::UnknownKey => t.data().fault_unknown.to_owned(),
        Fault::WrongType(kind) => t.data().fault_type(&json_type(t, kind)),
        Fault::NotA(kind) => t.data().fault_form(&form(t, kind)),
        Fault::TooLong(max) => t.data().fault_too_long(&max),
        Fault::TooMany(max) => t.data().fault_too_many(&max),
        Fault::DuplicateId => t.data().fault_duplicate_id.to_owned(),
        Fault::Altered => t.data().fault_altered.to_owned(),
        Fault::Damaged => t.data().fault_damaged.to_owned(),
        Fault::OtherBytes => t.photos().fault_other_bytes.to_owned(),
        Fault::OtherMedia => t.photos().fault_other_media.to_owned(),
        Fault::TooLarge(max) => t.photos().fault_too_large(&size(max.into())),
    }
}

fn json_type(t: &'static Texts, kind: JsonType) -> &'static str {
    match kind {
        JsonType::Object => t.data().type_object,
        JsonType::List => t.data().type_list,
        JsonType::Text => t.data().type_text,
        JsonType::Number => t.data().type_number,
        JsonType::Flag => t.data().type_flag,
    }
}

fn form(t: &'static Texts, form: Form) -> &'static str {
    match form {
        Form::Id => t.data().form_id,
        Form::Stamp => t.data().form_stamp,
        Form::Date => t.data().form_date,
        Form::Moment => t.data().form_moment,
        Form::Travel => t.data().form_travel,
        Form::LocalTime => t.data().form_local_time,
        Form::Window => t.data().form_window,
        Form::Phone => t.data().form_phone,
        Form::Hours => t.data().form_hours,
        Form::Picture => t.data().form_picture,
        Form::Decimal => t.data().form_decimal,
        Form::Amount => t.data().form_amount,
        Form::Quantity => t.data().form_quantity,
        Form::Weekday => t.data().form_weekday,
        Form::Share => t.data().form_share,
        Form::Rate => t.data().form_rate,
        Form::Rating => t.survey().form_rating,
        Form::Recommendation => t.survey().form_recommendation,
        Form::Fingerprint => t.data().form_fingerprint,
        Form::FileHash => t.photos().form_hash,
        Form::Base64 => t.photos().form_base64,
        Form::Strokes => t.data().form_strokes,
        Form::Matrix => t.data().form_matrix,
        Form::Process => t.data().form_process,
        Form::Whole => t.data().form_whole,
    }
}

/// What a kind of record is called.
#[must_use]
pub fn record_kind(t: &'static Texts, kind: &RecordKind) -> &'static str {
    match kind {
        RecordKind::Shop => t.names().record_shop,
        RecordKind::Staff => t.names().record_staff,
        RecordKind::Customer => t.names().record_customer,
        RecordKind::Asset => t.names().record_asset,
        RecordKind::Case => t.names().record_case,
        RecordKind::Letter => t.names().record_letter,
        RecordKind::Visit => t.names().record_visit,
        RecordKind::Process => t.names().record_process,
        RecordKind::Improvement => t.names().record_improvement,
        RecordKind::Unknown(_) => t.names().record_unknown,
    }
}

/// A number of bytes as people say it: `840 KB`, `3.4 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    let tenths = |unit: u64| bytes.saturating_mul(10).div_ceil(unit);
    let said = |tenths: u64, unit: &str| {
        let digit = tenths % 10;
        if tenths >= 1000 || digit == 0 {
            format!("{} {unit}", tenths / 10)
        } else {
            format!("{}.{digit} {unit}", tenths / 10)
        }
    };
    match bytes {
        0..=999_999 => format!("{} KB", bytes.div_ceil(1000)),
        1_000_000..=999_999_999 => said(tenths(1_000_000), "MB"),
        _ => said(tenths(1_000_000_000), "GB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use crate::i18n::texts;

    #[test]
    fn sizes_are_said_short() {
        for (bytes, said) in [
            (0, "0 KB"),
            (1, "1 KB"),
            (840_000, "840 KB"),
            (3_400_000, "3.4 MB"),
            (2_000_000, "2 MB"),
            (300_000_000, "300 MB"),
            (2_150_000_000, "2.2 GB"),
            (u64::MAX, "1844674407 GB"),
        ] {
            assert_eq!(size(bytes), said);
        }
    }

    #[test]
    fn a_refusal_says_where() {
        for lang in Lang::ALL {
            let t = texts(lang);
            let told = refusal(t, &Refusal::Truncated { line: 3, column: 17 });
            assert!(told.contains('3') && told.contains("17"), "{told}");
            let place = "records[3].id".to_owned();
            let told = refusal(t, &Refusal::WrongShape { place: place.clone(), what: Fault::NotA(Form::Id) });
            assert!(told.contains(&place), "{told}");
        }
    }
}
