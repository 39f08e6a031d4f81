use super::super::fold::NewForm;
use super::super::typed::{pick, words};
use super::{keep, today};
use crate::app::command::{FollowUpError, note_call};
use crate::app::desk::use_desk;
use crate::domain::case::Channel;
use crate::domain::date::Date;
use crate::domain::follow_up::FollowUpCall;
use crate::domain::id::FollowUpId;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, TextField, label, live};
use leptos::prelude::*;

/// The ways in which customers are asked again, the most frequent first.
const WAYS: [Channel; 5] = [Channel::Phone, Channel::Chat, Channel::Sms, Channel::Email, Channel::OnSite];

/// What came of a follow-up.
#[component]
pub(super) fn CallForm(shown: Shown, id: FollowUpId, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let channel = RwSignal::new(Channel::Phone);
    let reached = RwSignal::new(true);
    let (text, problem) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let next = today().and_then(|today| today.plus_days(1));
    let next = RwSignal::new(next.map(|day| day.to_string()).unwrap_or_default());
    let wrong = RwSignal::new(None::<FollowUpError>);
    let save = move |_| {
        let there = reached.get_untracked();
        let call = FollowUpCall {
            follow_up: id.clone(),
            channel: channel.get_untracked(),
            reached: there,
            words: text.get_untracked(),
            // What is not shown was not meant.
            problem: if there { problem.get_untracked() } else { String::new() },
        };
        let again = next.with_untracked(|next| Date::parse(next));
        let made = today()
            .ok_or(FollowUpError::NextDay)
            .and_then(|today| note_call(&desk.pen(), &shown.id, &shown.case_untracked(), call, again, today));
        if keep(desk, &shown, made, wrong) {
            open.set(false);
        }
    };
    let ways = move || {
        let t = desk.t();
        vec![ChoiceOption::new("yes", t.care().reached_yes), ChoiceOption::new("no", t.care().reached_no)]
    };
    let rest = live(move || {
        let is_problem = |wrong: &FollowUpError| matches!(wrong, FollowUpError::Problem(_));
        if reached.get() {
            view! {
                {words(|t| t.care().problem, problem, told(desk, wrong, is_problem), 2)}
                <p class="hint">{move || desk.t().care().problem_hint}</p>
            }
            .into_any()
        } else {
            let is_day = |wrong: &FollowUpError| matches!(wrong, FollowUpError::NextDay);
            view! {
                <TextField
                    label=label(|t| t.care().next_day)
                    value=next
                    on_type=move |typed| next.set(typed)
                    error=told(desk, wrong, is_day)
                    kind="date"
                />
            }
            .into_any()
        }
    });
    let is_words =
        |wrong: &FollowUpError| matches!(wrong, FollowUpError::Words(_) | FollowUpError::NoSuchFollowUp);
    view! {
        <NewForm
            name=|t| t.care().note_call
            save=|t| t.care().call_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {pick(|t| t.care().channel, &WAYS, channel)}
            <Choice
                label=label(|t| t.care().reached)
                options=Signal::derive(ways)
                value=Signal::derive(move || if reached.get() { "yes" } else { "no" }.to_owned())
                on_choose=move |way: String| {
                    wrong.set(None);
                    reached.set(way == "yes");
                }
            />
            {words(|t| t.care().words, text, told(desk, wrong, is_words), 2)}
            {rest}
        </NewForm>
    }
    .into_any()
}
