use super::act::{Act, Rounds};
use super::check::Check;
use super::coaching::Notes;
use super::doing::Doing;
use super::history::{Aside, History, looking};
use super::list::day_mark;
use super::plan::Plan;
use super::steps::Steps;
use crate::app::command::settle_improvement;
use crate::app::story::improvement_words;
use crate::domain::id::ImprovementId;
use crate::domain::improvement::{Improvement, ImprovementField, ImprovementKey, ImprovementState};
use crate::i18n::improvement::next_words;
use crate::i18n::{Named, when};
use crate::ui::page::NotFound;
use crate::ui::part::{Glyph, Icon, Text, conflict_cards, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::time::Duration;

/// How long it may take to be read before the page says that it is not there.
const PATIENCE: Duration = Duration::from_millis(1500);

/// One improvement: plan, do, check, act.
#[component]
pub(super) fn One(id: String) -> impl IntoView {
    let Some(id) = ImprovementId::parse(&id) else { return view! { <NotFound/> }.into_any() };
    let doing = Doing::new(id);
    let read = Memo::new(move |_| doing.is_read());
    live(
        move || {
            if read.get() {
                view! { <Shown doing=doing/> }.into_any()
            } else {
                view! { <Unread/> }.into_any()
            }
        },
    )
    .into_any()
}

/// What is shown until it is read, or instead of one that is not there.
#[component]
fn Unread() -> impl IntoView {
    let late = RwSignal::new(false);
    let wait = move || {
        // The page may have been left.
        late.try_set(true);
    };
    set_timeout(wait, PATIENCE);
    let [missing, loading] = [said(|t| t.improvement().missing), said(|t| t.improvement().loading)];
    let words = move || if late.get() { missing() } else { loading() };
    view! { <div class="page"><Back/><p role="status" class="muted">{words}</p></div> }.into_any()
}

#[component]
fn Back() -> impl IntoView {
    view! {
        <p class="back-link">
            <a href=Route::Improvements.href()><Icon glyph=Glyph::Back/>{said(|t| t.improvement().title)}</a>
        </p>
    }
    .into_any()
}

#[component]
fn Shown(doing: Doing) -> impl IntoView {
    view! {
        <div class="page improvement">
            <Back/>
            <Head doing=doing/>
            {conflicts(doing)}
            <div class="improvement-grid">
                <div class="improvement-main">
                    {part(doing, ImprovementState::Plan, |t| t.improvement().state_plan, view! { <Plan doing=doing/> }.into_any())}
                    {part(doing, ImprovementState::Do, |t| t.improvement().state_do, view! { <Steps doing=doing/> }.into_any())}
                    {part(doing, ImprovementState::Check, |t| t.improvement().state_check, view! { <Check doing=doing/> }.into_any())}
                    {part(doing, ImprovementState::Act, |t| t.improvement().state_act, view! { <Act doing=doing/> }.into_any())}
                </div>
                <div class="improvement-side">
                    <Notes doing=doing/>
                    <Rounds doing=doing/>
                    <History doing=doing/>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// What is to change, where it comes from, and the one next step.
#[component]
fn Head(doing: Doing) -> impl IntoView {
    let desk = doing.desk;
    let title = move || doing.read(|now| now.title().to_owned());
    let from = live(move || {
        let case = doing.read(|now| now.case().cloned())?;
        let number =
            desk.index.with(|index| index.cases.get(case.as_str()).map(|case| case.number.clone()))?;
        let words = desk.t().improvement().from_case(&number);
        Some(view! { <a href=Route::Case(case.to_string()).href()>{words}</a> })
    });
    let marks = live(move || {
        let t = desk.t();
        let (aside, state, day, origin, owner) =
            doing.read(|now| (now.is_aside(), now.state(), now.next_day(), now.origin(), now.owner()));
        let name = if aside { t.improvement().state_aside } else { state.name(t) };
        let open = !aside && state != ImprovementState::Closed;
        let owner = owner.map(|owner| desk.staff_name(owner.as_str()));
        let day = (open && day.is_some()).then(|| day_mark(t, Some(state), day, doing.today()));
        view! {
            <span class="tag">{name}</span>
            {day}
            <span class="muted">{Named::name(&origin, t)}</span>
            {owner.map(|owner| view! { <span class="muted">{owner}</span> })}
        }
    });
    let next = Memo::new(move |_| {
        let t = desk.t();
        let today = doing.today();
        doing.read(|now| next_words(t, now, |day| when::date_at(t, today.unwrap_or(day), day)))
    });
    view! {
        <header class="improvement-head">
            <div class="page-head"><h1>{title}</h1><span class="no-print"><Aside doing=doing/></span></div>
            <p class="improvement-marks">{marks} {from}</p>
            <p class="case-next"><Icon glyph=Glyph::Forward/>{next}</p>
        </header>
    }
    .into_any()
}

/// One of the four steps; the one that it stands at is marked, in words too. What is over when
/// the page is opened is folded, and unfolds when another round comes back to it.
fn part(doing: Doing, of: ImprovementState, name: Text, body: AnyView) -> AnyView {
    let state = Memo::new(move |_| doing.state());
    let here = Memo::new(move |_| state.get() == of);
    // What came of it stays in view when it was decided.
    let over = state.get_untracked() == ImprovementState::Closed && of >= ImprovementState::Check;
    let open = RwSignal::new(over || state.get_untracked() <= of);
    Effect::new(move |_| {
        if here.get() {
            open.set(true);
        }
    });
    let mark = live(move || (state.get() > of).then(|| view! { <Icon glyph=Glyph::Check/> }));
    view! {
        <section
            class="card section improvement-part"
            class:here=move || here.get()
            aria-label=label(name)
            aria-current=move || here.get().then_some("step")
        >
            <details class="disclosure" prop:open=move || open.get()>
                <summary><h2>{said(name)}{mark}</h2></summary>
                <div class="improvement-body">{body}</div>
            </details>
        </section>
    }
    .into_any()
}

/// Fields with two values, each settled by one press.
fn conflicts(doing: Doing) -> AnyView {
    let desk = doing.desk;
    let keep = Callback::new(move |field: ImprovementField| {
        // A value that stood already breaks no rule.
        let _ = doing.keep(|pen, id, now, _| Ok(settle_improvement(pen, id, now, field)));
    });
    live(move || {
        let conflicts = doing.read(|now: &Improvement| now.fields.conflicts());
        let name = |key: &ImprovementKey| key.name(desk.t()).to_owned();
        let words = |field: &ImprovementField| looking(desk, |look| improvement_words(look, field));
        conflict_cards(desk, conflicts, name, words, keep)
    })
    .into_any()
}
