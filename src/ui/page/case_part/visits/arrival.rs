use crate::app::command::change_visit;
use crate::app::desk::use_desk;
use crate::domain::calendar::Moment;
use crate::domain::id::VisitId;
use crate::domain::local_time::LocalTime;
use crate::domain::visit::{Visit, VisitField, VisitState, VisitStep};
use crate::i18n::Texts;
use crate::platform::clock::now_ms;
use crate::ui::part::{Button, Glyph, TextField, live};
use leptos::prelude::*;

/// When those who went were there: said by a press on the spot, or typed later. A visit that is
/// over without it asks for it.
#[component]
pub(super) fn ArrivalPart(
    /// Of which visit.
    id: VisitId,
    /// The visit.
    visit: Memo<Option<Visit>>,
) -> impl IntoView {
    let desk = use_desk();
    let wrong = RwSignal::new(false);
    let arrived = Memo::new(move |_| visit.with(|visit| visit.as_ref()?.arrived().copied()));
    let state =
        Memo::new(move |_| visit.with(|visit| visit.as_ref().map_or(VisitState::Cancelled, Visit::state)));
    let known = Memo::new(move |_| arrived.with(Option::is_some));
    let save = Callback::new(move |fields: Vec<VisitField>| {
        let Some(visit) = visit.get_untracked() else { return };
        if let Ok(records) = change_visit(&desk.pen(), &id, &visit, fields) {
            desk.save(records);
        }
    });
    let press = move |()| {
        let now = untrack(|| desk.zone()).local(Moment::of_millis(now_ms()));
        // Who is there has set out.
        let step = VisitStep { to: VisitState::UnderWay, reason: String::new() };
        let begun = state.get_untracked() == VisitState::Planned;
        let step = begun.then_some(VisitField::Step(step));
        save.run(now.map(VisitField::Arrived).into_iter().chain(step).collect());
    };
    // Who types only the time means the day of the visit.
    let commit = move |time: String| {
        let day = visit.with_untracked(|visit| Some(visit.as_ref()?.when()?.start().date()));
        let typed = day.and_then(|day| LocalTime::typed(&day.to_string(), &time));
        wrong.set(typed.is_none());
        if let Some(at) = typed {
            save.run(vec![VisitField::Arrived(at)]);
        }
    };
    let field = move || {
        let name =
            move |t: &'static Texts| if known.get() { t.promise().arrived } else { t.promise().arrived_ask };
        let hint = move || {
            let asks = !known.get() && state.get() == VisitState::Done;
            asks.then(|| desk.t().promise().arrived_hint.to_owned())
        };
        view! {
            <div class="visit-arrival">
                <TextField
                    label=Signal::derive(move || name(desk.t()).to_owned())
                    value=Signal::derive(move || arrived.get().map(LocalTime::time).unwrap_or_default())
                    on_commit=commit
                    error=Signal::derive(move || wrong.get().then(|| desk.t().promise().error_time.to_owned()))
                    hint=Signal::derive(hint)
                    kind="time"
                />
            </div>
        }
        .into_any()
    };
    live(move || match (state.get(), known.get()) {
        (VisitState::Cancelled, _) => ().into_any(),
        (VisitState::Planned | VisitState::UnderWay, false) => view! {
            <div class="btn-row">
                <Button label=|t| t.promise().arrive_now glyph=Glyph::Check on_press=press/>
            </div>
        }
        .into_any(),
        _ => field(),
    })
    .into_any()
}
