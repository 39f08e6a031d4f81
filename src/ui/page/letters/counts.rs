use crate::app::desk::{Desk, use_desk};
use crate::app::lettering::{Shelf, differing, in_force};
use crate::catalog::clause_library;
use crate::domain::date::Date;
use crate::domain::id::LetterId;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::promise::{PromiseKind, Terms};
use crate::domain::record::{Known, RecordKey, RecordKind};
use crate::i18n::Named;
use crate::ui::part::live;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Which standing letter new cases are measured by; and a warning where several hold that promise
/// different things.
#[component]
pub(super) fn Counts(shelf: Memo<Shelf>, day: Memo<Option<Date>>) -> impl IntoView {
    let desk = use_desk();
    let holding = Memo::new(move |_| {
        shelf.with(|shelf| shelf.in_force.iter().map(|row| row.letter.id.clone()).collect::<Vec<_>>())
    });
    Effect::new(move |_| {
        let open = |key: &RecordKey| desk.records.with_untracked(|records| records.0.contains_key(key));
        let keys = holding.get().into_iter().map(|id| RecordKey::new(RecordKind::Letter, &id));
        let closed: Vec<RecordKey> = keys.filter(|key| !open(key)).collect();
        if !closed.is_empty() {
            leptos::task::spawn_local(async move { desk.load(closed).await });
        }
    });
    let counts = Memo::new(move |_| {
        let day = day.get()?;
        desk.index.with(|index| in_force(index, None, day).map(|letter| letter.id.clone()))
    });
    let said = live(move || {
        let t = desk.t();
        let Some(id) = counts.get() else {
            return Some(view! { <p class="letter-counts">{t.letter().counts_none}</p> }.into_any());
        };
        let terms = terms(desk, &id)?;
        let timed = PromiseKind::ALL.into_iter().filter(|kind| terms.holds(*kind)).count();
        let words = match timed {
            0 => t.letter().counts_untimed(&terms.number),
            _ => t.letter().counts_about(&terms.number, &timed),
        };
        let others = holding.get().into_iter().filter(|other| *other != id);
        let differ: BTreeSet<PromiseKind> = others
            .filter_map(|other| Some(differing(&terms, &self::terms(desk, &other)?)))
            .flatten()
            .collect();
        let warning = (!differ.is_empty()).then(|| {
            let names: Vec<&str> = differ.iter().map(|kind| kind.name(t)).collect();
            let names = names.join(t.letter().list_comma);
            view! { <p class="banner" role="status">{t.letter().two_differ(&names, &terms.number)}</p> }
        });
        Some(view! { <p class="letter-counts">{words}</p> {warning} }.into_any())
    });
    said.into_any()
}

/// What an issued letter promises, once it is read. Follows it.
fn terms(desk: Desk, id: &str) -> Option<Terms> {
    let key = RecordKey::new(RecordKind::Letter, id);
    let letter = desk.records.with(|records| records.0.get(&key).and_then(LetterKind::of).map(Letter::of))?;
    Terms::of(&LetterId::parse(id)?, &letter, clause_library(letter.lang().copied().unwrap_or_default()))
}
