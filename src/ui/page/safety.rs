//! What everybody must know about their data, at the top of every page.

use crate::app::backup::{Backup, Outcome, use_backup};
use crate::app::desk::{Desk, use_desk};
use crate::app::{errand, export, samples};
use crate::domain::record::Records;
use crate::i18n::{Texts, texts};
use crate::platform::on_demand::NotFetched;
use crate::store::StoreError;
use crate::ui::part::{Button, Glyph, Icon, fetched, live, said};
use crate::ui::rooms;
use crate::ui::route::Route;
use leptos::prelude::*;

/// The trouble with the storage, and quiet reminders when there is none.
#[component]
pub(crate) fn Safety(
    /// The page that is shown.
    route: ReadSignal<Route>,
) -> impl IntoView {
    let desk = use_desk();
    let backup = use_backup();
    let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
        if desk.unsaved.with_untracked(|unsaved| !unsaved.0.is_empty()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || leaving.remove());
    let sample = Memo::new(move |_| desk.index.with(samples::has_samples));
    // A reminder that came in the middle of work would move the page under the finger: it waits for
    // the next page.
    let due_here = Memo::new(move |_| {
        route.track();
        untrack(|| backup.is_due())
    });
    let damaged = Memo::new(move |_| desk.damaged.with(|rows| !rows.is_empty()));
    let waits = Memo::new(move |_| backup.folder_waits.get() && route.get() == Route::Today);
    let quiet = live(move || {
        let calm = desk.trouble.with(Option::is_none);
        view! {
            {sample.get().then(|| fetched(rooms::sample_line))}
            {(calm && waits.get()).then(|| fetched(rooms::folder_line))}
            {(calm && due_here.get() | damaged.get()).then(|| fetched(rooms::reminder))}
        }
    });
    view! { <div class="safety no-print"><TroubleBanner/>{quiet}</div> }.into_any()
}

/// What stands between this page and its storage, as long as something does. What it says is fetched
/// then: mostly that never happens.
#[component]
pub(crate) fn TroubleBanner() -> impl IntoView {
    let desk = use_desk();
    let shown = Memo::new(move |_| desk.trouble.with(Option::is_some));
    live(move || shown.get().then(|| fetched(rooms::trouble)))
}

/// What happened to the storage, and what can be done: it stays until it is over.
#[component]
pub(crate) fn Trouble() -> impl IntoView {
    let desk = use_desk();
    let backup = use_backup();
    let trying = RwSignal::new(false);
    let retry = move |()| {
        leptos::task::spawn_local(async move {
            trying.set(true);
            if errand::try_again(desk).await.is_err() {
                desk.say_not_fetched();
            }
            trying.try_set(false);
        });
    };
    // Before anything is written down there is nothing to lose, and nothing to export.
    let something = Memo::new(move |_| {
        desk.records.with(|records| !records.0.is_empty())
            || desk.unsaved.with(|unsaved| !unsaved.0.is_empty())
    });
    let unsaved = Signal::derive(move || match desk.unsaved.with(Records::entries) {
        0 => desk.t().safety().safe.to_owned(),
        count => desk.t().safety().unsaved(&count),
    });
    let happened = told_of(desk, |t, trouble| what(t, trouble).to_owned());
    let advice = told_of(desk, what_to_do);
    view! {
        <div class="banner banner-strong trouble" role="alert">
            <Icon glyph=Glyph::Warning/>
            <div class="trouble-text">
                <p><strong>{happened}</strong>" "{advice}</p>
                {live(move || something.get().then(|| view! { <p>{unsaved}</p> }))}
            </div>
            <div class="btn-row">
                <Button
                    label=|t| t.safety().try_again
                    busy=(trying.into(), |t| t.safety().trying)
                    on_press=retry
                />
                {live(move || something.get().then(|| view! { <ExportNow backup=backup/> }))}
            </div>
        </div>
    }
    .into_any()
}

/// A text about the trouble, while there is one.
fn told_of(desk: Desk, tell: fn(&'static Texts, &StoreError) -> String) -> Signal<String> {
    Signal::derive(move || desk.trouble.get().map(|trouble| tell(desk.t(), &trouble)).unwrap_or_default())
}

fn what(t: &'static Texts, trouble: &StoreError) -> &'static str {
    match trouble {
        StoreError::Refused => t.safety().refused,
        StoreError::Full => t.safety().full,
        StoreError::NewerSchema => t.safety().newer,
        StoreError::Blocked => t.safety().blocked,
        StoreError::Closed => t.safety().closed,
        StoreError::Emptied => t.safety().emptied,
        StoreError::Damaged => t.safety().damaged,
        StoreError::NotFetched => t.common().not_fetched,
        StoreError::Failed(_) => t.safety().failed,
    }
}

fn what_to_do(t: &'static Texts, trouble: &StoreError) -> String {
    let advice = match trouble {
        StoreError::Refused => t.safety().refused_do,
        StoreError::Full => t.safety().full_do,
        StoreError::NewerSchema => t.safety().newer_do,
        StoreError::Blocked => t.safety().blocked_do,
        StoreError::Closed => t.safety().closed_do,
        StoreError::Emptied => t.safety().emptied_do,
        StoreError::Damaged => t.safety().damaged_do,
        StoreError::NotFetched => "",
        StoreError::Failed(words) => return t.safety().failed_do(words),
    };
    advice.to_owned()
}

/// What happened and what to do, in one text.
pub(super) fn trouble_words(t: &'static Texts, trouble: &StoreError) -> String {
    [what(t, trouble), &what_to_do(t, trouble)].join(" ")
}

/// Hands out everything at once, from whatever page.
#[component]
fn ExportNow(backup: Backup) -> impl IntoView {
    let desk = use_desk();
    let export = move |()| {
        leptos::task::spawn_local(async move {
            match errand::export(backup).await {
                Ok(outcome) => desk.say(told(texts(desk.lang.get_untracked()), &outcome), None),
                Err(NotFetched) => desk.say_not_fetched(),
            }
        });
    };
    view! { <Button label=|t| t.safety().export_now glyph=Glyph::Data on_press=export/> }
}

/// How an export went, in a sentence.
pub(super) fn told(t: &'static Texts, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Whole(name) => t.safety().export_done(name),
        Outcome::Partial(name, _) => t.safety().export_partial(name),
        Outcome::NotTaken => t.safety().export_failed.to_owned(),
    }
}

/// That there are sample records, and a way to remove them.
#[component]
pub(crate) fn SampleLine() -> impl IntoView {
    view! {
        <div class="quiet-line" role="status">
            <p>{said(|t| t.safety().sample)}</p>
            <RemoveSamples quiet=true/>
        </div>
    }
}

/// The removal of the sample data, where there is any.
#[component]
pub(crate) fn SampleSection() -> impl IntoView {
    let desk = use_desk();
    let sample = Memo::new(move |_| desk.index.with(samples::has_samples));
    let section = live(move || {
        sample.get().then(|| {
            view! {
                <section class="section card">
                    <h2>{said(|t| t.safety().sample_title)}</h2>
                    <p>{said(|t| t.safety().sample_text)}</p>
                    <div class="btn-row"><RemoveSamples quiet=false/></div>
                </section>
            }
        })
    });
    view! { {section} }.into_any()
}

#[component]
fn RemoveSamples(quiet: bool) -> impl IntoView {
    let desk = use_desk();
    let busy = RwSignal::new(false);
    let remove = move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            remove_samples(desk).await;
            busy.try_set(false);
        });
    };
    view! {
        <Button
            label=|t| t.safety().sample_remove
            class=if quiet { "btn btn-quiet" } else { "btn" }
            busy=(busy.into(), |t| t.safety().sample_remove)
            on_press=remove
        />
    }
}

async fn remove_samples(desk: Desk) {
    // The page in view may show a record that is about to go.
    Route::Today.go();
    let t = texts(desk.lang.get_untracked());
    match errand::remove_samples(desk).await {
        Ok(Ok(())) => desk.say(t.safety().sample_removed, None),
        Ok(Err(_)) => desk.say(t.safety().sample_stays, None),
        Err(NotFetched) => desk.say_not_fetched(),
    }
}

/// What must not be overlooked: that something cannot be read, and that a copy elsewhere is due.
#[component]
pub(crate) fn Reminder() -> impl IntoView {
    let (desk, backup) = (use_desk(), use_backup());
    // One that becomes due later waits for the next page.
    let due = untrack(|| backup.is_due());
    let damaged = Signal::derive(move || {
        let rows = desk.damaged.with(Vec::len);
        desk.t().safety().damaged_rows(&rows)
    });
    view! {
        {live(move || desk.damaged.with(|rows| !rows.is_empty()).then(|| view! {
            <div class="quiet-line" role="status">
                <p>{damaged}</p>
                <a class="btn btn-quiet" href=Route::Data.href()>{said(|t| t.safety().damaged_look)}</a>
            </div>
        }))}
        {live(move || (due && backup.is_due()).then(|| view! { <CopyDue/> }))}
    }
    .into_any()
}

/// That a copy elsewhere is due.
#[component]
fn CopyDue() -> impl IntoView {
    let desk = use_desk();
    let backup = use_backup();
    let due = Signal::derive(move || {
        let (t, since) = (desk.t(), backup.since());
        match backup.last.get() {
            Some(last) => {
                let days = export::days_since(desk.now.get(), last);
                t.safety().due_old(&days, &since.cases, &since.changes)
            }
            None => t.safety().due_never(&since.cases, &since.changes),
        }
    });
    view! {
        <div class="quiet-line" role="status">
            <p>{due}</p>
            <ExportNow backup=backup/>
            <Button label=|t| t.safety().later class="btn btn-quiet" on_press=move |()| backup.later()/>
        </div>
    }
}
