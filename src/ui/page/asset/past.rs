use crate::app::desk::{Desk, use_desk};
use crate::domain::asset::ReplacedPart;
use crate::domain::case::{Case, CaseKind};
use crate::domain::date::Date;
use crate::domain::visit::Maintenance;
use crate::i18n::Named;
use crate::i18n::when::date_in_words;
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use crate::ui::page::case_part::thing::{Arrival, Parts};
use crate::ui::part::{TimeText, live, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// A case that the thing was in: when, how it came in, what was replaced, and whether it is still
/// maintained free of charge.
#[component]
pub(super) fn Past(
    /// Which case.
    id: String,
    /// Whether it is unfolded at first.
    open: bool,
) -> impl IntoView {
    let desk = use_desk();
    let unfolded = RwSignal::new(open);
    let shown = Shown::open(desk, &id);
    let summary = {
        let id = id.clone();
        Memo::new(move |_| {
            desk.index.with(|index| {
                let case = index.cases.get(&id)?;
                Some((case.number.clone(), case.title.clone(), case.opened, case.status()))
            })
        })
    };
    let head = live(move || {
        let (number, title, opened, status) = summary.get()?;
        Some(view! {
            <span class="past-head">
                <strong class="figure">{number}</strong>
                <span class="past-title">{title}</span>
                <span class="muted"><TimeText at=opened/></span>
                <span class="tag">{status.name(desk.t())}</span>
            </span>
        })
    });
    let free = shown.clone();
    let free = live(move || {
        let today = today(desk)?;
        let kept = free.as_ref()?.read(|case| case.maintenance_on(today))?;
        let (t, lang) = (desk.t().asset(), desk.lang.get());
        let (class, words) = match kept {
            Maintenance::Free(day) => ("tag tag-good", t.free(&date_in_words(lang, day))),
            Maintenance::Over(day) => ("tag", t.over(&date_in_words(lang, day))),
            Maintenance::Agreed(day) => ("tag", t.agreed(&date_in_words(lang, day))),
        };
        Some(view! { <span class=class>{words}</span> })
    });
    let toggled = move |event: leptos::ev::Event| {
        let details: web_sys::HtmlDetailsElement = event_target(&event);
        unfolded.set(details.open());
    };
    let body = live(move || {
        let shown = shown.clone().filter(|shown| unfolded.get() && shown.is_read())?;
        let case = shown.id.to_string();
        Some(view! {
            <div class="past-body">
                <p class="past-ways">
                    <a href=Route::Case(case.clone()).href()>{said(|t| t.asset().in_case)}</a>
                    <a href=Route::CasePart(case, Part::Photos).href()>{said(|t| t.photos().title)}</a>
                </p>
                <Arrival shown=shown.clone()/>
                <Parts shown=shown/>
            </div>
        })
    });
    view! {
        <li class="card past">
            <details class="disclosure" open=open on:toggle=toggled>
                <summary>{head} {free}</summary>
                {body}
            </details>
        </li>
    }
    .into_any()
}

fn today(desk: Desk) -> Option<Date> {
    let now = desk.now.get();
    Date::of_moment(now, zone_offset_minutes(now))
}

/// All parts that were replaced, whatever case did it.
#[component]
pub(super) fn PartsSoFar(cases: Memo<Vec<String>>) -> impl IntoView {
    let desk = use_desk();
    let parts = Memo::new(move |_| {
        let parts = |id: String| {
            let number = desk.index.with(|index| index.cases.get(&id).map(|case| case.number.clone()))?;
            let journal = desk.records.with(|records| records.journal::<CaseKind>(&id));
            let case = Case::of(&journal);
            let parts = case.replaced_parts().into_iter().map(|(_, part)| part.clone());
            Some((id, number, parts.collect::<Vec<_>>()))
        };
        let all = cases.get().into_iter().filter_map(parts);
        all.filter(|(.., parts)| !parts.is_empty()).collect::<Vec<_>>()
    });
    live(move || {
        let all = parts.get();
        if all.is_empty() {
            return None;
        }
        let t = desk.t();
        let row = |id: &str, number: &str, part: ReplacedPart| {
            let href = Route::CasePart(id.to_owned(), Part::Thing).href();
            let or_none = |serial: String| if serial.is_empty() { "\u{2014}".to_owned() } else { serial };
            view! {
                <tr>
                    <th scope="row">{part.what}</th>
                    <td class="figure">{or_none(part.old_serial)}</td>
                    <td class="figure">{or_none(part.new_serial)}</td>
                    <td><a class="figure" href=href>{number.to_owned()}</a></td>
                </tr>
            }
        };
        let rows: Vec<_> = all
            .into_iter()
            .flat_map(|(id, number, parts)| {
                parts.into_iter().map(|part| row(&id, &number, part)).collect::<Vec<_>>()
            })
            .collect();
        Some(view! {
            <section class="section">
                <h2>{t.asset().all_parts}</h2>
                <div class="table-wrap">
                    <table class="parts-table">
                        <thead>
                            <tr>
                                <th scope="col">{t.asset().item}</th>
                                <th scope="col">{t.asset().old_serial}</th>
                                <th scope="col">{t.asset().new_serial}</th>
                                <th scope="col">{t.asset().in_case}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        })
    })
}
