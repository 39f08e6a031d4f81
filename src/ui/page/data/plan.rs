use super::device::device_code;
use super::importing::Importing;
use super::label::record_label;
use crate::app::backup::use_backup;
use crate::app::desk::use_desk;
use crate::app::import::Offer;
use crate::archive::{Plan, PlanRow, Problem, Verdict};
use crate::domain::record::{RecordKey, RecordKind};
use crate::i18n::{archive_words, texts};
use crate::ui::page::safety::told;
use crate::ui::part::{Button, Glyph, Icon, Text, TimeText, WindowList, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// The most refused records that are listed.
const MAX_REFUSED: usize = 200;

/// Which rows of a plan belong together.
type Fits = fn(Verdict) -> bool;

/// The groups in the order in which they matter.
const GROUPS: [(Text, Fits); 4] = [
    (|t| t.data().count_conflict, |verdict| matches!(verdict, Verdict::Conflict { .. })),
    (|t| t.data().count_new, |verdict| verdict == Verdict::New),
    (|t| t.data().count_changed, |verdict| matches!(verdict, Verdict::Changed { .. })),
    (|t| t.data().count_unchanged, |verdict| verdict == Verdict::Unchanged),
];

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

/// What a file would do, before anything is done.
#[component]
pub(super) fn PlanView(importing: Importing, name: String, offer: Arc<Offer>) -> impl IntoView {
    let desk = use_desk();
    let (doubtful, exported) = (offer.doubtful, offer.exported.clone());
    let at = js_sys::Date::parse(&exported.at) as u64;
    let note = |shown: bool, text: Text| shown.then(|| view! { <p>{said(text)}</p> });
    let conflicts = tally(&offer.plan)[3] > 0;
    let nothing = offer.plan.is_empty();
    let (files, bytes) =
        (offer.plan.files.len(), offer.plan.files.iter().map(|file| file.bytes().len() as u64).sum());
    let pictures = move || desk.t().photos().plan_files(&files, &archive_words::size(bytes));
    let groups: Vec<_> = GROUPS
        .into_iter()
        .map(|(name, fits)| view! { <Group offer=offer.clone() name=name fits=fits/> })
        .collect();
    let refused = offer.plan.refused.clone();
    let some_refused = !refused.is_empty();
    view! {
        <section class="section card plan">
            <h2>{said(|t| t.data().plan_title)}</h2>
            <p class="small muted plan-file">
                <span>{name}</span>
                <span>{said(|t| t.data().plan_exported)} " " <TimeText at=at/></span>
                <span>{Signal::derive(move || desk.t().data().plan_device(&device_code(&exported.device)))}</span>
            </p>
            <Counts offer=offer.clone()/>
            {note(nothing && !some_refused, |t| t.data().nothing_new)}
            {(files > 0).then(|| view! { <p>{pictures}</p> })}
            {note(conflicts, |t| t.data().plan_conflicts)}
            {note(some_refused, |t| t.data().plan_refused)}
            {(doubtful > 0).then(|| view! { <p>{Signal::derive(move || desk.t().data().plan_doubtful(&doubtful))}</p> })}
            <Decision importing=importing offer=offer/>
            <div class="plan-groups">
                {groups}
                {some_refused.then(|| view! { <RefusedGroup refused=refused/> })}
            </div>
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
fn Decision(importing: Importing, offer: Arc<Offer>) -> impl IntoView {
    let desk = use_desk();
    let backup = use_backup();
    let export = move |()| {
        leptos::task::spawn_local(async move {
            let outcome = backup.export().await;
            desk.say(told(texts(desk.lang.get_untracked()), &outcome), None);
        });
    };
    let something = !offer.plan.is_empty();
    let here = desk.index.with_untracked(|index| !index.cases.is_empty());
    let accept = something.then(|| {
        view! {
            <Button
                label=|t| t.data().take_over
                class="btn btn-primary"
                on_press=move |()| importing.accept(offer.clone())
            />
        }
    });
    let copy = (something && here).then(|| {
        view! {
            <Button label=|t| t.data().keep_copy_first class="btn btn-quiet" on_press=export/>
        }
    });
    view! {
        <div class="btn-row">
            {accept}
            <Button
                label=if something { |t| t.common().cancel } else { |t| t.common().back }
                on_press=move |()| importing.reset()
            />
            {copy}
        </div>
    }
    .into_any()
}

/// The records of one verdict; closed at first but for conflicts.
#[component]
fn Group(offer: Arc<Offer>, name: Text, fits: Fits) -> impl IntoView {
    let rows = offer.plan.rows.iter().filter(|row| fits(row.verdict));
    let conflict = rows.clone().any(|row| matches!(row.verdict, Verdict::Conflict { .. }));
    let count = rows.count();
    (count > 0).then(|| {
        let open = RwSignal::new(conflict);
        let rows = live(move || open.get().then(|| view! { <Rows offer=offer.clone() fits=fits/> }));
        view! {
            <details
                class="disclosure plan-group"
                open=conflict
                on:toggle=move |event| open.set(is_open(&event))
            >
                <summary>{said(name)} " " <span class="figure">{count}</span></summary>
                {rows}
            </details>
        }
        .into_any()
    })
}

fn is_open(event: &leptos::ev::Event) -> bool {
    event_target::<web_sys::Element>(event).has_attribute("open")
}

/// The rows of a plan that fit. Only those in view exist.
#[component]
pub(super) fn Rows(
    /// What the file does.
    offer: Arc<Offer>,
    /// Which of its rows.
    fits: Fits,
    /// Whether they lead to their records: while a plan is only offered, leaving would lose it.
    #[prop(optional)]
    linked: bool,
) -> impl IntoView {
    let keys = offer.plan.rows.iter().enumerate().filter(|(_, row)| fits(row.verdict));
    let keys: Vec<String> = keys.map(|(place, _)| place.to_string()).collect();
    let row = move |place: String| {
        let row = place.parse::<usize>().ok().and_then(|place| offer.plan.rows.get(place));
        row.map(|row| view! { <Row offer=offer.clone() row=row.clone() linked=linked/> }).into_any()
    };
    view! {
        <WindowList
            label=label(|t| t.data().plan_title)
            keys=Signal::stored(keys)
            row_height=64
            narrow_row_height=64
            row=row
        />
    }
    .into_any()
}

#[component]
fn Row(offer: Arc<Offer>, row: PlanRow, linked: bool) -> impl IntoView {
    let desk = use_desk();
    let PlanRow { key, verdict } = row;
    let entries = offer.plan.news.0.get(&key).map_or(0, crate::domain::record::Record::len);
    let kind = key.kind.clone();
    let detail = Signal::derive(move || {
        let t = desk.t();
        let detail = match verdict {
            Verdict::New => t.data().row_new(&entries),
            Verdict::Changed { entries } => t.data().row_changed(&entries),
            Verdict::Unchanged => t.data().row_unchanged.to_owned(),
            Verdict::Conflict { fields } => t.data().row_conflict(&fields),
        };
        [archive_words::record_kind(t, &kind), " · ", &detail].concat()
    });
    let place = place_of(&key).filter(|_| linked);
    let label = Signal::derive(move || {
        desk.index.with(|index| record_label(desk.t(), desk, index, &offer.plan.news, &key))
    });
    let title = match place {
        Some(place) => view! { <a class="plan-title" href=place.href()>{label}</a> }.into_any(),
        None => view! { <span class="plan-title">{label}</span> }.into_any(),
    };
    view! {
        <div class="plan-row">
            {title}
            <span class="small muted">{detail}</span>
        </div>
    }
    .into_any()
}

/// The page of a record.
fn place_of(key: &RecordKey) -> Option<Route> {
    match key.kind {
        RecordKind::Case => Some(Route::Case(key.id.clone())),
        RecordKind::Customer => Some(Route::Customer(key.id.clone())),
        RecordKind::Letter => Some(Route::Letter(key.id.clone())),
        RecordKind::Shop | RecordKind::Staff => Some(Route::Settings),
        RecordKind::Process => Some(Route::Process(key.id.clone())),
        RecordKind::Improvement => Some(Route::Improvement(key.id.clone())),
        RecordKind::Asset | RecordKind::Visit | RecordKind::Unknown(_) => None,
    }
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
