use super::super::fold::NewForm;
use super::fill::{came_back, keep, usual_lang};
use crate::app::desk::use_desk;
use crate::domain::lang::Lang;
use crate::domain::survey::{Dimension, SurveyWay};
use crate::i18n::survey::dimension_spoken;
use crate::i18n::{Texts, texts};
use crate::ui::page::case::Shown;
use crate::ui::page::survey_fields::Filled;
use crate::ui::part::{Choice, ChoiceOption, Text, label, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// The call, step by step: what to say, in the customer's language, with the answers beside.
#[component]
pub(super) fn Phone(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let filled = Filled::begin(shown.id.as_str(), SurveyWay::Phone, usual_lang(desk));
    let follow_ups = Route::CasePart(shown.id.to_string(), Part::Care).href();
    let greeting = filled.say(move |t| {
        let shop = desk.shop().name().cloned().unwrap_or_default();
        let me = desk.me.get().map(|me| desk.staff_name(me.as_str())).unwrap_or_default();
        if me.is_empty() { t.survey().script_greet_shop(&shop) } else { t.survey().script_greet(&me, &shop) }
    });
    let questions = Dimension::ALL.map(|dimension| {
        let words = said_aloud(filled, move |t| dimension_spoken(t, dimension));
        view! { <div class="survey-step-question">{words} {filled.dimension(dimension)}</div> }
    });
    let langs = Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).to_vec();
    view! {
        <NewForm
            name=|t| t.survey().ask_phone
            save=|t| t.survey().keep
            on_save=move |_| keep(desk, &shown, filled, open)
            on_type=move |()| filled.wrong.set(None)
            open=open
        >
            {came_back(filled)}
            <Choice
                label=label(|t| t.survey().script_lang)
                options=Signal::stored(langs)
                value=Signal::derive(move || filled.lang.get().tag().to_owned())
                on_choose=move |tag: String| {
                    if let Some(lang) = Lang::from_tag(&tag) {
                        filled.lang.set(lang);
                    }
                }
            />
            <ol class="survey-steps">
                <li>
                    {title(|t| t.survey().script_greet_title)}
                    <p class="survey-say" lang=move || filled.lang.get().tag()>{greeting}</p>
                </li>
                <li>
                    {title(|t| t.survey().script_time_title)}
                    {said_aloud(filled, |t| t.survey().script_time)}
                    <p class="hint">
                        {said(|t| t.survey().script_time_no)}
                        " "
                        <a href=follow_ups>{said(|t| t.survey().script_follow_ups)}</a>
                    </p>
                </li>
                <li>
                    {title(|t| t.survey().script_questions_title)}
                    {said_aloud(filled, |t| t.survey().script_questions)}
                    {questions}
                    <div class="survey-say">{filled.overall()}</div>
                    <div class="survey-say">{filled.recommend()}</div>
                    <div class="survey-say">{filled.words()}</div>
                </li>
                <li>
                    {title(|t| t.survey().script_unhappy_title)}
                    <p>{said(|t| t.survey().script_unhappy)}</p>
                </li>
                <li>
                    {title(|t| t.survey().script_thanks_title)}
                    {said_aloud(filled, |t| t.survey().script_thanks)}
                </li>
            </ol>
        </NewForm>
    }
    .into_any()
}

fn title(name: Text) -> AnyView {
    view! { <h3>{said(name)}</h3> }.into_any()
}

/// What is said to the customer, in their language.
fn said_aloud(
    filled: Filled,
    words: impl Fn(&'static Texts) -> &'static str + Send + Sync + 'static,
) -> AnyView {
    let lang = filled.lang;
    view! {
        <p class="survey-say" lang=move || lang.get().tag()>{move || words(texts(lang.get()))}</p>
    }
    .into_any()
}
