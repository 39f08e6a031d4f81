use super::looking::{Look, Looking};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Case;
use crate::domain::document::Issued;
use crate::i18n::when::{date_in_words, window_in_words};
use crate::journal::Held;
use crate::ui::part::{Glyph, Icon, label, live, said};
use leptos::prelude::*;

/// The papers of the kind that were given out, to choose which is looked at; nothing while
/// there is no choice.
#[component]
pub(super) fn Given(looking: Looking) -> impl IntoView {
    let desk = use_desk();
    let choice = Memo::new(move |_| {
        let looked_at = usize::from(looking.shown.with(Option::is_some));
        looking.is_read() && looking.all.with(Vec::len) > looked_at
    });
    live(move || {
        choice.get().then(|| {
            let rows = live(move || {
                looking.all.get().into_iter().rev().map(|held| row(desk, looking, held)).collect_view()
            });
            view! {
                <section class="section no-print" aria-label=label(|t| t.paper_page().given)>
                    <h2>{said(|t| t.paper_page().given)}</h2>
                    <ul class="given-papers">{rows}</ul>
                </section>
            }
        })
    })
}

fn row(desk: Desk, looking: Looking, held: Held<Issued>) -> AnyView {
    let Held { stamp, value: paper, .. } = held;
    let here = {
        let stamp = stamp.clone();
        move || {
            let here = looking.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.stamp == stamp));
            here.then_some("true")
        }
    };
    let name = {
        let (number, revision) = (paper.number.clone(), paper.revision);
        move || desk.t().paper_page().revision(&number, &revision)
    };
    let about = move || {
        let parts = [
            date_in_words(desk.lang.get(), paper.date),
            visit_words(desk, looking, &paper),
            looking
                .known
                .case
                .with(|case| case.as_ref().map(|case| signed_words(desk, case, &paper)))
                .unwrap_or_default(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    view! {
        <li>
            <button
                type="button"
                class="given-paper"
                aria-current=here
                on:click=move |_| looking.look.set(Look::Given(stamp.clone()))
            >
                <Icon glyph=Glyph::Print/>
                <span><strong class="figure">{name}</strong><small>{about}</small></span>
            </button>
        </li>
    }
    .into_any()
}

/// The time that was agreed for the visit that a paper is about.
fn visit_words(desk: Desk, looking: Looking, paper: &Issued) -> String {
    let Some(visit) = &paper.visit else { return String::new() };
    let when = looking.known.visits.with(|visits| {
        let visits = visits.as_ref()?;
        visits.iter().find(|(id, _)| id == visit).and_then(|(_, visit)| visit.when().copied())
    });
    let Some(when) = when else { return String::new() };
    desk.t().paper_page().for_visit(&window_in_words(desk.lang.get(), when))
}

fn signed_words(desk: Desk, case: &Case, paper: &Issued) -> String {
    if paper.document.places().is_empty() {
        return String::new();
    }
    let t = desk.t();
    let names: Vec<&str> = case.signatures(&paper.hash).map(|held| held.value.name.as_str()).collect();
    if names.is_empty() {
        return t.paper_page().unsigned.to_owned();
    }
    t.paper_page().signed(&names.join(t.common().comma))
}
