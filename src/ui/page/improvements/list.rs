use crate::app::desk::{Desk, use_desk};
use crate::app::lettering::today;
use crate::domain::date::Date;
use crate::domain::improvement::ImprovementState;
use crate::i18n::{Named, Texts, when};
use crate::search::index::Index;
use crate::search::summary::ImprovementSummary;
use crate::ui::part::{Empty, Glyph, Icon, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// All improvements: what is due first, what is over behind.
#[component]
pub(super) fn List() -> impl IntoView {
    let desk = use_desk();
    let rows = |of: fn(&Index) -> Vec<&ImprovementSummary>| {
        Memo::new(move |_| {
            desk.index.with(|index| of(index).into_iter().cloned().collect::<Vec<ImprovementSummary>>())
        })
    };
    let (open, over) = (rows(Index::improvements_open), rows(Index::improvements_over));
    let list = move |of: Memo<Vec<ImprovementSummary>>| {
        let rows = of.get().into_iter().map(|each| view! { <li>{improvement_row(desk, each)}</li> });
        view! { <ul class="row-list improvement-list" aria-label=label(|t| t.improvement().title)>{rows.collect_view()}</ul> }.into_any()
    };
    let begin = Route::NewImprovement("new".to_owned()).href();
    let body = live(move || {
        let (any_open, any_over) = (!open.with(Vec::is_empty), !over.with(Vec::is_empty));
        if !any_open && !any_over {
            return view! {
                <Empty
                    text=label(|t| t.improvement().empty)
                    action=(Route::NewImprovement("new".to_owned()).href(), label(|t| t.improvement().new))
                />
            }
            .into_any();
        }
        let none = (!any_open).then(|| view! { <p class="muted">{said(|t| t.improvement().open_none)}</p> });
        let over = any_over.then(|| {
            view! {
                <section class="section">
                    <h2>{said(|t| t.improvement().over_title)}</h2>
                    {list(over)}
                </section>
            }
        });
        view! { {none} {any_open.then(|| list(open))} {over} }.into_any()
    });
    // While there is nothing, the one button stands with the sentence that teaches.
    let any = Memo::new(move |_| desk.index.with(|index| !index.improvements.is_empty()));
    let button = live(move || {
        any.get().then(|| {
            view! {
                <a class="btn btn-primary" href=begin.clone()>
                    <Icon glyph=Glyph::Plus/>
                    {said(|t| t.improvement().new)}
                </a>
            }
        })
    });
    view! {
        <div class="page improvements">
            <div class="page-head"><h1>{said(|t| t.improvement().title)}</h1>{button}</div>
            {body}
        </div>
    }
    .into_any()
}

/// An improvement in a list, as a link to it.
pub(crate) fn improvement_row(desk: Desk, each: ImprovementSummary) -> AnyView {
    let href = Route::Improvement(each.id.clone()).href();
    let cells = live(move || {
        let t = desk.t();
        let state = each.state().map_or(t.improvement().state_aside, |state| state.name(t));
        let owner = Some(desk.staff_name(&each.owner)).filter(|name| !name.is_empty());
        let owner = owner.unwrap_or_else(|| t.improvement().nobody.to_owned());
        let conflict = (each.conflicts > 0).then(|| {
            view! { <span class="tag tag-warn"><Icon glyph=Glyph::Merge/>{t.cases().to_settle}</span> }
        });
        let open = each.is_open();
        let day = open.then(|| day_mark(t, each.state(), day_of(each.day), today(desk)));
        view! {
            <span class="improvement-title">{each.title.clone()}</span>
            <span class="improvement-marks">
                <span class="tag">{state}</span>
                {conflict}
                {day}
                {open.then(|| view! { <span class="muted">{owner}</span> })}
            </span>
        }
    });
    view! { <a class="row-link improvement-row" href=href>{cells}</a> }.into_any()
}

/// The day that a summary holds as a number of days.
fn day_of(number: u32) -> Option<Date> {
    (number > 0).then(|| Date::of_moment(u64::from(number) * 86_400_000, 0)).flatten()
}

/// The day that matters next, with what it is for, and a mark when it has come.
pub(super) fn day_mark(
    t: &'static Texts,
    state: Option<ImprovementState>,
    day: Option<Date>,
    today: Option<Date>,
) -> AnyView {
    let i = t.improvement();
    let Some(day) = day else { return view! { <span class="muted">{i.no_day}</span> }.into_any() };
    let words = when::date_at(t, today.unwrap_or(day), day);
    let checking = matches!(state, Some(ImprovementState::Check | ImprovementState::Act));
    let over = today.is_some_and(|today| day < today || (checking && day == today));
    match (over, checking) {
        (false, false) => view! { <span class="muted">{i.due_on(&words)}</span> }.into_any(),
        (false, true) => view! { <span class="muted">{i.check_on(&words)}</span> }.into_any(),
        (true, false) => {
            view! { <span class="tag tag-accent"><Icon glyph=Glyph::Warning/>{i.overdue(&words)}</span> }
                .into_any()
        }
        (true, true) => {
            view! { <span class="tag tag-warn"><Icon glyph=Glyph::Clock/>{i.check_due(&words)}</span> }
                .into_any()
        }
    }
}
