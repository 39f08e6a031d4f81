use crate::app::command::change_visit;
use crate::app::desk::use_desk;
use crate::domain::id::VisitId;
use crate::domain::local_time::{LocalTime, Window};
use crate::domain::visit::{Visit, VisitField};
use crate::i18n::when;
use crate::ui::part::{Button, Dialog, TextField, label, said};
use leptos::prelude::*;

/// Moves a visit that is agreed to another time, as long as before: what the mouse does on the
/// calendar, for whoever has none.
#[component]
pub(super) fn OtherTime(
    /// Which visit.
    id: VisitId,
    /// The visit as it is now.
    visit: Memo<Option<Visit>>,
) -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    let (date, start) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let agreed = move || untrack(|| visit.with(|visit| visit.as_ref()?.when().copied()));
    let ask = move |()| {
        if let Some(window) = agreed() {
            date.set(window.start().date().to_string());
            start.set(window.start().time());
        }
        tried.set(false);
        open.set(true);
    };
    let typed = move || LocalTime::typed(&date.get(), &start.get());
    let window = move || -> Option<Window> { agreed()?.starting_at(untrack(typed)?) };
    let error = Signal::derive(move || {
        (tried.get() && typed().is_none()).then(|| desk.t().visit().error_start.to_owned())
    });
    let id = StoredValue::new(id);
    let finish = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some((now, window)) = visit.get_untracked().zip(window()) else { return };
        let fields = vec![VisitField::When(window)];
        if let Ok(records) = id.with_value(|id| change_visit(&desk.pen(), id, &now, fields)) {
            desk.save(records);
            let lang = desk.lang.get_untracked();
            desk.say(untrack(|| desk.t()).visit().moved(&when::window_in_words(lang, window)), None);
            open.set(false);
        }
    };
    view! {
        <Button label=|t| t.calendar().other_time on_press=ask/>
        <Dialog title=label(|t| t.calendar().other_time) open=open>
            <form class="dialog-body" novalidate on:submit=finish>
                <div class="form-grid visit-times">
                    <TextField
                        label=label(|t| t.visit().date)
                        value=date
                        on_type=move |typed| date.set(typed)
                        error=error
                        kind="date"
                    />
                    <TextField
                        label=label(|t| t.visit().from)
                        value=start
                        on_type=move |typed| start.set(typed)
                        kind="time"
                    />
                </div>
                <p class="hint">{said(|t| t.calendar().other_time_hint)}</p>
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary">{said(|t| t.calendar().move_visit)}</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
