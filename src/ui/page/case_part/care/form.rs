use super::super::fold::NewForm;
use super::super::typed::{fine, line};
use super::{keep, today};
use crate::app::command::{FollowUpError, put_follow_up};
use crate::app::desk::use_desk;
use crate::domain::date::Date;
use crate::domain::follow_up::FollowUp;
use crate::domain::id::{FollowUpId, StaffId};
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{StaffSelect, TextField, label};
use leptos::prelude::*;

/// A follow-up that is planned by hand.
#[component]
pub(super) fn NewFollowUp(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let due = RwSignal::new(String::new());
    let about = RwSignal::new(untrack(|| desk.t()).care().about_usual.to_owned());
    let who = shown.case_untracked().assignee().map(ToString::to_string).unwrap_or_default();
    let who = RwSignal::new(who);
    let wrong = RwSignal::new(None::<FollowUpError>);
    let save = move |_| {
        let day = due.with_untracked(|due| Date::parse(due));
        let day = day.filter(|day| today().is_none_or(|today| *day >= today));
        let made = day.ok_or(FollowUpError::NextDay).and_then(|due| {
            let follow_up = FollowUp {
                rank: 0,
                due,
                about: about.get_untracked(),
                who: StaffId::parse(&who.get_untracked()),
            };
            let id = FollowUpId::from_random(random::bits());
            put_follow_up(&desk.pen(), &shown.id, &shown.case_untracked(), &id, follow_up)
        });
        if keep(desk, &shown, made, wrong) {
            open.set(false);
        }
    };
    view! {
        <NewForm
            name=|t| t.care().add
            save=|t| t.care().save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            <div class="form-grid">
                <TextField
                    label=label(|t| t.care().due)
                    value=due
                    on_type=move |typed| due.set(typed)
                    error=told(desk, wrong, |_| true)
                    kind="date"
                />
                <StaffSelect label=label(|t| t.care().who) value=who/>
            </div>
            {line(|t| t.care().about, about, fine())}
        </NewForm>
    }
    .into_any()
}
