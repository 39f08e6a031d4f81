use super::groups::{By, Group, groups};
use super::{Report, href};
use crate::app::promise_report::minutes_in_words;
use crate::i18n::Texts;
use crate::stats::promises::{Figure, Point, Query};
use crate::ui::part::{Text, label, live, said};
use leptos::prelude::*;

/// A column: what it is called, what it shows of a group, and which promises it opens.
struct Column {
    head: Text,
    value: fn(&'static Texts, &Group) -> Option<String>,
    /// The promise whose time stands below it, within one clause.
    time_of: fn(&Group) -> Option<Point>,
    opens: Figure,
}

impl Column {
    const fn new(head: Text, value: fn(&'static Texts, &Group) -> Option<String>, opens: Figure) -> Self {
        Self { head, value, time_of: |_| None, opens }
    }
}

const COLUMNS: [Column; 11] = [
    Column::new(|t| t.promise_report().made, |_, g| some(g.tally.made), Figure::Made),
    Column::new(|t| t.promise_report().kept, |_, g| some(g.tally.kept), Figure::Kept),
    Column::new(|t| t.promise_report().late, |_, g| some(g.tally.late), Figure::Late),
    Column::new(|t| t.promise_report().broken, |_, g| some(g.tally.broken), Figure::Broken),
    Column::new(
        |t| t.promise_report().percent_head,
        |t, g| g.tally.percent_kept().map(|percent| t.promise_report().percent(&percent)),
        Figure::Made,
    ),
    Column::new(|t| t.promise_report().running, |_, g| some(g.tally.running), Figure::Running),
    Column {
        time_of: |g| g.tally.median,
        ..Column::new(|t| t.promise_report().median, |t, g| share(t, g.tally.median), Figure::Measured)
    },
    Column {
        time_of: |g| g.tally.ninetieth,
        ..Column::new(|t| t.promise_report().ninetieth, |t, g| share(t, g.tally.ninetieth), Figure::Measured)
    },
    Column::new(|t| t.promise_report().by_customer, |t, g| time(t, g.tally.by_customer), Figure::ByCustomer),
    Column::new(|t| t.promise_report().by_supplier, |t, g| time(t, g.tally.by_supplier), Figure::BySupplier),
    Column::new(|t| t.promise_report().by_shop, |t, g| time(t, g.tally.by_shop), Figure::ByShop),
];

/// What stands where a figure is nothing.
const NOTHING: &str = "–";

fn some(count: usize) -> Option<String> {
    (count > 0).then(|| count.to_string())
}

fn share(t: &'static Texts, point: Option<Point>) -> Option<String> {
    point.map(|point| t.promise_report().percent(&point.percent))
}

fn time(t: &'static Texts, minutes: u64) -> Option<String> {
    (minutes > 0).then(|| minutes_in_words(t, minutes))
}

/// The report by clause, then by person, process and month.
#[component]
pub(super) fn Tables(report: Report) -> impl IntoView {
    By::ALL.into_iter().map(|by| table(report, by)).collect_view()
}

fn table(report: Report, by: By) -> AnyView {
    let groups = Memo::new(move |_| groups(report, by));
    let body = live(move || {
        let rows = groups.get().into_iter().map(|group| row(report, by, &group));
        rows.collect_view()
    });
    let heads =
        COLUMNS.iter().map(|column| view! { <th scope="col">{said(column.head)}</th> }).collect_view();
    view! {
        <section class="section">
            <h2>{said(by.title())}</h2>
            <div class="report-scroll" role="region" tabindex="0" aria-label=label(by.title())>
                <table class="report-table" aria-label=label(by.title())>
                    <thead>
                        <tr><th scope="col">{said(by.head())}</th>{heads}</tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(report: Report, by: By, group: &Group) -> AnyView {
    let t = report.desk.t();
    let sum = by == By::Clause && group.query.clause.is_none();
    let cells = COLUMNS.iter().map(|column| {
        let Some(value) = (column.value)(t, group) else {
            return view! { <td class="figure muted">{NOTHING}</td> }.into_any();
        };
        let name = t.promise_report().figure_name(&group.name, &(column.head)(t), &value);
        let to = href(&Query { figure: Some(column.opens), ..group.query.clone() });
        let used = (column.time_of)(group).filter(|_| by == By::Clause && !sum);
        let used = used.map(|point| minutes_in_words(t, point.used.into()));
        let used = used.map(|used| view! { <span class="small muted">{used}</span> });
        view! { <td class="figure"><a href=to aria-label=name>{value}</a>{used}</td> }.into_any()
    });
    let cells: Vec<AnyView> = cells.collect();
    view! { <tr class:report-sum=sum><th scope="row">{group.name.clone()}</th>{cells}</tr> }.into_any()
}
