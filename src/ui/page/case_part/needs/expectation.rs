use super::expectations::Way;
use crate::app::command::{NeedsError, put_expectation};
use crate::app::desk::use_desk;
use crate::domain::id::ExpectationId;
use crate::domain::needs::{Expectation, ExpectationVerdict};
use crate::domain::text::MAX_TEXT;
use crate::i18n::{Named, Texts};
use crate::platform::dom;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, Glyph, Icon, TextField, fresh_id, label, live};
use leptos::prelude::*;

/// An expectation, and what the shop says to it. What cannot be kept yet, as no without a
/// reason, stays as it was typed until it can.
#[component]
pub(super) fn ExpectationRow(
    /// The case.
    shown: Shown,
    /// Which expectation.
    id: ExpectationId,
    /// Its place among the others.
    place: Memo<Option<usize>>,
    /// Whether it is the last.
    last: Memo<bool>,
    /// Called with where it goes.
    go: Callback<(ExpectationId, Way)>,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new((shown, id));
    let kept = Memo::new(move |_| {
        s.with_value(|(shown, id)| {
            let case = shown.case();
            let found = case.expectations().into_iter().find(|(known, _)| *known == id);
            found.map(|(_, expectation)| expectation.clone()).unwrap_or_default()
        })
    });
    let draft = RwSignal::new(kept.get_untracked());
    let wrong = RwSignal::new(None::<NeedsError>);
    Effect::new(move |_| {
        let kept = kept.get();
        if wrong.with_untracked(Option::is_none) {
            draft.set(kept);
        }
    });
    let keep = move |change: &dyn Fn(&mut Expectation)| {
        draft.update(change);
        let (shown, id) = s.get_value();
        let expectation =
            Expectation { rank: kept.with_untracked(|kept| kept.rank), ..draft.get_untracked() };
        match put_expectation(&desk.pen(), &shown.id, &shown.case_untracked(), &id, expectation) {
            Ok(records) => {
                wrong.set(None);
                desk.save(records);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let text = Memo::new(move |_| draft.with(|draft| draft.text.clone()));
    let verdict = Memo::new(move |_| draft.with(|draft| draft.verdict));
    let reason = Memo::new(move |_| draft.with(|draft| draft.reason.clone()));
    let alternative = Memo::new(move |_| draft.with(|draft| draft.alternative.clone()));
    let told = move |fits: fn(NeedsError) -> bool| {
        Signal::derive(move || wrong.get().filter(|error| fits(*error)).map(|error| error.tell(desk.t())))
    };
    let verdicts = move || {
        let option = |(at, verdict): (usize, ExpectationVerdict)| {
            ChoiceOption::new(at.to_string(), verdict.name(desk.t()))
        };
        ExpectationVerdict::ALL.into_iter().enumerate().map(option).collect()
    };
    let judge = move |at: String| {
        let chosen = at.parse::<usize>().ok().and_then(|at| ExpectationVerdict::ALL.get(at).copied());
        keep(&|draft| draft.verdict = chosen);
    };
    let wants_more = Memo::new(move |_| {
        matches!(verdict.get(), Some(ExpectationVerdict::InPart | ExpectationVerdict::Cannot))
    });
    let more = live(move || {
        wants_more.get().then(|| {
            view! {
                <div class="needs-two">
                    <TextField
                        label=label(|t| t.work().expectation_reason)
                        value=reason
                        on_commit=move |typed: String| keep(&|draft| draft.reason.clone_from(&typed))
                        error=told(|error| matches!(error, NeedsError::Reason(_)))
                        hint=label(|t| t.needs().reason_hint)
                        max=MAX_TEXT
                    />
                    <TextField
                        label=label(|t| t.work().expectation_alternative)
                        value=alternative
                        on_commit=move |typed: String| keep(&|draft| draft.alternative.clone_from(&typed))
                        error=told(|error| matches!(error, NeedsError::Alternative(_)))
                        hint=label(|t| t.needs().alternative_hint)
                        max=MAX_TEXT
                    />
                </div>
            }
        })
    });
    let way = move |way: Way, glyph: Glyph, name: fn(&'static Texts, &str) -> String| {
        let no_way = move || match way {
            Way::Up => place.get() == Some(0),
            Way::Down => last.get(),
            Way::Out => false,
        };
        let button = fresh_id("way");
        let press = {
            let button = button.clone();
            move |_| {
                go.run((s.with_value(|(_, id)| id.clone()), way));
                // A row that moves lets the cursor go.
                let button = button.clone();
                request_animation_frame(move || {
                    dom::focus(&button);
                });
            }
        };
        view! {
            <button
                id=button
                type="button"
                class="btn btn-icon"
                aria-label=move || text.with(|text| name(desk.t(), text))
                aria-disabled=move || no_way().to_string()
                on:click=press
            >
                <Icon glyph=glyph/>
            </button>
        }
        .into_any()
    };
    view! {
        <li class="expectation card">
            <span class="expectation-rank figure" aria-hidden="true">
                {move || place.get().map(|at| at + 1)}
            </span>
            <div class="expectation-body" role="group" aria-label=text>
                <TextField
                    label=label(|t| t.work().item_expectation)
                    value=text
                    on_commit=move |typed: String| keep(&|draft| draft.text.clone_from(&typed))
                    error=told(|error| matches!(error, NeedsError::Expectation(_)))
                    max=MAX_TEXT
                />
                <Choice
                    label=label(|t| t.work().expectation_verdict)
                    options=Signal::derive(verdicts)
                    value=Signal::derive(move || verdict.get().map(|at| (at as usize).to_string()).unwrap_or_default())
                    on_choose=judge
                />
                {more}
            </div>
            <div class="expectation-ways">
                {way(Way::Up, Glyph::Up, |t, what| t.needs().up(&what))}
                {way(Way::Down, Glyph::Down, |t, what| t.needs().down(&what))}
                {way(Way::Out, Glyph::Close, |t, what| t.needs().remove(&what))}
            </div>
        </li>
    }
    .into_any()
}
