use super::groups::tables;
use super::{Report, listed};
use crate::app::promise_report::{rows_csv, tables_csv};
use crate::platform;
use crate::stats::promises::Query;
use crate::ui::part::{Button, Glyph, live};
use leptos::prelude::*;

const KIND: &str = "text/csv;charset=utf-8";

/// The way to the file with what is on the page: the report, or the promises behind a figure.
#[component]
pub(super) fn DownloadReport(report: Report, empty: Memo<bool>) -> impl IntoView {
    let desk = report.desk;
    let hand_out = move |()| {
        untrack(move || {
            let t = desk.t();
            let query = report.query.get();
            let text = match query.figure {
                None => tables_csv(t, &tables(report)),
                Some(_) => listed::with_rows(report, |rows| rows_csv(t, desk.zone(), rows)),
            };
            let name = [t.promise_report().csv_file, "-", &name_of(&query), ".csv"].concat();
            if !platform::file::download(&name, KIND, text.as_bytes()) {
                desk.say(t.promise_report().csv_refused, None);
            }
        });
    };
    live(move || {
        (!empty.get()).then(|| {
            view! { <Button label=|t| t.promise_report().csv glyph=Glyph::Data on_press=hand_out/> }
        })
    })
}

/// The address without what a file's name may not hold.
fn name_of(query: &Query) -> String {
    query.to_string().replace([';', '='], "-")
}

/// Prints the page.
#[component]
pub(super) fn PrintButton() -> impl IntoView {
    view! {
        <Button label=|t| t.common().print glyph=Glyph::Print on_press=|()| platform::print::print()/>
    }
}
