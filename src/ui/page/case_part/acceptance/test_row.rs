use super::remover;
use crate::app::command::put_test;
use crate::app::desk::use_desk;
use crate::domain::acceptance::{Test, TestResult};
use crate::domain::case::CaseItemKey;
use crate::domain::id::TestId;
use crate::i18n::Named;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, live};
use leptos::prelude::*;

/// A test, and how it ended. What ended in an earlier round is no longer changed.
#[component]
pub(super) fn TestRow(shown: Shown, id: TestId) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let key = CaseItemKey::Test(id.clone());
    let wanted = id.clone();
    let found = Memo::new(move |_| {
        let case = s.with_value(Shown::case);
        let tests = case.tests();
        let last = tests.iter().map(|(_, test)| test.round).max().unwrap_or(1);
        let test = tests.into_iter().find(|(each, _)| **each == wanted);
        test.map(|(_, test)| (test.clone(), test.round < last && test.result.is_some()))
    });
    let test = move || found.get().map(|(test, _)| test);
    let over = Memo::new(move |_| found.get().is_some_and(|(_, over)| over));
    let what = Signal::derive(move || test().map(|test| test.what).unwrap_or_default());
    let place = move || {
        let result = test().and_then(|test| test.result);
        TestResult::ALL
            .iter()
            .position(|each| Some(*each) == result)
            .map(|at| at.to_string())
            .unwrap_or_default()
    };
    let results = move || {
        let t = desk.t();
        let each = |(at, result): (usize, &TestResult)| ChoiceOption::new(at.to_string(), result.name(t));
        TestResult::ALL.iter().enumerate().map(each).collect::<Vec<_>>()
    };
    let choose = Callback::new(move |at: String| {
        let result = at.parse().ok().and_then(|at: usize| TestResult::ALL.get(at).copied());
        let Some((before, _)) = found.get_untracked() else { return };
        let shown = s.get_value();
        let test = Test { result, ..before };
        if let Ok(records) = put_test(&desk.pen(), &shown.id, &shown.case_untracked(), &id, test) {
            desk.save(records);
        }
    });
    let result = live(move || {
        if over.get() {
            let t = desk.t();
            let result = test().and_then(|test| test.result);
            let class = match result {
                Some(TestResult::Pass) => "tag tag-good",
                Some(TestResult::Fail) => "tag tag-warn",
                None => "tag",
            };
            return view! { <span class=class>{result.map_or(t.acceptance().test_open, |result| result.name(t))}</span> }
                .into_any();
        }
        let remove = remover(desk, s.get_value(), key.clone(), what);
        view! {
            <Choice
                label=Signal::derive(move || desk.t().acceptance().test_result_of(&what.get()))
                quiet=true
                options=Signal::derive(results)
                value=Signal::derive(place)
                on_choose=choose
            />
            {remove}
        }
        .into_any()
    });
    let about = move || {
        let (test, t) = (test()?, desk.t());
        let expected = test.expected;
        let expected = (!expected.is_empty())
            .then(|| view! { <p class="small muted">{t.work().test_expected} " · " {expected}</p> });
        Some(view! {
            <div class="test-what">
                <p class="noted-words"><span class="tag">{test.kind.name(t)}</span> {test.what}</p>
                {expected}
            </div>
        })
    };
    view! { <li class="noted noted-line">{about} {result}</li> }.into_any()
}
