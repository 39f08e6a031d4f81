//! What a file would do, before anything is done.

mod choice;
mod detail;
mod list;
mod look;

pub(super) use list::Linked;

use super::device::device_code;
use super::importing::Importing;
use super::table::RowsTold;
use crate::app::backup::use_backup;
use crate::app::desk::use_desk;
use crate::app::import::Offer;
use crate::archive::{Plan, Problem, Verdict};
use crate::domain::record::RecordKey;
use crate::i18n::{archive_words, texts};
use crate::ui::page::safety::told;
use crate::ui::part::{Button, Glyph, Icon, Text, TimeText, live, said};
use choice::{Chosen, LeftOut};
use leptos::prelude::*;
use list::List;
use std::sync::Arc;

/// The most refused records that are listed.
const MAX_REFUSED: usize = 200;

/// How many records are new, changed, unchanged, in conflict.
pub(super) fn tally(plan: &Plan) -> [usize; 4] {
    let mut counts = [0; 4];
    for row in &plan.rows {
        let place = match row.verdict {
            Verdict::New => 0,
            Verdict::Changed { .. } => 1,
            Verdict::Unchanged => 2,
            Verdict::Conflict { .. } => 3,
        };
        counts[place] += 1;
    }
    counts
}

/// What a file would do, record by record, and what of it is to be taken.
#[component]
pub(super) fn PlanView(importing: Importing, name: String, offer: Arc<Offer>) -> impl IntoView {
    let desk = use_desk();
    let chosen = Chosen::new(offer.clone());
    let doubtful = offer.doubtful;
    let from = offer.exported.clone().map(|exported| {
        let at = js_sys::Date::parse(&exported.at) as u64;
        view! {
            <span>{said(|t| t.data().plan_exported)} " " <TimeText at=at/></span>
            <span>{Signal::derive(move || desk.t().data().plan_device(&device_code(&exported.device)))}</span>
        }
    });
    let note = |shown: bool, text: Text| shown.then(|| view! { <p>{said(text)}</p> });
    let conflicts = tally(&offer.plan)[3] > 0;
    let nothing = offer.plan.is_empty();
    let (files, bytes) =
        (offer.plan.files.len(), offer.plan.files.iter().map(|file| file.bytes().len() as u64).sum());
    let pictures = move || desk.t().photos().plan_files(&files, &archive_words::size(bytes));
    let refused = offer.plan.refused.clone();
    let some_refused = !refused.is_empty();
    view! {
        <section class="section card plan">
            <h2>{said(|t| t.data().plan_title)}</h2>
            <p class="small muted plan-file"><span>{name.clone()}</span>{from}</p>
            <Counts offer=offer.clone()/>
            {note(nothing && !some_refused, |t| t.data().nothing_new)}
            {(files > 0).then(|| view! { <p>{pictures}</p> })}
            {note(conflicts, |t| t.data().plan_conflicts)}
            {note(some_refused, |t| t.data().plan_refused)}
            {(doubtful > 0).then(|| view! { <p>{Signal::derive(move || desk.t().data().plan_doubtful(&doubtful))}</p> })}
            <RowsTold offer=offer.clone()/>
            <LeftOut chosen=chosen/>
            <Decision importing=importing name=name chosen=chosen/>
            {some_refused.then(|| view! { <RefusedGroup refused=refused/> })}
            <List chosen=chosen/>
        </section>
    }
    .into_any()
}

#[component]
fn Counts(offer: Arc<Offer>) -> impl IntoView {
    let [new, changed, unchanged, conflicts] = tally(&offer.plan);
    let counts: [(usize, Text); 5] = [
        (new, |t| t.data().count_new),
        (changed, |t| t.data().count_changed),
        (unchanged, |t| t.data().count_unchanged),
        (conflicts, |t| t.data().count_conflict),
        (offer.plan.refused.len(), |t| t.data().count_refused),
    ];
    let each = |(count, name): (usize, Text)| {
        view! { <div class:none=count == 0><dt>{said(name)}</dt><dd class="figure">{count}</dd></div> }
    };
    view! { <dl class="counts">{counts.map(each).collect_view()}</dl> }.into_any()
}

/// Take it over, keep a copy first, or leave it.
#[component]
fn Decision(importing: Importing, name: String, chosen: Chosen) -> impl IntoView {
    let desk = use_desk();
    let backup = use_backup();
    let export = move |()| {
        leptos::task::spawn_local(async move {
            let outcome = backup.export().await;
            desk.say(told(texts(desk.lang.get_untracked()), &outcome), None);
        });
    };
    let something = !chosen.offer().plan.is_empty();
    // Of a table was said how it is read: that can be said otherwise.
    let was_said = importing.begun().is_some();
    let here = desk.index.with_untracked(|index| !index.cases.is_empty());
    let accept = live(move || {
        let name = name.clone();
        let some = something && !chosen.is_nothing();
        some.then(|| {
            view! {
                <Button
                    label=|t| t.data().take_over
                    class="btn btn-primary"
                    on_press=move |()| importing.accept(name.clone(), chosen.taken())
                />
            }
        })
    });
    let copy = (something && here).then(|| {
        view! {
            <Button label=|t| t.data().keep_copy_first class="btn btn-quiet" on_press=export/>
        }
    });
    view! {
        <div class="btn-row">
            {accept}
            {was_said.then(|| view! {
                <Button label=|t| t.common().back on_press=move |()| importing.back(false)/>
            })}
            <Button
                label=if something || was_said { |t| t.common().cancel } else { |t| t.common().back }
                on_press=move |()| importing.reset()
            />
            {copy}
        </div>
    }
    .into_any()
}

/// What is refused: where in the file, and why.
#[component]
fn RefusedGroup(refused: Vec<Problem>) -> impl IntoView {
    let desk = use_desk();
    let count = refused.len();
    let item = move |problem: Problem| {
        let record = problem.record.clone();
        let name = Signal::derive(move || {
            let name =
                |key: &RecordKey| [archive_words::record_kind(desk.t(), &key.kind), " ", &key.id].concat();
            record.as_ref().map(name).unwrap_or_default()
        });
        let words = Signal::derive(move || archive_words::problem(desk.t(), &problem));
        view! { <li><span>{name}</span><span class="small">{words}</span></li> }
    };
    let more = count.saturating_sub(MAX_REFUSED);
    view! {
        <details class="disclosure plan-group" open=true>
            <summary>
                <Icon glyph=Glyph::Warning/>
                {said(|t| t.data().count_refused)} " " <span class="figure">{count}</span>
            </summary>
            <ul class="refused">{refused.into_iter().take(MAX_REFUSED).map(item).collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="hint">{Signal::derive(move || desk.t().data().more(&more))}</p> })}
        </details>
    }
    .into_any()
}
