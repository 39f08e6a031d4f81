use super::check::effect_class;
use super::doing::{Doing, Wrong};
use crate::app::command::{close_improvement, go_round_again};
use crate::domain::improvement::{Course, Effect, Improvement, ImprovementState};
use crate::i18n::Named;
use crate::i18n::improvement::figure_words;
use crate::ui::field_error::told;
use crate::ui::page::case_part::typed::words;
use crate::ui::part::{Button, Glyph, Icon, TimeText, live, said};
use leptos::prelude::*;

/// What becomes of it: the standard, another round, or nothing more.
#[component]
pub(super) fn Act(doing: Doing) -> impl IntoView {
    let state = Memo::new(move |_| doing.state());
    live(move || match state.get() {
        ImprovementState::Act => view! { <Decide doing=doing/> }.into_any(),
        ImprovementState::Closed => {
            let Some(act) = doing.read(Improvement::act) else { return ().into_any() };
            let class = if act.course == Course::Keep { "tag tag-good" } else { "tag" };
            view! {
                <p><span class=class><Icon glyph=Glyph::Check/>{act.course.name(doing.desk.t())}</span></p>
                <p class="improvement-words">{act.words}</p>
            }
            .into_any()
        }
        _ => view! { <p class="muted">{said(|t| t.improvement().act_later)}</p> }.into_any(),
    })
}

/// The way that the effect suggests stands first.
#[component]
fn Decide(doing: Doing) -> impl IntoView {
    let said_words = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let close = move |course: Course| {
        let words = said_words.get_untracked();
        wrong.set(doing.keep(|pen, id, now, _| close_improvement(pen, id, now, course, &words)).err());
    };
    let again = move |()| {
        let words = said_words.get_untracked();
        wrong.set(doing.keep(|pen, id, now, _| go_round_again(pen, id, now, &words)).err());
    };
    let helped = untrack(|| doing.read(Improvement::verdict)) == Some(Effect::Reached);
    let class = |first: bool| if first { "btn btn-primary" } else { "btn" };
    view! {
        <div on:input=move |_| wrong.set(None)>
            {words(|t| t.improvement().act_words, said_words, told(doing.desk, wrong, |_| true), 2)}
        </div>
        <p class="hint">{said(|t| t.improvement().act_hint)}</p>
        <div class="btn-row">
            <Button
                label=|t| t.improvement().keep
                class=class(helped)
                on_press=move |()| close(Course::Keep)
            />
            <Button label=|t| t.improvement().again class=class(!helped) on_press=again/>
            <Button
                label=|t| t.improvement().stop
                class="btn btn-quiet"
                on_press=move |()| close(Course::Stop)
            />
        </div>
    }
    .into_any()
}

/// The rounds that are over.
#[component]
pub(super) fn Rounds(doing: Doing) -> impl IntoView {
    live(move || {
        let t = doing.desk.t();
        let rounds: Vec<_> = doing.read(|now| {
            let measure = now.measure();
            let round =
                |(number, held): (usize, crate::journal::Held<&crate::domain::improvement::Round>)| {
                    let say = |figure| figure_words(measure, figure);
                    let round = held.value;
                    let figures =
                        t.improvement().figures(&say(round.before), &say(round.after), &say(round.goal));
                    view! {
                        <li class="noted">
                            <p class="noted-words">
                                <strong>{t.improvement().round(&number)}</strong>
                                " "
                                <span class=effect_class(round.effect)>{round.effect.name(t)}</span>
                            </p>
                            <p class="figure">{figures}</p>
                            <p class="improvement-words">{round.words.clone()}</p>
                            <p class="small muted"><TimeText at=held.stamp.millis/></p>
                        </li>
                    }
                };
            (1..).zip(now.rounds()).map(round).collect()
        });
        (!rounds.is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2><Icon glyph=Glyph::Process/>{t.improvement().rounds_title}</h2>
                    <ul class="noted-list card">{rounds}</ul>
                </section>
            }
        })
    })
}
