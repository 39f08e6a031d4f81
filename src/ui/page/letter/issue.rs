use super::blank::blank_id;
use super::drafting::Drafting;
use super::issued::PRINT;
use super::tabs::Side;
use crate::app::lettering;
use crate::i18n::when::date_in_words;
use crate::paper::Problem;
use crate::platform::dom;
use crate::ui::part::{Dialog, Glyph, Icon};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The one step that cannot be taken back: it says what stops it, asks, and issues.
#[component]
pub(super) fn Issue(drafting: Drafting, shown: RwSignal<Side>) -> impl IntoView {
    let desk = drafting.desk;
    let (asked, open) = (RwSignal::new(false), RwSignal::new(false));
    let conflict = Memo::new(move |_| drafting.read(|letter| !letter.fields.conflicts().is_empty()));
    let stopped = move || conflict.get() || drafting.problems.with(|problems| !problems.is_empty());
    let press = move |_| {
        let stopped = untrack(stopped);
        asked.set(stopped);
        open.set(!stopped);
    };
    let stops = move || {
        (asked.get() && stopped()).then(|| {
            let problems = drafting.problems.get();
            let problems: Vec<_> =
                problems.into_iter().map(|problem| stop_view(drafting, shown, problem)).collect();
            let conflict = conflict.get().then(|| view! { <li>{desk.t().letter().stops_conflict}</li> });
            view! {
                <div class="banner banner-strong letter-stops" role="alert">
                    <p>{desk.t().letter().stops}</p>
                    <ul>{conflict} {problems}</ul>
                </div>
            }
        })
    };
    view! {
        <button type="button" class="btn btn-primary" disabled=move || drafting.issuing.get() on:click=press>
            <Icon glyph=Glyph::Check/>
            {move || desk.t().letter().issue}
        </button>
        {stops}
        <Dialog title=Signal::derive(move || desk.t().letter().ask_title.to_owned()) open=open>
            <Question drafting=drafting open=open/>
        </Dialog>
    }
    .into_any()
}

/// One thing that stops the issuing, with the way to it.
fn stop_view(drafting: Drafting, shown: RwSignal<Side>, problem: Problem) -> AnyView {
    let desk = drafting.desk;
    let words = problem.words(desk.t(), crate::catalog::clause_library(desk.lang.get()));
    match problem {
        Problem::Parameter { clause, parameter, .. } => {
            let go = move |_| {
                shown.set(Side::Edit);
                let id = blank_id(clause.as_str(), parameter.as_str());
                request_animation_frame(move || {
                    dom::focus(&id);
                });
            };
            view! { <li><button type="button" class="link" on:click=go>{words}</button></li> }.into_any()
        }
        Problem::NoShopName => view! { <li><a href=Route::Settings.href()>{words}</a></li> }.into_any(),
        Problem::NoClause | Problem::NoCase | Problem::OwnClause { .. } | Problem::UntilBeforeFrom => {
            view! { <li>{words}</li> }.into_any()
        }
    }
}

/// Asks before the letter is frozen.
#[component]
fn Question(drafting: Drafting, open: RwSignal<bool>) -> impl IntoView {
    let desk = drafting.desk;
    let place = move || {
        let t = &desk.t().letter();
        drafting.setting.with(|setting| {
            let setting = setting.as_ref()?;
            let date = date_in_words(desk.lang.get(), setting.today);
            Some(match &setting.numbering.replaces {
                Some((previous, _)) => {
                    t.ask_revision(&setting.numbering.revision, &setting.numbering.number, previous)
                }
                None => t.ask_number(&date),
            })
        })
    };
    let issue = move |_| {
        drafting.issuing.set(true);
        leptos::task::spawn_local(async move {
            let id = drafting.id.get_value();
            let kept = lettering::issue(desk, &id).await;
            open.set(false);
            drafting.issuing.set(false);
            if kept {
                let number = desk.index.with_untracked(|index| {
                    index.letters.get(id.as_str()).map(|letter| letter.number.clone()).unwrap_or_default()
                });
                desk.say(untrack(|| desk.t()).letter.issued_as(&number), None);
            }
            request_animation_frame(|| {
                dom::focus(PRINT);
            });
        });
    };
    let label =
        move || if drafting.issuing.get() { desk.t().letter().issuing } else { desk.t().letter().issue_now };
    view! {
        <div class="dialog-body">
            <p>{place}</p>
            <p>{move || desk.t().letter().ask_final}</p>
            <div class="btn-row">
                <button type="button" class="btn btn-primary" disabled=move || drafting.issuing.get() on:click=issue>
                    {label}
                </button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>
                    {move || desk.t().common().cancel}
                </button>
            </div>
        </div>
    }
    .into_any()
}
