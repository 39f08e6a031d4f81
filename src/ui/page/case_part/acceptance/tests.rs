use super::super::fold::{Fold, NewForm};
use super::super::typed::{line, pick};
use super::keep;
use super::test_row::TestRow;
use crate::app::command::{AcceptanceError, put_test, repeat_failed_tests};
use crate::app::desk::use_desk;
use crate::domain::acceptance::{Test, TestKind};
use crate::domain::id::TestId;
use crate::domain::text::MAX_TEXT;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, TextField, label, live};
use leptos::prelude::*;

/// The tests of the result, round by round.
#[component]
pub(super) fn Tests(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        case.tests().into_iter().map(|(id, test)| (test.round, id.clone())).collect::<Vec<_>>()
    });
    let rounds = Memo::new(move |_| {
        let mut rounds: Vec<u32> = ids.with(|ids| ids.iter().map(|(round, _)| *round).collect());
        rounds.sort_unstable();
        rounds.dedup();
        rounds
    });
    let list = live(move || {
        let rounds = rounds.get();
        let several = rounds.len() > 1;
        let round = |round: u32| {
            let heading = several.then(|| {
                view! { <h3>{move || desk.t().acceptance().test_round(&round)}</h3> }
            });
            let here = move || {
                let ids = ids.get().into_iter();
                ids.filter(|(of, _)| *of == round).map(|(_, id)| id).collect::<Vec<_>>()
            };
            view! {
                {heading}
                <ul class="noted-list card">
                    <For
                        each=here
                        key=|id| id.clone()
                        children=move |id| view! { <TestRow shown=s.get_value() id=id/> }
                    />
                </ul>
            }
            .into_any()
        };
        rounds.into_iter().map(round).collect::<Vec<_>>()
    });
    let failed = Memo::new(move |_| !s.with_value(Shown::case).failed_tests().is_empty());
    let repeat = live(move || {
        let again = move |()| {
            let shown = s.get_value();
            let new_id = || TestId::from_random(random::bits());
            desk.save(repeat_failed_tests(&desk.pen(), &shown.id, &shown.case_untracked(), new_id));
            desk.say(untrack(|| desk.t()).job().noted, Some(shown.id));
        };
        failed.get().then(|| {
            view! {
                <div class="btn-row">
                    <Button label=|t| t.acceptance().test_repeat glyph=Glyph::Undo on_press=again/>
                </div>
            }
        })
    });
    view! {
        <Fold
            title=|t| t.acceptance().test_title
            about=|t| t.acceptance().test_about
            add=|t| t.acceptance().test_add
            used=Signal::derive(move || ids.with(|ids| !ids.is_empty()))
            open=open
            form=move |()| view! { <TestForm shown=s.get_value() open=open/> }.into_any()
        >
            {list}
            {repeat}
        </Fold>
    }
    .into_any()
}

/// One after the other is written down: the form stays open.
#[component]
fn TestForm(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let kind = RwSignal::new(TestKind::Function);
    let [what, expected] = [(); 2].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<AcceptanceError>);
    let save = move |_| {
        let case = shown.case_untracked();
        let test = Test {
            rank: 0,
            kind: kind.get_untracked(),
            what: what.get_untracked(),
            expected: expected.get_untracked(),
            result: None,
            round: case.tests().iter().map(|(_, test)| test.round).max().unwrap_or(1),
        };
        let made = put_test(&desk.pen(), &shown.id, &case, &TestId::from_random(random::bits()), test);
        if keep(desk, &shown, made, wrong) {
            what.set(String::new());
            expected.set(String::new());
        }
    };
    let is_what = |wrong: &AcceptanceError| !matches!(wrong, AcceptanceError::Expected(_));
    view! {
        <NewForm
            name=|t| t.acceptance().test_title
            save=|t| t.acceptance().add
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {pick(|t| t.work().test_kind, &TestKind::ALL, kind)}
            <div class="form-grid">
                {line(|t| t.acceptance().test_what, what, told(desk, wrong, is_what))}
                <TextField
                    label=label(|t| t.work().test_expected)
                    value=expected
                    on_type=move |typed| expected.set(typed)
                    error=told(desk, wrong, |wrong| matches!(wrong, AcceptanceError::Expected(_)))
                    max=MAX_TEXT
                />
            </div>
        </NewForm>
    }
    .into_any()
}
