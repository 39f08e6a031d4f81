//! The complaints of the shop, and what they come from.

mod pareto;
mod row;

use super::cases::Views;
use crate::app::complaints::{AT_ONCE, complaint_of, sort, to_look_through};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::CaseKind;
use crate::domain::complaint::{Cause, CauseCount, ComplaintLine, by_cause};
use crate::domain::record::{Known, RecordKey, RecordKind};
use crate::i18n::Named;
use crate::ui::part::{Button, Empty, Text, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use pareto::Pareto;

/// What is known of the complaints while the journals are read.
#[derive(Clone, Copy)]
struct Found {
    desk: Desk,
    lines: RwSignal<Vec<ComplaintLine>>,
    /// How many cases were read, of how many.
    read: RwSignal<(usize, usize)>,
    /// The cause that the list is narrowed to.
    only: RwSignal<Option<Option<Cause>>>,
}

/// Open complaints first; the causes as a Pareto. Figures are read from the journals when the
/// page is opened: no list carries them.
#[component]
pub(crate) fn Complaints() -> impl IntoView {
    let desk = use_desk();
    let found = Found {
        desk,
        lines: RwSignal::new(Vec::new()),
        read: RwSignal::new((0, 1)),
        only: RwSignal::new(None),
    };
    leptos::task::spawn_local(found.look());
    let counts = Memo::new(move |_| found.lines.with(|lines| by_cause(lines.iter().map(|line| line.cause))));
    let reading = live(move || {
        let (done, all) = found.read.get();
        (done < all).then(|| view! { <p class="muted">{desk.t().complaint().reading(&done, &all)}</p> })
    });
    let none = Memo::new(move |_| found.lines.with(Vec::is_empty));
    let over = Memo::new(move |_| found.read.with(|(done, all)| done >= all));
    let body = live(move || {
        if none.get() {
            return over
                .get()
                .then(|| {
                    view! {
                        <Empty
                            text=label(|t| t.complaint().list_none)
                            action=(Route::Cases.href(), label(|t| t.common().cases))
                        />
                    }
                })
                .into_any();
        }
        view! {
            <Pareto counts=counts only=found.only/>
            {narrowed(found)}
            {group(found, true, |t| t.complaint().list_open)}
            {group(found, false, |t| t.complaint().list_settled)}
        }
        .into_any()
    });
    view! {
        <div class="page complaints">
            <div class="page-head"><h1>{said(|t| t.complaint().list_title)}</h1> <Views/></div>
            <div role="status">{reading}</div>
            {body}
        </div>
    }
    .into_any()
}

impl Found {
    /// Reads the cases, a few at a time; what is found shows at once. Ends when the page is left.
    async fn look(self) {
        let ids = self.desk.index.with_untracked(to_look_through);
        let all = ids.len();
        let mut done = 0;
        for some in ids.chunks(AT_ONCE) {
            let lines = self.read(some).await;
            done += some.len();
            if self.read.try_set((done, all)).is_some() {
                return;
            }
            if !lines.is_empty() {
                self.lines.update(|known| {
                    known.extend(lines);
                    sort(known);
                });
            }
        }
        self.read.try_set((all, all));
    }

    async fn read(self, ids: &[String]) -> Vec<ComplaintLine> {
        let key = |id: &String| RecordKey::new(RecordKind::Case, id);
        let open = |id: &String| self.desk.records.with_untracked(|records| records.0.contains_key(&key(id)));
        let closed = ids.iter().filter(|id| !open(id)).map(key).collect::<Vec<_>>();
        let loaded = match self.desk.store() {
            Some(store) if !closed.is_empty() => store.load(&closed).await.ok(),
            _ => None,
        };
        let stored = loaded.map(|loaded| loaded.records).unwrap_or_default();
        let line = |id: &String| {
            let key = key(id);
            // What is open on a page may know more than the store.
            let here = self.desk.records.with_untracked(|records| {
                records.0.get(&key).and_then(CaseKind::of).map(|journal| complaint_of(id, journal))
            });
            here.unwrap_or_else(|| complaint_of(id, stored.0.get(&key).and_then(CaseKind::of)?))
        };
        ids.iter().filter_map(line).collect()
    }

    /// Whether a complaint is in the list. Follows changes.
    fn shows(self, line: &ComplaintLine) -> bool {
        self.only.get().is_none_or(|only| only == line.cause)
    }
}

/// What the list is narrowed to, and the way back.
fn narrowed(found: Found) -> AnyView {
    let line = live(move || {
        let only = found.only.get()?;
        let words = found.desk.t().complaint().only(&cause_name(found.desk, only));
        Some(view! {
            <p class="complaints-only">
                <strong>{words}</strong>
                <Button
                    label=|t| t.complaint().all
                    class="btn btn-quiet"
                    on_press=move |()| found.only.set(None)
                />
            </p>
        })
    });
    view! { <div role="status">{line}</div> }.into_any()
}

/// The complaints that are open, or not.
fn group(found: Found, open: bool, title: Text) -> AnyView {
    let list = live(move || {
        let lines = found.lines.get();
        let lines: Vec<_> = lines.into_iter().filter(|line| line.open == open && found.shows(line)).collect();
        (!lines.is_empty()).then(|| {
            let rows = lines.into_iter().map(|line| row::row(found.desk, line)).collect_view();
            view! {
                <section class="section">
                    <h2>{said(title)}</h2>
                    <ul class="complaint-list card" aria-label=label(title)>{rows}</ul>
                </section>
            }
        })
    });
    view! { {list} }.into_any()
}

/// What a cause is called.
fn cause_name(desk: Desk, cause: Option<Cause>) -> &'static str {
    cause.map_or(desk.t().complaint().cause_unknown, |cause| cause.name(desk.t()))
}

/// A row of the Pareto has a name of its own.
type Counts = Memo<Vec<CauseCount>>;
