use super::Shown;
use super::go_on_in::GoOnIn;
use super::papers::{PaperRows, RestOfPapers};
use crate::app::command::follow_version;
use crate::app::desk::{Desk, use_desk};
use crate::app::overview::{Overview, VisitFacts, fact_words};
use crate::domain::case::{Case, Status};
use crate::domain::local_time::LocalTime;
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case_part;
use crate::ui::page::case_part::complaint::Complain;
use crate::ui::part::{Glyph, Icon, Text, live, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// A part as a row: what it is called, and what is said below.
type Row = (Part, String);

/// What there is of the case and what it needs now: its process, its parts, its papers. What it
/// does not need yet stands behind one line.
#[component]
pub(super) fn OnThisCase(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let id = StoredValue::new(shown.id.to_string());
    let (process, papers, others, elsewhere) = (shown.clone(), shown.clone(), shown.clone(), shown.clone());
    let complain = shown.clone();
    let open = {
        let shown = shown.clone();
        Memo::new(move |_| shown.read(Case::status) == Status::Open)
    };
    let elsewhere = live(move || open.get().then(|| view! { <GoOnIn shown=elsewhere.clone()/> }));
    let overview = Memo::new(move |_| overview(desk, &shown));
    // Memos of what is said: a row stays, with the cursor on it, while time goes on.
    let listed = Memo::new(move |_| {
        let (lang, now) = (desk.lang.get(), desk.now.get());
        overview.with(|overview| {
            let in_use = overview.in_use.iter();
            let in_use = in_use.map(|(part, fact)| (*part, fact_words(lang, fact, now, zone_offset_minutes)));
            let asked = overview.asked.iter();
            let asked = asked.map(|part| (*part, desk.t().overview().asked.to_owned()));
            in_use.chain(asked).collect::<Vec<Row>>()
        })
    });
    let rest = Memo::new(move |_| {
        overview
            .with(|overview| overview.rest.iter().map(|part| (*part, String::new())).collect::<Vec<Row>>())
    });
    let rows = move |rows: Memo<Vec<Row>>| {
        live(move || {
            let row = |row| part_row(&id.get_value(), row);
            rows.get().into_iter().map(row).collect_view()
        })
    };
    let some_rest = Memo::new(move |_| rest.with(|rest| !rest.is_empty()));
    let parts = live(move || some_rest.get().then(|| group(|t| t.overview().more_parts)));
    view! {
        <section class="card section papers on-case">
            <h2>{said(|t| t.case().parts)}</h2>
            <ul>
                <FollowsRow shown=process/>
                {rows(listed)}
            </ul>
            <PaperRows shown=papers/>
            <Complain shown=complain/>
            <details class="disclosure more-on-case">
                <summary>{said(|t| t.overview().more)}</summary>
                {parts}
                <ul>{rows(rest)}</ul>
                {group(|t| t.overview().more_papers)}
                <RestOfPapers shown=others/>
                {elsewhere}
            </details>
        </section>
    }
    .into_any()
}

fn group(name: Text) -> AnyView {
    view! { <h3 class="label">{said(name)}</h3> }.into_any()
}

fn overview(desk: Desk, shown: &Shown) -> Overview {
    let now = desk.now.get();
    let now = LocalTime::of_moment(now, zone_offset_minutes(now));
    let visits = desk.index.with(|index| VisitFacts::of(&index.visits_of(shown.id.as_str()), now));
    let due = shown.due(desk);
    shown.read(|case| Overview::of(case, &due, &visits))
}

fn part_row(case: &str, (part, words): Row) -> AnyView {
    let words = (!words.is_empty()).then(|| view! { <small class="figure">{words}</small> });
    view! {
        <li>
            <a class="paper-link" href=Route::CasePart(case.to_owned(), part).href()>
                <Icon glyph=glyph(part)/>
                <span>{said(case_part::name(part))} {words}</span>
            </a>
        </li>
    }
    .into_any()
}

fn glyph(part: Part) -> Glyph {
    match part {
        Part::Needs => Glyph::Person,
        Part::Visits | Part::Care => Glyph::Clock,
        Part::Acceptance => Glyph::Check,
        Part::Photos => Glyph::Photo,
        Part::Improvements | Part::Complaint => Glyph::Flag,
        Part::Thing
        | Part::Options
        | Part::Agreement
        | Part::Work
        | Part::Payments
        | Part::Survey
        | Part::Blueprint => Glyph::Note,
    }
}

/// Which process the case follows, in which version, and a way to the newest.
#[component]
fn FollowsRow(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let blueprint = Route::CasePart(shown.id.to_string(), Part::Blueprint).href();
    let s = StoredValue::new(shown);
    let process = move || s.with_value(|shown| shown.process(desk.lang.get()));
    let at =
        Memo::new(move |_| s.with_value(|shown| shown.case.with(|case| case.as_ref()?.process().cloned())));
    let name = move || process().map(|process| process.name.clone());
    // Of the shop's own there are several versions; of the built-in ones this program has one.
    let newest = Memo::new(move |_| {
        let id = at.get()?.id;
        desk.index.with(|index| index.processes.get(id.as_str()).map(|own| own.version))
    });
    let version = move || {
        newest.get()?;
        Some(format!("{} · ", desk.t().process().version(&at.get()?.version)))
    };
    let open = Memo::new(move |_| s.with_value(Shown::case).status() == Status::Open);
    let go_on = live(move || {
        let newest =
            newest.get().filter(|newest| at.get().is_some_and(|at| at.version < *newest) && open.get())?;
        let words = desk.t().process().move_to_version(&newest);
        Some(view! {
            <button type="button" class="btn" on:click=move |_| follow_newest(desk, s)>{words}</button>
        })
    });
    view! {
        <li class="follows">
            <a class="paper-link" href=blueprint>
                <Icon glyph=Glyph::Process/>
                <span>{name} <small>{version} {said(|t| t.process().see_blueprint)}</small></span>
            </a>
            {go_on}
        </li>
    }
    .into_any()
}

fn follow_newest(desk: Desk, shown: StoredValue<Shown>) {
    let shown = shown.get_value();
    let case = shown.case_untracked();
    let lang = desk.lang.get_untracked();
    let before = untrack(|| shown.process(lang));
    let Some(at) = case.process() else { return };
    let Some(after) = untrack(|| desk.newest_process(lang, at.id.as_str())) else { return };
    desk.save(follow_version(&desk.pen(), &shown.id, &case, before, after));
    let words = untrack(|| desk.t()).process().moved_to_version(&after.at.version);
    desk.say(words, Some(shown.id));
}
