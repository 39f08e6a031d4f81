use super::super::noted::facts;
use super::chart::chart;
use crate::app::command::see_answers;
use crate::app::desk::{Desk, use_desk};
use crate::app::intake::Begun;
use crate::domain::case::{Case, CaseEvent};
use crate::domain::id::CaseId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::survey::{SurveyAnswer, SurveyWay};
use crate::i18n::Named;
use crate::i18n::survey::low_words;
use crate::i18n::when::exact;
use crate::journal::{Held, Stamp};
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, TimeText, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// One answer: the marks with the gap drawn, the words, and what a low score leads to.
#[component]
pub(super) fn Answer(shown: Shown, stamp: Stamp) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let at = StoredValue::new(stamp);
    let held =
        Memo::new(move |_| s.with_value(|shown| shown.read(|case| at.with_value(|stamp| held(case, stamp)))));
    let looked_at = Memo::new(move |_| {
        s.with_value(|shown| shown.read(|case| at.with_value(|stamp| case.is_answer_looked_at(stamp))))
    });
    let head = live(move || {
        let held = held.get()?;
        let who = held.author.as_ref().map(|who| desk.staff_name(who.as_str())).unwrap_or_default();
        // On the screen nobody wrote it down: the customer did.
        let who = Some(who).filter(|who| !who.is_empty() && held.value.by != SurveyWay::Screen);
        let who = who.map(|who| format!("{who} · "));
        Some(view! {
            <p class="survey-head">
                <span class="tag">{held.value.by.name(desk.t())}</span>
                <span class="small muted">{who}<TimeText at=held.stamp.millis/></span>
            </p>
        })
    });
    let low = live(move || {
        let answer = held.get()?.value;
        answer.is_low().then(|| low(desk, s, at, &answer, looked_at.get()))
    });
    let body = live(move || {
        let (t, answer) = (desk.t(), held.get()?.value);
        let overall = answer.overall.map(|mark| t.survey().of_five(&mark.get()));
        let recommend = answer.recommend.map(|mark| t.survey().of_ten(&mark.get()));
        let rows = [
            (t.survey().overall, overall.unwrap_or_default()),
            (t.survey().recommend, recommend.unwrap_or_default()),
            (t.survey().words, answer.words.clone()),
        ];
        let rows = rows.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        Some(view! { {facts(rows)} {chart(t, &answer)} })
    });
    let name = move || {
        let when = at.with_value(|stamp| exact(desk.lang.get(), stamp.millis, zone_offset_minutes));
        desk.t().survey().answer_of(&when)
    };
    let paper = Route::VisitPaper(
        s.with_value(|shown| shown.id.to_string()),
        PaperKind::SatisfactionForm,
        at.with_value(Stamp::to_string),
    );
    view! {
        <li class="noted survey-answer" aria-label=name>
            {head} {low} {body}
            <div class="btn-row">
                <a class="btn btn-quiet" href=paper.href()>
                    <Icon glyph=Glyph::Print/>
                    {said(|t| t.survey().print_answer)}
                </a>
            </div>
        </li>
    }
    .into_any()
}

fn held(case: &Case, stamp: &Stamp) -> Option<Held<SurveyAnswer>> {
    let held = case.survey_answers().find(|held| held.stamp == *stamp)?;
    Some(Held { stamp: held.stamp, author: held.author, value: held.value.clone() })
}

/// What is low, and what can be done about it in one press.
fn low(
    desk: Desk,
    shown: StoredValue<Shown>,
    at: StoredValue<Stamp>,
    answer: &SurveyAnswer,
    looked_at: bool,
) -> AnyView {
    let t = desk.t();
    let words = t.survey().low_line(&low_words(t, answer));
    let led_to = shown.with_value(|shown| shown.read(|case| at.with_value(|stamp| led_to(case, stamp))));
    let link = led_to.map(|id| super::super::care::case_link(desk, &id));
    let ways = (!looked_at).then(|| {
        let begun = begun(desk, &shown.get_value(), answer);
        let improve = shown.with_value(|shown| {
            format!("#/improvements/new?case={}&from=survey&at={}", shown.id, at.with_value(Stamp::to_string))
        });
        let seen = move |_| {
            let shown = shown.get_value();
            desk.save(see_answers(&desk.pen(), &shown.id, &[at.get_value()]));
            desk.say(untrack(|| desk.t()).survey().low_noted, Some(shown.id));
        };
        view! {
            <a
                class="btn"
                href=Route::NewRequest.href()
                on:click=move |_| desk.for_request.set(Some(begun.clone()))
            >
                <Icon glyph=Glyph::Plus/>
                {t.survey().low_complaint}
            </a>
            <a class="btn" href=improve>{t.survey().low_improve}</a>
            <button type="button" class="btn btn-quiet" on:click=seen>{t.survey().low_seen}</button>
        }
    });
    let class = if looked_at { "survey-low" } else { "survey-low banner" };
    view! {
        <div class=class>
            <p><Icon glyph=Glyph::Warning/> <strong>{words}</strong></p>
            <div class="btn-row">{link} {ways}</div>
        </div>
    }
    .into_any()
}

/// The case that was opened after an answer.
fn led_to(case: &Case, since: &Stamp) -> Option<CaseId> {
    case.events.iter().filter(|held| held.stamp > *since).find_map(|held| match &held.value {
        CaseEvent::LedTo(id) => Some(id.clone()),
        _ => None,
    })
}

/// The next request is this customer's complaint, in their words.
fn begun(desk: Desk, shown: &Shown, answer: &SurveyAnswer) -> Begun {
    let (t, case) = (desk.t(), shown.case_untracked());
    let about = t.survey().complaint_about(&low_words(t, answer));
    let words = [answer.words.as_str(), &about].join("\n").trim().to_owned();
    let channel = if answer.by == SurveyWay::Phone { "1" } else { "0" }.to_owned();
    Begun { channel, ..Begun::complaint(&shown.id, &case, &words) }
}
