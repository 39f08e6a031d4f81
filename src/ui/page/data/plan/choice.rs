use super::look::name_of;
use crate::app::desk::use_desk;
use crate::app::import::Offer;
use crate::archive::{Plan, Ties, Verdict};
use crate::domain::record::RecordKey;
use crate::ui::part::{Button, live};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most records that are named in a sentence.
const NAMED: usize = 5;

/// What of an offer is to be taken: all that is not left out. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    offer: StoredValue<Arc<Offer>>,
    /// The records that are left out.
    left: RwSignal<BTreeSet<RecordKey>>,
    /// What its records point to, once that was asked.
    ties: StoredValue<Option<Ties>>,
    /// How many records the file would change.
    all: usize,
}

impl Chosen {
    pub(super) fn new(offer: Arc<Offer>) -> Self {
        let changing = offer.plan.rows.iter().filter(|row| row.verdict != Verdict::Unchanged);
        Self {
            all: changing.count(),
            offer: StoredValue::new(offer),
            left: RwSignal::new(BTreeSet::new()),
            ties: StoredValue::new(None),
        }
    }

    pub(super) fn offer(self) -> Arc<Offer> {
        self.offer.get_value()
    }

    /// Whether a record is to be taken. Follows the choice.
    pub(super) fn takes(self, key: &RecordKey) -> bool {
        self.left.with(|left| !left.contains(key))
    }

    /// Takes these records, or leaves them out.
    pub(super) fn choose(self, keys: impl IntoIterator<Item = RecordKey>, take: bool) {
        self.left.update(|left| {
            for key in keys {
                if take {
                    left.remove(&key);
                } else {
                    left.insert(key);
                }
            }
        });
    }

    /// Whether all that would change is left out. Follows the choice.
    pub(super) fn is_nothing(self) -> bool {
        self.all > 0 && self.left.with(BTreeSet::len) >= self.all
    }

    fn taken_keys(self) -> BTreeSet<RecordKey> {
        self.offer.with_value(|offer| {
            self.left.with(|left| {
                let rows = offer.plan.rows.iter().map(|row| &row.key);
                rows.filter(|key| !left.contains(*key)).cloned().collect()
            })
        })
    }

    /// What is left out although what is taken points to it.
    fn lacking(self, taken: &BTreeSet<RecordKey>) -> BTreeSet<RecordKey> {
        if self.ties.with_value(Option::is_none) {
            self.ties.set_value(Some(self.offer.with_value(|offer| offer.plan.ties())));
        }
        self.ties.with_value(|ties| ties.as_ref().map(|ties| ties.lacking(taken)).unwrap_or_default())
    }

    /// The plan of what is to be taken.
    pub(super) fn taken(self) -> Plan {
        let taken = untrack(|| self.taken_keys());
        self.offer.with_value(|offer| offer.plan.only(&taken))
    }
}

/// What is left out, and what of it is spoken of by what is taken.
#[component]
pub(super) fn LeftOut(chosen: Chosen) -> impl IntoView {
    let desk = use_desk();
    let lacking = Memo::new(move |_| {
        if chosen.left.with(BTreeSet::is_empty) || chosen.is_nothing() {
            return BTreeSet::new();
        }
        let taken = chosen.taken_keys();
        chosen.lacking(&taken)
    });
    let counted = live(move || {
        let left = chosen.left.with(BTreeSet::len);
        let words = match left {
            0 => return None,
            _ if chosen.is_nothing() => desk.t().import().none_taken.to_owned(),
            _ => desk.t().import().left_out(&left, &chosen.all),
        };
        Some(view! { <p>{words}</p> })
    });
    let lacks = live(move || {
        let keys = lacking.get();
        if keys.is_empty() {
            return None;
        }
        let offer = chosen.offer();
        let names: Vec<_> = keys.iter().take(NAMED).map(|key| name_of(desk, &offer, key)).collect();
        let names = names.join(desk.t().common().comma);
        let names = match keys.len() {
            count if count > NAMED => desk.t().import().lacking_more(&names, &count),
            _ => names,
        };
        Some(view! {
            <div class="lacking">
                <p>{desk.t().import().lacking(&names)}</p>
                <Button label=|t| t.import().take_along on_press=move |()| chosen.choose(keys.clone(), true)/>
            </div>
        })
    });
    view! { <div class="left-out" role="status">{counted}{lacks}</div> }.into_any()
}

/// A box to tick for one record.
#[component]
pub(super) fn TakeBox(chosen: Chosen, key: RecordKey, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let desk = use_desk();
    let own = key.clone();
    view! {
        <input
            type="checkbox"
            aria-label=move || name.with(|name| desk.t().import().take(name))
            prop:checked=move || chosen.takes(&own)
            on:change=move |event| chosen.choose([key.clone()], event_target_checked(&event))
        />
    }
    .into_any()
}

/// A box to tick for all that is listed.
#[component]
pub(super) fn TakeShown(chosen: Chosen, shown: Memo<Vec<RecordKey>>) -> impl IntoView {
    let desk = use_desk();
    let count = Memo::new(move |_| shown.with(Vec::len));
    let all = Memo::new(move |_| shown.with(|keys| keys.iter().all(|key| chosen.takes(key))));
    live(move || {
        (count.get() > 1).then(|| {
            view! {
                <label class="tick-line">
                    <input
                        type="checkbox"
                        prop:checked=all
                        on:change=move |event| {
                            chosen.choose(shown.get_untracked(), event_target_checked(&event));
                        }
                    />
                    <span>{move || desk.t().import().take_shown(&count.get())}</span>
                </label>
            }
        })
    })
}
