use super::Shown;
use crate::app::command::{ReviewError, review_stage, submit_stage};
use crate::app::desk::use_desk;
use crate::domain::id::StaffId;
use crate::domain::process::Stage;
use crate::domain::review::{Review, ReviewState, ReviewVerdict, review_of};
use crate::i18n::Texts;
use crate::ui::field_error::Told;
use crate::ui::page::settings::MeChoice;
use crate::ui::part::{Button, Glyph, Icon, Text, TextArea, label, live, said};
use leptos::prelude::*;

/// How far a review is, on its own.
#[derive(Clone, PartialEq)]
enum State {
    NotSubmitted,
    Waiting(Option<StaffId>),
    Approved(StaffId),
    ChangesWanted(StaffId, String),
}

impl State {
    fn of(shown: &Shown, stage: &Stage) -> Self {
        match review_of(&shown.case(), &stage.id) {
            ReviewState::NotSubmitted => Self::NotSubmitted,
            ReviewState::Waiting { by } => Self::Waiting(by.cloned()),
            ReviewState::Approved { by } => Self::Approved(by.clone()),
            ReviewState::ChangesWanted { by, words } => Self::ChangesWanted(by.clone(), words.to_owned()),
        }
    }
}

/// The control loop of a stage: one submits its result, somebody else reviews it.
#[component]
pub(super) fn ReviewPart(
    /// The case.
    shown: Shown,
    /// The stage, which needs a review.
    stage: &'static Stage,
    /// Whether something can be done: the case is open and stands in this stage.
    at_work: Memo<bool>,
    /// Whether its required tasks are done, so that the review is next.
    is_next: Memo<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let state = Memo::new(move |_| s.with_value(|shown| State::of(shown, stage)));
    let wrong = RwSignal::new(None::<ReviewError>);
    let words = RwSignal::new(String::new());
    let main = Signal::derive(move || if is_next.get() { "btn btn-primary" } else { "btn" });
    let submit = move |()| {
        let (shown, pen) = (s.get_value(), desk.pen());
        match submit_stage(&pen, &shown.id, &shown.case_untracked(), &stage.id) {
            Ok(records) => {
                desk.save(records);
                desk.say(untrack(|| desk.t()).review().done_submitted(&stage.name), Some(shown.id));
                wrong.set(None);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let review = move |verdict: ReviewVerdict| {
        let (shown, pen) = (s.get_value(), desk.pen());
        let review = Review { stage: stage.id.clone(), verdict, words: words.get_untracked() };
        match review_stage(&pen, &shown.id, &shown.case_untracked(), review) {
            Ok(records) => {
                desk.save(records);
                desk.say(done_words(untrack(|| desk.t()), verdict, stage), Some(shown.id));
                wrong.set(None);
                words.set(String::new());
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let told = move |of_words: bool| {
        Signal::derive(move || {
            let error = wrong.get().filter(|error| matches!(error, ReviewError::Words(_)) == of_words);
            error.map(|error| error.tell(desk.t()))
        })
    };
    let submitting = move |name: Text| {
        // Whoever chooses here who they are keeps the cursor: the choice stays in sight.
        let chooses = desk.me.get_untracked().is_none().then(|| view! { <MeChoice/> });
        let known = Memo::new(move |_| desk.me.with(Option::is_some));
        let way = live(move || match known.get() {
            true => view! { <Button label=name class=main.get() on_press=submit/> }.into_any(),
            false => view! { <p>{said(|t| t.review().nobody)}</p> }.into_any(),
        });
        view! { {chooses} {way} }.into_any()
    };
    let reviewing = move || {
        view! {
            <TextArea
                label=label(|t| t.review().words)
                value=words
                on_type=move |typed: String| words.set(typed)
                error=told(true)
                hint=label(|t| t.review().words_hint)
                rows=2
            />
            <div class="btn-row review-ways">
                <Button
                    label=|t| t.review().approve
                    glyph=Glyph::Check
                    class=main.get_untracked()
                    on_press=move |()| review(ReviewVerdict::Approved)
                />
                <Button label=|t| t.review().want on_press=move |()| review(ReviewVerdict::ChangesWanted)/>
            </div>
        }
        .into_any()
    };
    let name = move |id: &StaffId| desk.staff_name(id.as_str());
    let line = live(move || {
        let t = desk.t();
        match state.get() {
            State::NotSubmitted => view! { <p>{t.review().needed}</p> }.into_any(),
            State::Waiting(by) => {
                let by = by.as_ref().map_or_else(|| t.story().somebody.to_owned(), name);
                view! { <p>{t.review().waiting(&by)}</p> }.into_any()
            }
            State::Approved(by) => view! {
                <p class="approved"><Icon glyph=Glyph::Check/>{t.review().approved(&name(&by))}</p>
            }
            .into_any(),
            State::ChangesWanted(by, words) => view! {
                <p class="changes-wanted"><Icon glyph=Glyph::Warning/>{t.review().changes(&name(&by))}</p>
                <p class="line-detail">{words}</p>
            }
            .into_any(),
        }
    });
    let ways = live(move || {
        if !at_work.get() {
            return ().into_any();
        }
        match state.get() {
            State::NotSubmitted => submitting(|t| t.review().submit),
            State::ChangesWanted(..) => submitting(|t| t.review().again),
            State::Waiting(by) => {
                let blocked = Memo::new(move |_| match desk.me.get() {
                    None => Some(ReviewError::Nobody),
                    me => (me == by).then_some(ReviewError::OwnWork),
                });
                let why = live(move || blocked.get().map(|why| view! { <p>{why.tell(desk.t())}</p> }));
                let form = live(move || blocked.get().is_none().then(reviewing));
                // Who is here stays in sight: a review bears their name.
                view! {
                    {why}
                    <MeChoice/>
                    {form}
                }
                .into_any()
            }
            State::Approved(_) => ().into_any(),
        }
    });
    let other_error = told(false);
    let alert = live(move || {
        other_error.get().map(|error| view! { <p class="field-error" role="alert">{error}</p> })
    });
    view! {
        <section class="review section" aria-label=label(|t| t.review().title)>
            <h3>{said(|t| t.review().title)}</h3>
            {line}
            {ways}
            {alert}
        </section>
    }
    .into_any()
}

fn done_words(t: &'static Texts, verdict: ReviewVerdict, stage: &Stage) -> String {
    match verdict {
        ReviewVerdict::Approved => t.review().done_approved(&stage.name),
        ReviewVerdict::ChangesWanted => t.review().done_changes(&stage.name),
    }
}
