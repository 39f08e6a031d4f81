use super::{Setting, choices, in_force};
use crate::app::command;
use crate::app::desk::Desk;
use crate::app::promise_rows::count_promises;
use crate::catalog::clause_library;
use crate::domain::date::Date;
use crate::domain::document::Issued;
use crate::domain::id::LetterId;
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, LetterKind, Purpose};
use crate::domain::promise::Terms;
use crate::domain::record::{RecordKey, RecordKind};
use crate::platform;
use crate::stats::promises::PrintedRecord;
use crate::store::Durability;
use leptos::prelude::*;

/// The day at this device, if its clock shows one. Follows the clock.
#[must_use]
pub fn today(desk: Desk) -> Option<Date> {
    let now = desk.now.get();
    Date::of_moment(now, platform::clock::zone_offset_minutes(now))
}

/// Begins a letter. It starts from the choices of the shop's last standing letter, which are
/// read first; the draft is there a moment later, under the id that is given at once.
pub fn begin(desk: Desk, purpose: Purpose) -> LetterId {
    let id = LetterId::from_random(platform::random::bits());
    let draft = id.clone();
    leptos::task::spawn_local(async move {
        let lang = untrack(|| desk.shop()).language().copied().unwrap_or_else(|| desk.lang.get_untracked());
        let mut fields = match last_standing(desk, lang).await {
            Some(model) => choices(&model, lang),
            None => Vec::new(),
        };
        if !fields.iter().any(|field| matches!(field, crate::domain::letter::LetterField::Signatory(_))) {
            let me = desk.me.get_untracked();
            let name = me.map(|me| untrack(|| desk.staff_name(me.as_str()))).unwrap_or_default();
            fields.push(crate::domain::letter::LetterField::Signatory(name));
        }
        desk.save(command::draft_letter_with(&desk.pen(), &draft, purpose, lang, fields));
    });
    id
}

/// Begins a draft that will replace an issued letter.
pub fn revise(desk: Desk, old_id: &LetterId, old: &Letter) -> LetterId {
    let id = LetterId::from_random(platform::random::bits());
    desk.save(command::revise_letter(&desk.pen(), &id, old_id, old));
    id
}

/// The standing letter that was issued last, best one in this language.
async fn last_standing(desk: Desk, lang: Lang) -> Option<Letter> {
    let key = desk.index.with_untracked(|index| {
        let standing = index.letters.values().filter(|letter| letter.is_standing());
        let last = standing.max_by_key(|letter| {
            (letter.lang == lang.tag(), letter.revision > 0, letter.date.clone(), letter.begun)
        });
        last.map(|letter| RecordKey::new(RecordKind::Letter, &letter.id))
    })?;
    if !desk.records.with_untracked(|records| records.0.contains_key(&key)) {
        desk.load(vec![key.clone()]).await;
    }
    read(desk, &key.id)
}

fn read(desk: Desk, id: &str) -> Option<Letter> {
    let journal = desk.records.with_untracked(|records| records.journal::<LetterKind>(id));
    (!journal.is_empty()).then(|| Letter::of(&journal))
}

/// Issues a letter: gives it its number, its revision and the day, and freezes what it then
/// says. True once it is kept. A letter that was issued meanwhile, or that something still
/// stops, is left alone.
pub async fn issue(desk: Desk, id: &LetterId) -> bool {
    let Some(letter) = read(desk, id.as_str()).filter(|letter| letter.issued().is_none()) else {
        return false;
    };
    let Some(today) = untrack(|| today(desk)) else { return false };
    let shop = untrack(|| desk.shop());
    let mut setting = desk.index.with_untracked(|index| Setting::of(&letter, index, &shop, today));
    setting.record = record_of(desk, &letter).await;
    if !setting.draft(&letter).problems().is_empty() {
        return false;
    }
    if setting.numbering.number.is_empty() {
        setting.numbering.number = desk.next_number("letter").await;
    }
    let document = setting.draft(&letter).compose();
    let issued = Issued {
        number: setting.numbering.number.clone(),
        revision: setting.numbering.revision,
        date: today,
        replaces: None,
        visit: None,
        hash: document.hash(),
        document,
    };
    desk.commit(
        command::issue_letter(&desk.pen(), id, &letter, issued, clause_library(setting.lang)),
        Durability::Strict,
    )
    .await
}

/// How promises were kept in the time that a letter prints, as of today; nothing when it prints none.
pub async fn record_of(desk: Desk, letter: &Letter) -> Option<PrintedRecord> {
    let period = letter.record().copied().flatten()?;
    if matches!(letter.purpose(), Some(Purpose::Case(_))) {
        return None;
    }
    let day = untrack(|| today(desk))?;
    let rows = count_promises(desk, |_, _| true).await?;
    Some(PrintedRecord::of(&rows, period, day))
}

/// What is promised to a new request of a customer today, and by which letter; nothing while no
/// letter is in force.
pub async fn terms_in_force(desk: Desk, customer: Option<&str>) -> Option<Terms> {
    let today = untrack(|| today(desk))?;
    let key = desk.index.with_untracked(|index| {
        in_force(index, customer, today).map(|letter| RecordKey::new(RecordKind::Letter, &letter.id))
    })?;
    if !desk.records.with_untracked(|records| records.0.contains_key(&key)) {
        desk.load(vec![key.clone()]).await;
    }
    let letter = read(desk, &key.id)?;
    Terms::of(&LetterId::parse(&key.id)?, &letter, clause_library(letter.lang().copied().unwrap_or_default()))
}
