use super::doing::{Doing, Wrong};
use super::kept::{day, figure};
use crate::app::command::judge_improvement;
use crate::domain::improvement::{self, Improvement, ImprovementField};
use crate::i18n::Named;
use crate::i18n::improvement::figures_words;
use crate::ui::field_error::Told;
use crate::ui::page::case_part::typed::pick;
use crate::ui::part::{Button, Glyph, Icon, live, said};
use leptos::prelude::*;

/// Whether it helped: the figure after, beside the one before.
#[component]
pub(super) fn Check(doing: Doing) -> impl IntoView {
    let done = Memo::new(move |_| doing.read(|now| now.done().is_some()));
    live(move || {
        if !done.get() {
            return view! { <p class="muted">{said(|t| t.improvement().check_later)}</p> }.into_any();
        }
        view! {
            <div class="form-grid">
                {day(doing, |t| t.improvement().check, Improvement::check, ImprovementField::Check)}
                {figure(doing, |t| t.improvement().after, Improvement::after, ImprovementField::After)}
            </div>
            {early(doing)}
            {figures(doing)}
            <Judge doing=doing/>
        }
        .into_any()
    })
}

/// A word of caution before the day of the check.
fn early(doing: Doing) -> AnyView {
    let early = Memo::new(move |_| {
        let waits = doing.read(|now| now.verdict().is_none().then(|| now.check()).flatten());
        waits.zip(doing.today()).is_some_and(|(check, today)| today < check)
    });
    live(move || early.get().then(|| view! { <p class="hint">{said(|t| t.improvement().check_early)}</p> }))
        .into_any()
}

/// The three figures, and what they say.
fn figures(doing: Doing) -> AnyView {
    live(move || {
        let t = doing.desk.t();
        let (words, effect) = doing.read(|now| Some((figures_words(t, now)?, now.figures_say()?)))?;
        Some(view! {
            <p class="improvement-figures">
                <strong class="figure">{words}</strong>
                <span class="muted">{t.improvement().figures_say(&effect.name(t))}</span>
            </p>
        })
    })
    .into_any()
}

/// The verdict: what the figures say is offered, a person decides.
#[component]
fn Judge(doing: Doing) -> impl IntoView {
    let verdict = Memo::new(move |_| doing.read(Improvement::verdict));
    let say = Memo::new(move |_| doing.read(Improvement::figures_say));
    let wrong = RwSignal::new(None::<Wrong>);
    let chosen = RwSignal::new(improvement::Effect::Reached);
    Effect::new(move |_| {
        if let Some(effect) = say.get() {
            chosen.set(effect);
        }
    });
    let judge = move |()| {
        let effect = chosen.get_untracked();
        wrong.set(doing.keep(|pen, id, now, _| judge_improvement(pen, id, now, effect)).err());
    };
    let told_wrong = live(move || {
        wrong.get().map(|wrong| {
            view! { <p class="field-error" role="alert">{move || wrong.tell(doing.desk.t())}</p> }
        })
    });
    let some = Memo::new(move |_| say.with(Option::is_some));
    live(move || match verdict.get() {
        Some(effect) => {
            let class = effect_class(effect);
            view! {
                <p><span class=class><Icon glyph=Glyph::Check/>{effect.name(doing.desk.t())}</span></p>
            }
            .into_any()
        }
        None if !some.get() => ().into_any(),
        None => view! {
            {pick(|t| t.improvement().verdict, &improvement::Effect::ALL, chosen)}
            <div class="btn-row">
                <Button label=|t| t.improvement().judge class="btn btn-primary" on_press=judge/>
            </div>
            {told_wrong.clone()}
        }
        .into_any(),
    })
}

/// How a verdict looks.
pub(super) fn effect_class(effect: improvement::Effect) -> &'static str {
    match effect {
        improvement::Effect::Reached => "tag tag-good",
        improvement::Effect::InPart => "tag tag-warn",
        improvement::Effect::NotReached => "tag tag-accent",
    }
}
