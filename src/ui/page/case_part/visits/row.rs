use super::arrival::ArrivalPart;
use super::charge::ChargeLine;
use super::conflicts::Conflicts;
use super::form::clash_words;
use super::other_time::OtherTime;
use super::tag_class;
use crate::app::command::set_visit_state;
use crate::app::desk::use_desk;
use crate::domain::id::VisitId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::visit::{VisitKind, VisitState};
use crate::i18n::{Named, when};
use crate::search::visiting::{NewSlot, clashing};
use crate::ui::page::case::Shown;
use crate::ui::page::paper::capital;
use crate::ui::part::{Button, Glyph, Icon, ReasonDialog, Text, live};
use crate::ui::route::Route;
use leptos::prelude::*;

/// A visit, and what can be done with it.
#[component]
pub(super) fn VisitRow(
    /// The case it is for.
    shown: Shown,
    /// Which visit.
    id: String,
    /// Called with the visit, to agree on another time for it.
    again: Callback<String>,
) -> impl IntoView {
    let desk = use_desk();
    let Some(visit_id) = VisitId::parse(&id) else { return ().into_any() };
    let visit = desk.folded::<VisitKind>(id.clone());
    let charge = view! { <ChargeLine shown=shown id=visit_id.clone() visit=visit/> };
    let conflicts = view! { <Conflicts id=visit_id.clone() visit=visit/> };
    let (itself, moved) = (id.clone(), visit_id.clone());
    let arrival = view! { <ArrivalPart id=visit_id.clone() visit=visit/> };
    let asking = RwSignal::new(false);
    let wish = RwSignal::new(VisitState::Missed);
    let state =
        Memo::new(move |_| visit.with(|visit| visit.as_ref().map_or(VisitState::Planned, |v| v.state())));
    let go = Callback::new(move |(to, reason): (VisitState, String)| {
        let Some(now) = visit.get_untracked() else { return };
        match set_visit_state(&desk.pen(), &visit_id, &now, to, &reason) {
            Ok(records) => {
                desk.save(records);
                asking.set(false);
            }
            Err(_) => {
                wish.set(to);
                asking.set(true);
            }
        }
    });
    let button = move |name: Text, to: VisitState| {
        view! { <Button label=name on_press=move |()| go.run((to, String::new()))/> }
    };
    let ways = live(move || {
        let again_id = id.clone();
        let rebook = move |()| again.run(again_id.clone());
        match state.get() {
            VisitState::Planned => view! {
                {button(|t| t.visit().set_out, VisitState::UnderWay)}
                {button(|t| t.visit().finish, VisitState::Done)}
                {button(|t| t.visit().nobody, VisitState::Missed)}
                <OtherTime id=moved.clone() visit=visit/>
                {button(|t| t.visit().call_off, VisitState::Cancelled)}
            }
            .into_any(),
            VisitState::UnderWay => view! {
                {button(|t| t.visit().finish, VisitState::Done)}
                {button(|t| t.visit().nobody, VisitState::Missed)}
            }
            .into_any(),
            VisitState::Missed | VisitState::Cancelled => view! {
                <Button label=|t| t.visit().again glyph=Glyph::Plus on_press=rebook/>
            }
            .into_any(),
            VisitState::Done => ().into_any(),
        }
    });
    let about = move || {
        let visit = visit.get()?;
        let t = desk.t();
        let when = visit.when().map(|window| when::window_in_words(desk.lang.get(), *window));
        let names: Vec<String> =
            visit.staff().into_iter().flatten().map(|id| desk.staff_name(id.as_str())).collect();
        let who = if names.is_empty() { t.common().nobody.to_owned() } else { names.join(t.common().comma) };
        let reason = visit.step().map(|step| step.reason.clone()).unwrap_or_default();
        let purpose = visit.purpose().cloned().unwrap_or_default();
        let place = visit.address().cloned().unwrap_or_default();
        let state = visit.state();
        Some(view! {
            <p class="visit-when figure">
                <strong>{when}</strong>
                <span class=tag_class(state)>{state.name(t)}</span>
            </p>
            <p>{who} {(!purpose.is_empty()).then(|| format!(" · {purpose}"))}</p>
            {(!place.is_empty()).then(|| view! { <p class="muted small">{place}</p> })}
            {(!reason.is_empty()).then(|| view! { <p class="muted">{reason}</p> })}
        })
    };
    let paper = live({
        let id = itself.clone();
        move || {
            let case = visit.with(|visit| visit.as_ref()?.case().cloned())?;
            let kind = match state.get() {
                VisitState::Planned | VisitState::UnderWay => PaperKind::Appointment,
                VisitState::Missed => PaperKind::MissedVisit,
                VisitState::Done | VisitState::Cancelled => return None,
            };
            let href = Route::VisitPaper(case.to_string(), kind, id.clone()).href();
            let name = move || capital(Named::name(&kind, desk.t()));
            Some(view! { <a class="btn btn-quiet" href=href><Icon glyph=Glyph::Print/>{name}</a> })
        }
    });
    let clash = move || {
        let visit = visit.get().filter(|visit| visit.state().is_ahead())?;
        let slot = NewSlot {
            when: *visit.when()?,
            travel: visit.travel().copied().unwrap_or_default(),
            staff: visit.staff().cloned().unwrap_or_default(),
        };
        let words: Vec<String> = desk
            .index
            .with(|index| clashing(index, &slot, Some(&itself)))
            .iter()
            .map(|clash| clash_words(desk, clash))
            .collect();
        (!words.is_empty()).then(|| {
            view! { <p class="clash"><Icon glyph=Glyph::Warning/>{words.join(" ")}</p> }
        })
    };
    let usual = Signal::derive(move || match wish.get() {
        VisitState::Missed => desk.t().visit().nobody_home.to_owned(),
        _ => String::new(),
    });
    let title = Signal::derive(move || match wish.get() {
        VisitState::Missed => desk.t().visit().nobody.to_owned(),
        _ => desk.t().visit().call_off.to_owned(),
    });
    view! {
        <li class="visit card">
            {about}
            {charge}
            {conflicts}
            {clash}
            {arrival}
            <div class="btn-row">{ways} {paper}</div>
            <ReasonDialog
                title=title
                open=asking
                usual=usual
                on_reason=move |reason: String| go.run((wish.get_untracked(), reason))
            />
        </li>
    }
    .into_any()
}
