use super::Clocks;
use super::row::kept_by;
use crate::app::command::{PromiseError, keep_promise};
use crate::app::desk::Desk;
use crate::domain::case::Channel;
use crate::domain::local_time::LocalTime;
use crate::domain::promise::{Judged, PromiseKept};
use crate::i18n::Texts;
use crate::platform::clock::now_ms;
use crate::ui::field_error::Told;
use crate::ui::page::case_part::typed::{pick, words};
use crate::ui::part::{Button, TextField, label, said};
use leptos::prelude::*;

/// The ways in which customers are told something, the most frequent first.
const WAYS: [Channel; 7] = [
    Channel::Phone,
    Channel::Chat,
    Channel::Sms,
    Channel::OnSite,
    Channel::WalkIn,
    Channel::Email,
    Channel::Social,
];

/// What keeps it from being written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    /// No date, or no time.
    Unread,
    /// What the rules say.
    Promise(PromiseError),
}

pub(super) fn title(desk: Desk, judged: &Judged) -> String {
    desk.t().promise().keep_title(&kept_by(desk.t(), judged.kind))
}

/// How, when and with which words a promise was kept.
pub(super) fn form(clocks: Clocks) -> AnyView {
    let desk = clocks.desk;
    let Some(judged) = untrack(|| clocks.asked()) else { return ().into_any() };
    let begun = untrack(|| local_now(desk));
    let date = RwSignal::new(begun.map(|at| at.date().to_string()).unwrap_or_default());
    let time = RwSignal::new(begun.map(LocalTime::time).unwrap_or_default());
    let channel = RwSignal::new(Channel::Phone);
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = date.with_untracked(|date| time.with_untracked(|time| LocalTime::typed(date, time)));
        let Some(typed) = typed else {
            wrong.set(Some(Wrong::Unread));
            return;
        };
        // Who changed nothing means now.
        let at = (Some(typed) != begun).then(|| untrack(|| desk.zone()).moment(typed));
        let shown = clocks.shown.get_value();
        let kept = PromiseKept {
            promise: judged.kind,
            at,
            channel: Some(channel.get_untracked()),
            words: text.get_untracked(),
        };
        match keep_promise(&desk.pen(), &shown.id, &shown.case_untracked(), kept) {
            Ok(records) => {
                desk.save(records);
                let t = untrack(|| desk.t());
                desk.say(t.promise().kept_noted(&kept_by(t, judged.kind)), Some(shown.id));
                clocks.keep.set(false);
            }
            Err(error) => wrong.set(Some(Wrong::Promise(error))),
        }
    };
    let time_wrong = Signal::derive(move || time_error(desk.t(), wrong.get()?));
    let words_wrong = Signal::derive(move || match wrong.get()? {
        Wrong::Promise(PromiseError::Words(error)) => Some(error.tell(desk.t())),
        _ => None,
    });
    view! {
        <form class="care-fields" novalidate on:submit=save on:input=move |_| wrong.set(None)>
            {pick(|t| t.promise().how, &WAYS, channel)}
            <div class="form-grid">
                <TextField
                    label=label(|t| t.promise().date)
                    value=date
                    on_type=move |typed| date.set(typed)
                    error=time_wrong
                    kind="date"
                />
                <TextField
                    label=label(|t| t.promise().time)
                    value=time
                    on_type=move |typed| time.set(typed)
                    kind="time"
                />
            </div>
            {words(|t| t.promise().words, text, words_wrong, 2)}
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.promise().save)}</button>
                <Button
                    label=|t| t.common().cancel
                    class="btn btn-quiet"
                    on_press=move |()| clocks.keep.set(false)
                />
            </div>
        </form>
    }
    .into_any()
}

/// Now, by the shop's clock.
fn local_now(desk: Desk) -> Option<LocalTime> {
    desk.zone().local(crate::domain::calendar::Moment::of_millis(now_ms()))
}

fn time_error(t: &'static Texts, wrong: Wrong) -> Option<String> {
    let p = t.promise();
    Some(match wrong {
        Wrong::Unread => p.error_time.to_owned(),
        Wrong::Promise(PromiseError::BeforeRequest) => p.error_before.to_owned(),
        Wrong::Promise(PromiseError::Ahead) => p.error_ahead.to_owned(),
        Wrong::Promise(PromiseError::Words(_)) => return None,
    })
}
