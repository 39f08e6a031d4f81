use super::{Clocks, button};
use crate::app::promising::{Key, Sign, left_words, limit_used, sign, terms_at};
use crate::domain::calendar::Moment;
use crate::domain::id::CaseId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::promise::{Judged, PromiseKind};
use crate::i18n::{Named, Texts};
use crate::ui::page::improvements::broken_promise_route;
use crate::ui::part::{Glyph, Icon, Text, live, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// One promise: its limit, how much of it is used, what is left, and what can be done.
pub(super) fn row(clocks: Clocks, key: Key) -> AnyView {
    let desk = clocks.desk;
    let name = move || key.0.name(desk.t());
    let marked =
        Memo::new(move |_| clocks.one(key).map(|judged| (sign_of(clocks, &judged), judged.remedied)));
    let tag = live(move || {
        let (sign, remedied) = marked.get()?;
        let (class, glyph) = look(sign);
        let word = word(sign, desk.t());
        let remedied = remedied.then(|| view! { <span class="tag">{desk.t().promise().remedied}</span> });
        Some(view! { <span class=class><Icon glyph=glyph/>{word}</span> {remedied} })
    });
    let limit = Memo::new(move |_| clocks.one(key).and_then(|judged| limit(clocks, &judged)));
    let used = Memo::new(move |_| {
        let judged = clocks.one(key).filter(|judged| judged.due.is_some())?;
        let sign = sign_of(clocks, &judged);
        (!matches!(sign, Sign::Holds | Sign::NotCalled)).then(|| (limit_used(&judged), look(sign).0))
    });
    let bar = live(move || {
        let (percent, class) = used.get()?;
        let words = desk.t().promise().bar(&percent);
        Some(view! {
            <div class="promise-bar" class:warn=class.ends_with("warn") class:over=class.ends_with("accent")
                class:good=class.ends_with("good") role="img" aria-label=words>
                <span style:width=format!("{percent}%")></span>
            </div>
        })
    });
    let left = Memo::new(move |_| clocks.one(key).map(|judged| clocks.say(|of| left_words(of, &judged))));
    let calendar = live(move || {
        let missing = clocks.one(key).is_some_and(|judged| judged.due.is_none() && judged.state.is_running());
        missing.then(|| view! { <a href="#/hours">{said(|t| t.promise().set_hours)}</a> })
    });
    let can = Memo::new(move |_| clocks.one(key).map(|judged| Can::of(&judged)));
    let ways = live(move || can.get().map(|can| ways(clocks, key, can)));
    view! {
        <li class="promise">
            <p class="promise-head"><strong>{name}</strong> {tag}</p>
            <p class="small muted">{move || limit.get()}</p>
            {bar}
            <p class="promise-left figure">{move || left.get()} " " {calendar}</p>
            {ways}
        </li>
    }
    .into_any()
}

fn sign_of(clocks: Clocks, judged: &Judged) -> Sign {
    sign(judged, Moment::of_millis(clocks.desk.now.get()))
}

fn limit(clocks: Clocks, judged: &Judged) -> Option<String> {
    clocks.shown.with_value(|shown| {
        shown.read(|case| {
            let terms = terms_at(case, judged.by)?;
            clocks.say(|of| of.limit(judged, terms.value))
        })
    })
}

/// A sign's look: never the colour alone.
fn look(sign: Sign) -> (&'static str, Glyph) {
    match sign {
        Sign::Running | Sign::Holds => ("tag", Glyph::Clock),
        Sign::Soon => ("tag tag-warn", Glyph::Flag),
        Sign::Paused => ("tag", Glyph::Pause),
        Sign::Kept => ("tag tag-good", Glyph::Check),
        Sign::KeptLate => ("tag tag-warn", Glyph::Warning),
        Sign::Overdue => ("tag tag-accent", Glyph::Warning),
        Sign::NotCalled => ("tag", Glyph::Note),
    }
}

fn word(sign: Sign, t: &'static Texts) -> &'static str {
    let p = t.promise();
    match sign {
        Sign::Running => p.state_running,
        Sign::Soon => p.soon,
        Sign::Paused => p.state_paused,
        Sign::Kept => p.state_met,
        Sign::KeptLate => p.state_met_late,
        Sign::Overdue => p.state_breached,
        Sign::Holds => p.guarantee,
        Sign::NotCalled => p.state_not_applicable,
    }
}

/// What can be done about a promise.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Can {
    keep: bool,
    /// Whether a record still says whether it is kept.
    meet: bool,
    why: bool,
    /// Whether it was broken.
    answer: bool,
    remedied: bool,
}

impl Can {
    fn of(judged: &Judged) -> Self {
        let applies = judged.state != crate::domain::promise::State::NotApplicable;
        let open = applies && !judged.is_over;
        Self {
            keep: open && judged.kind.is_kept_by_hand(),
            meet: open && !judged.kind.is_guarantee(),
            why: applies,
            answer: judged.state.is_broken(),
            remedied: judged.remedied,
        }
    }
}

fn ways(clocks: Clocks, key: Key, can: Can) -> AnyView {
    let desk = clocks.desk;
    let name = move || untrack(|| key.0.name(desk.t())).to_owned();
    let id = clocks.shown.with_value(|shown| shown.id.clone());
    let keep = can.keep.then(|| {
        let label = move |t| kept_by(t, key.0);
        view! { <button type="button" class="btn" on:click=move |_| clocks.open(clocks.keep, key)>
            <Icon glyph=Glyph::Check/>
            {move || label(desk.t())}
        </button> }
    });
    let meet = can.meet.then(|| meeting(&id, key.0)).flatten();
    let why = can
        .why
        .then(|| button(|t| t.promise().why, name(), "btn btn-quiet", move || clocks.open(clocks.why, key)));
    let answer = can.answer.then(|| answering(clocks, key, &id, can.remedied));
    view! { <div class="btn-row">{keep} {meet} {why}</div> {answer} }.into_any()
}

/// What is pressed to say that a promise was kept.
pub(super) fn kept_by(t: &'static Texts, kind: PromiseKind) -> &'static str {
    let p = t.promise();
    match kind {
        PromiseKind::FirstResponse => p.keep_first_response,
        PromiseKind::Emergency => p.keep_emergency,
        PromiseKind::Plan => p.keep_plan,
        PromiseKind::Progress => p.keep_progress,
        PromiseKind::DelayNotice => p.keep_delay_notice,
        _ => p.keep,
    }
}

/// The way to the record that keeps it.
fn meeting(case: &CaseId, kind: PromiseKind) -> Option<AnyView> {
    let (part, name): (Part, Text) = match kind {
        PromiseKind::Plan => (Part::Options, |t| t.promise().go_plan),
        PromiseKind::Visit => (Part::Visits, |t| t.promise().go_visits),
        PromiseKind::Finish => (Part::Acceptance, |t| t.promise().go_acceptance),
        PromiseKind::Progress => (Part::Work, |t| t.promise().go_work),
        PromiseKind::DelayNotice => (Part::Agreement, |t| t.promise().go_agreement),
        PromiseKind::FollowUp => (Part::Care, |t| t.promise().go_care),
        PromiseKind::ComplaintHeard | PromiseKind::ComplaintSettled => {
            (Part::Complaint, |t| t.promise().go_complaint)
        }
        PromiseKind::FirstResponse
        | PromiseKind::Emergency
        | PromiseKind::Redo
        | PromiseKind::Maintenance => return None,
    };
    let href = Route::CasePart(case.to_string(), part).href();
    Some(view! { <a class="btn btn-quiet" href=href><Icon glyph=Glyph::Forward/>{said(name)}</a> }.into_any())
}

/// What a broken promise asks for: the letter's remedy, a word of apology, and that it does not happen again.
fn answering(clocks: Clocks, key: Key, case: &CaseId, remedied: bool) -> AnyView {
    let desk = clocks.desk;
    let remedy = live(move || {
        let words = clocks.shown.with_value(|shown| {
            shown.read(|case| case.terms().map(|held| held.value.remedy.clone()).unwrap_or_default())
        });
        let p = desk.t().promise();
        let words = if words.is_empty() { p.remedy_none.to_owned() } else { p.remedy(&words) };
        view! { <p class="small">{words}</p> }
    });
    let name = untrack(|| key.0.name(desk.t())).to_owned();
    let done = (!remedied)
        .then(|| button(|t| t.promise().remedy_done, name, "btn", move || clocks.open(clocks.remedy, key)));
    let apology = Route::Paper(case.to_string(), PaperKind::Apology).href();
    let improve = broken_promise_route(case, key.0, key.1).href();
    view! {
        <div class="promise-answer">
            {remedy}
            <div class="btn-row">
                {done}
                <a class="btn btn-quiet" href=apology><Icon glyph=Glyph::Print/>{said(|t| t.promise().apology)}</a>
                <a class="btn btn-quiet" href=improve><Icon glyph=Glyph::Flag/>{said(|t| t.promise().improve)}</a>
            </div>
        </div>
    }
    .into_any()
}
