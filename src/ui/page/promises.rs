//! The promise report: what was promised, and what became of it.

mod choosing;
mod definitions;
mod files;
mod groups;
mod listed;
mod table;

use crate::app::desk::{Desk, use_desk};
use crate::app::promise_report::period_in_words;
use crate::app::promise_rows::count_promises;
use crate::domain::calendar::Moment;
use crate::domain::date::Date;
use crate::i18n::Named;
use crate::platform;
use crate::stats::promises::{Period, Query, Row, Unit, fingerprint};
use crate::ui::part::{Empty, StaffNames, label, live, said, use_staff_names};
use crate::ui::route::Route;
use choosing::Choosing;
use definitions::Definitions;
use files::{DownloadReport, PrintButton};
use leptos::prelude::*;
use listed::Listed;
use std::sync::Arc;
use table::Tables;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Report {
    desk: Desk,
    /// What the address asks for.
    query: Memo<Query>,
    /// All promises, once they are counted.
    rows: RwSignal<Arc<Vec<Row>>>,
    /// How many cases are counted, of how many; nothing before that began.
    counted: RwSignal<Option<(usize, usize)>>,
    /// The places of the promises that the report is about, whatever figure is listed.
    shown: Memo<Vec<usize>>,
    staff: StaffNames,
}

impl Report {
    /// The day it is where the shop is.
    fn today(self) -> Date {
        let now = Moment::of_millis(platform::clock::now_ms());
        self.desk.zone().local(now).map_or(Date::EPOCH, |time| time.date())
    }

    /// What a staff id is called. Follows changes.
    fn person(self, id: &str) -> String {
        let name = self.staff.with(|staff| staff.get(id).cloned()).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| self.desk.t().common().nobody.to_owned())
    }

    /// What a process is called. Follows changes.
    fn process(self, id: &str) -> String {
        let faces = self.desk.process_faces();
        faces.iter().find(|face| face.id == id).map_or(id, |face| face.name).to_owned()
    }

    /// The promises that the report is about.
    fn with_shown<T>(self, read: impl FnOnce(&[&Row]) -> T) -> T {
        self.rows.with(|rows| {
            let shown =
                self.shown.with(|shown| shown.iter().filter_map(|at| rows.get(*at)).collect::<Vec<_>>());
            read(&shown)
        })
    }

    /// What the report is about, in words. Follows the language and the address.
    fn scope(self) -> String {
        let query = self.query.get();
        let t = self.desk.t();
        let mut words = vec![period_in_words(self.desk.lang.get(), query.period)];
        words.extend(query.clause.map(|clause| clause.name(t).to_owned()));
        words.extend(query.person.map(|person| self.person(&person)));
        words.extend(query.process.map(|process| self.process(&process)));
        words.join(" · ")
    }
}

/// Goes where the report is about this.
fn go(query: &Query) {
    Route::Promises(query.to_string()).go();
}

fn href(query: &Query) -> String {
    Route::Promises(query.to_string()).href()
}

/// Promise report.
#[component]
pub(crate) fn Promises(
    /// The address: it says what the report is about.
    route: ReadSignal<Route>,
) -> impl IntoView {
    let desk = use_desk();
    let usual = move || {
        let now = Moment::of_millis(platform::clock::now_ms());
        let today = untrack(|| desk.zone()).local(now).map_or(Date::EPOCH, |time| time.date());
        Query::of(Period::around(Unit::Quarter, today))
    };
    let query = Memo::new(move |before: Option<&Query>| match route.get() {
        Route::Promises(asked) => Query::parse(&asked).unwrap_or_else(usual),
        _ => before.cloned().unwrap_or_else(usual),
    });
    let rows = RwSignal::new(Arc::<Vec<Row>>::default());
    let counted = RwSignal::new(None);
    let shown = Memo::new(move |_| {
        let wanted = Query { figure: None, ..query.get() };
        rows.with(|rows| {
            rows.iter().enumerate().filter(|(_, row)| wanted.holds(row)).map(|(at, _)| at).collect()
        })
    });
    let report = Report { desk, query, rows, counted, shown, staff: use_staff_names() };
    keep_counted(report);
    let listing = Memo::new(move |_| query.with(|query| query.figure.is_some()));
    let over = Memo::new(move |_| counted.get().is_some_and(|(done, all)| done >= all));
    let none = Memo::new(move |_| rows.with(|rows| rows.is_empty()));
    let empty = Memo::new(move |_| shown.with(Vec::is_empty));
    let body = live(move || match (none.get(), over.get()) {
        (true, false) => ().into_any(),
        (true, true) => {
            let to_letters = label(|t| t.common().letters);
            view! {
                <Empty text=label(|t| t.promise_report().none) action=(Route::Letters.href(), to_letters)/>
            }
            .into_any()
        }
        (false, _) if listing.get() => view! { <Listed report=report/> }.into_any(),
        (false, _) => view! { <Whole report=report empty=empty/> }.into_any(),
    });
    let reading = live(move || {
        let (done, all) = counted.get()?;
        (done < all).then(|| view! { <p class="muted">{desk.t().promise_report().reading(&done, &all)}</p> })
    });
    view! {
        <div class="page report">
            <div class="page-head">
                <h1>{said(|t| t.promise_report().title)}</h1>
                <div class="btn-row no-print">
                    <DownloadReport report=report empty=empty/>
                    <PrintButton/>
                </div>
            </div>
            <div role="status">{reading}</div>
            {body}
        </div>
    }
    .into_any()
}

/// The report itself.
#[component]
fn Whole(report: Report, empty: Memo<bool>) -> impl IntoView {
    let tables = live(move || match empty.get() {
        true => {
            let all = href(&Query::of(Period::All));
            view! {
                <Empty
                    text=label(|t| t.promise_report().none_here)
                    action=(all, label(|t| t.promise_report().see_all))
                />
            }
            .into_any()
        }
        false => view! { <Tables report=report/> <Definitions/> }.into_any(),
    });
    view! {
        <p class="muted no-print">{said(|t| t.promise_report().about)}</p>
        <Choosing report=report/>
        <p class="report-scope">{move || report.scope()}</p>
        {tables}
    }
    .into_any()
}

/// Counts when the page is opened, and again when something changed that promises hang on.
fn keep_counted(report: Report) {
    let Report { desk, rows, counted, .. } = report;
    let run = StoredValue::new(0_u32);
    let mark = Memo::new(move |_| desk.index.with(fingerprint));
    Effect::new(move |_| {
        mark.track();
        desk.calendars.track();
        run.update_value(|run| *run += 1);
        let mine = run.get_value();
        leptos::task::spawn_local(async move {
            let wanted = move || run.try_get_value() == Some(mine);
            let told = move |done, all| wanted() && counted.try_set(Some((done, all))).is_none();
            let Some(found) = count_promises(desk, told).await.filter(|_| wanted()) else { return };
            rows.try_set(Arc::new(found));
            counted.try_update(|counted| *counted = Some(counted.unwrap_or_default()));
        });
    });
}
