use super::super::fold::NewForm;
use crate::app::command::answer_survey;
use crate::app::desk::{Desk, use_desk};
use crate::domain::lang::Lang;
use crate::domain::survey::{Dimension, SurveyWay};
use crate::ui::page::case::Shown;
use crate::ui::page::survey_fields::Filled;
use crate::ui::part::said;
use leptos::prelude::*;

/// A form that came back on paper, typed in.
#[component]
pub(super) fn Fill(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let filled = Filled::begin(shown.id.as_str(), SurveyWay::Form, desk.lang.get_untracked());
    Effect::new(move |_| filled.lang.set(desk.lang.get()));
    let fields = Dimension::ALL.map(|dimension| filled.explained(dimension));
    view! {
        <NewForm
            name=|t| t.survey().ask_form
            save=|t| t.survey().keep
            on_save=move |_| keep(desk, &shown, filled, open)
            on_type=move |()| filled.wrong.set(None)
            open=open
        >
            {came_back(filled)}
            <p class="hint">{said(|t| t.survey().scale)} " · " {said(|t| t.survey().take_back)}</p>
            {fields}
            {filled.overall()}
            {filled.recommend()}
            {filled.words()}
        </NewForm>
    }
    .into_any()
}

/// Says that what was typed earlier is back.
pub(super) fn came_back(filled: Filled) -> Option<AnyView> {
    let words = || view! { <p class="muted" role="status">{said(|t| t.survey().draft_back)}</p> };
    filled.back.then(|| words().into_any())
}

/// Keeps the answers, with a way back; or tells what is wrong.
pub(super) fn keep(desk: Desk, shown: &Shown, filled: Filled, open: RwSignal<bool>) {
    match answer_survey(&desk.pen(), &shown.id, filled.answer.get_untracked()) {
        Ok(records) => {
            desk.save(records);
            desk.say(untrack(|| desk.t()).survey().kept, Some(shown.id.clone()));
            filled.finish();
            open.set(false);
        }
        Err(error) => filled.wrong.set(Some(error)),
    }
}

/// The language that customers of the shop are mostly asked in.
pub(super) fn usual_lang(desk: Desk) -> Lang {
    untrack(|| desk.shop()).language().copied().unwrap_or_else(|| desk.lang.get_untracked())
}
