//! What was told to the customer and what they said to it, each time.

use super::super::fold::NewForm;
use super::super::log::LogKind;
use super::super::moment::{Moment, MomentFields, now};
use super::super::noted::Noted;
use super::super::typed::{pick, words};
use crate::app::command::{ComplaintError, acknowledge_complaint, answer_complaint, judge_complaint};
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Channel;
use crate::domain::complaint::{ComplaintAcknowledged, ComplaintAnswered, ComplaintJudged, ComplaintVerdict};
use crate::domain::local_time::LocalTime;
use crate::domain::record::Records;
use crate::i18n::{Named, Texts, when};
use crate::journal::Held;
use crate::ui::field_error::{Told, told};
use crate::ui::page::case::Shown;
use crate::ui::part::live;
use leptos::prelude::*;

/// That the customer knows that it is looked into.
pub(super) const ACKNOWLEDGED: LogKind = LogKind {
    title: |t| t.complaint().ack_title,
    about: |t| t.complaint().ack_none,
    add: |t| t.complaint().ack_add,
    rows: |desk, case, _| {
        let row = |held: Held<&ComplaintAcknowledged>| {
            let at = when::local_in_words(desk.lang.get(), held.value.at);
            Noted::new(&held, desk.t().complaint().ack_row(&at))
                .tagged("tag", held.value.channel.name(desk.t()))
                .and(desk.t().complaint().ack_words, &held.value.words)
                .row(desk)
        };
        case.complaints_acknowledged().rev().map(row).collect()
    },
    used: |case| case.complaints_acknowledged().next().is_some(),
    form: |shown, _, open| acknowledge(shown, open),
};

/// That the reply reached the customer.
pub(super) const ANSWERED: LogKind = LogKind {
    title: |t| t.complaint().answered_title,
    about: |t| t.complaint().answered_none,
    add: |t| t.complaint().answered_add,
    rows: |desk, case, _| {
        let row = |held: Held<&ComplaintAnswered>| {
            let at = when::local_in_words(desk.lang.get(), held.value.at);
            Noted::new(&held, desk.t().complaint().answered_row(&at))
                .tagged("tag", held.value.channel.name(desk.t()))
                .row(desk)
        };
        case.complaints_answered().rev().map(row).collect()
    },
    used: |case| case.complaints_answered().next().is_some(),
    form: |shown, _, open| answer(shown, open),
};

/// What the customer says of how it was handled.
pub(super) const JUDGED: LogKind = LogKind {
    title: |t| t.complaint().judged_title,
    about: |t| t.complaint().judged_none,
    add: |t| t.complaint().judged_add,
    rows: |desk, case, _| {
        let row = |held: Held<&ComplaintJudged>| {
            let class = match held.value.verdict {
                ComplaintVerdict::Content => "tag tag-good",
                ComplaintVerdict::Partly => "tag",
                ComplaintVerdict::NotContent => "tag tag-accent",
            };
            Noted::new(&held, &held.value.words).tagged(class, held.value.verdict.name(desk.t())).row(desk)
        };
        case.complaints_judged().rev().map(row).collect()
    },
    used: |case| case.complaints_judged().next().is_some(),
    form: |shown, _, open| judge(shown, open),
};

/// What may be wrong with a form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// What the command says.
    Complaint(ComplaintError),
    /// There is no such time.
    Moment,
}

impl From<ComplaintError> for Wrong {
    fn from(error: ComplaintError) -> Self {
        Self::Complaint(error)
    }
}

impl Wrong {
    fn is_words(&self) -> bool {
        matches!(self, Self::Complaint(ComplaintError::Words(_)))
    }

    pub(super) fn is_moment(&self) -> bool {
        !self.is_words()
    }
}

impl Told for Wrong {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Complaint(error) => error.tell(t),
            Self::Moment => t.complaint().error_moment.to_owned(),
        }
    }
}

/// Keeps what a form made, says so with a way back, and closes the form; or tells what is wrong.
pub(super) fn keep(
    desk: Desk,
    shown: &Shown,
    made: Result<Records, Wrong>,
    wrong: RwSignal<Option<Wrong>>,
    open: RwSignal<bool>,
) {
    match made {
        Ok(records) => {
            desk.save(records);
            desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
            open.set(false);
        }
        Err(error) => wrong.set(Some(error)),
    }
}

/// The time that was typed, and now.
pub(super) fn times(at: Moment) -> Result<(LocalTime, LocalTime), Wrong> {
    at.read().zip(now()).ok_or(Wrong::Moment)
}

/// How the customer heard of it, and when.
pub(super) fn how_and_when(
    desk: Desk,
    channel: RwSignal<Channel>,
    at: Moment,
    wrong: RwSignal<Option<Wrong>>,
) -> AnyView {
    view! {
        {pick(|t| t.complaint().channel, &Channel::ALL, channel)}
        <div class="form-grid">
            <MomentFields
                at=at
                date=|t| t.complaint().date
                time=|t| t.complaint().time
                error=told(desk, wrong, Wrong::is_moment)
            />
        </div>
    }
    .into_any()
}

fn acknowledge(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let (at, channel) = (Moment::new(now()), RwSignal::new(Channel::Phone));
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let made = times(at).and_then(|(at, now)| {
            let told =
                ComplaintAcknowledged { channel: channel.get_untracked(), at, words: text.get_untracked() };
            Ok(acknowledge_complaint(&desk.pen(), &shown.id, &shown.case_untracked(), told, now)?)
        });
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.complaint().ack_add
            save=|t| t.complaint().save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {how_and_when(desk, channel, at, wrong)}
            {words(|t| t.complaint().ack_words, text, told(desk, wrong, Wrong::is_words), 2)}
        </NewForm>
    }
    .into_any()
}

fn answer(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let (at, channel) = (Moment::new(now()), RwSignal::new(Channel::WalkIn));
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let made = times(at).and_then(|(at, now)| {
            let answered = ComplaintAnswered { channel: channel.get_untracked(), at };
            Ok(answer_complaint(&desk.pen(), &shown.id, &shown.case_untracked(), answered, now)?)
        });
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.complaint().answered_add
            save=|t| t.complaint().save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {how_and_when(desk, channel, at, wrong)}
        </NewForm>
    }
    .into_any()
}

fn judge(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let verdict = RwSignal::new(ComplaintVerdict::Content);
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let judged = ComplaintJudged { verdict: verdict.get_untracked(), words: text.get_untracked() };
        let made = judge_complaint(&desk.pen(), &shown.id, judged).map_err(Wrong::Complaint);
        keep(desk, &shown, made, wrong, open);
    };
    let way_on = live(move || {
        (verdict.get() != ComplaintVerdict::Content)
            .then(|| view! { <p class="complaint-advice">{move || desk.t().complaint().judged_way_on}</p> })
    });
    view! {
        <NewForm
            name=|t| t.complaint().judged_add
            save=|t| t.complaint().save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {pick(|t| t.complaint().judged_verdict, &ComplaintVerdict::ALL, verdict)}
            <div aria-live="polite">{way_on}</div>
            {words(|t| t.complaint().judged_words, text, told(desk, wrong, Wrong::is_words), 2)}
        </NewForm>
    }
    .into_any()
}
