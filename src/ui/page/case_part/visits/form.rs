use super::charge::{charge_fields, suggestion};
use crate::app::command::{Charging, NewVisit, VisitError, plan_visit};
use crate::app::desk::{Desk, use_desk};
use crate::domain::date::Date;
use crate::domain::id::{StaffId, VisitId};
use crate::domain::local_time::{Window, WindowError};
use crate::domain::text::MAX_TEXT;
use crate::domain::visit::Coverage;
use crate::i18n::Texts;
use crate::platform::clock::{now_ms, zone_offset_minutes};
use crate::platform::random;
use crate::search::visiting::{Elsewhere, NewSlot, clashing};
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Icon, StaffChoice, TextField, label, said};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What is typed of a visit.
#[derive(Clone, Copy)]
pub(super) struct Form {
    date: RwSignal<String>,
    start: RwSignal<String>,
    end: RwSignal<String>,
    travel: RwSignal<String>,
    staff: RwSignal<BTreeSet<StaffId>>,
    purpose: RwSignal<String>,
    address: RwSignal<String>,
    coverage: RwSignal<Coverage>,
    reason: RwSignal<String>,
}

impl Form {
    /// A visit today, by who works on the case, to where the customer lives.
    pub(super) fn new(desk: Desk, shown: &Shown) -> Self {
        let case = shown.case_untracked();
        let address = case.customer().map(|id| {
            desk.index.with_untracked(|index| {
                index.customer(id.as_str()).map(|customer| customer.address.to_owned()).unwrap_or_default()
            })
        });
        let now = now_ms();
        let today = Date::of_moment(now, zone_offset_minutes(now));
        Self {
            date: RwSignal::new(today.map(|day| day.to_string()).unwrap_or_default()),
            start: RwSignal::new(String::new()),
            end: RwSignal::new(String::new()),
            travel: RwSignal::new("0".to_owned()),
            staff: RwSignal::new(case.assignee().cloned().into_iter().collect()),
            purpose: RwSignal::new(String::new()),
            address: RwSignal::new(address.unwrap_or_default()),
            coverage: RwSignal::new(Coverage::Covered),
            reason: RwSignal::new(String::new()),
        }
    }

    /// As [`Form::new`], by the people and for the purpose of an earlier visit.
    pub(super) fn again(desk: Desk, shown: &Shown, visit: &str) -> Self {
        let form = Self::new(desk, shown);
        desk.index.with_untracked(|index| {
            if let Some(visit) = index.visits.get(visit) {
                form.staff.set(visit.staff().collect());
                form.purpose.set(visit.purpose.clone());
                form.travel.set(visit.travel.to_string());
            }
        });
        form
    }

    fn window(self) -> Result<Window, WindowError> {
        self.date.with(|date| self.start.with(|start| self.end.with(|end| Window::typed(date, start, end))))
    }

    fn minutes(self) -> Option<u32> {
        self.travel.with(|typed| match typed.trim() {
            "" => Some(0),
            typed => typed.parse().ok(),
        })
    }
}

/// When, who, what for. It says at once when somebody would have to be at two places.
#[component]
pub(super) fn VisitForm(
    /// The case that the visit is for.
    shown: Shown,
    /// What is typed.
    form: Form,
    /// Called when the visit is written down, or given up.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let tried = RwSignal::new(false);
    let wrong = RwSignal::new(None::<VisitError>);
    let case = shown.id.clone();
    let suggested = suggestion(shown.clone(), form.date);
    // The choice follows the date until somebody chooses otherwise.
    Effect::new(move |_| {
        if let Some(suggested) = suggested.get() {
            form.coverage.set(suggested);
        }
    });
    let told = move |fits: fn(WindowError) -> bool| {
        Signal::derive(move || {
            let error = form.window().err().filter(|error| tried.get() && fits(*error));
            error.map(|error| error.tell(desk.t()))
        })
    };
    let travel_error = Signal::derive(move || {
        let unread = form.minutes().is_none() || wrong.get() == Some(VisitError::Travel);
        (tried.get() && unread).then(|| desk.t().visit().error_travel.to_owned())
    });
    let clash = move || {
        let slot = NewSlot { when: form.window().ok()?, travel: form.minutes()?, staff: form.staff.get() };
        let others = desk.index.with(|index| clashing(index, &slot, None));
        let words: Vec<String> = others.iter().map(|clash| clash_words(desk, clash)).collect();
        (!words.is_empty()).then(|| {
            view! {
                <p class="clash" role="status"><Icon glyph=Glyph::Warning/>{words.join(" ")}</p>
            }
        })
    };
    let agree = move || {
        tried.set(true);
        let (Ok(when), Some(travel)) = (untrack(|| form.window()), untrack(|| form.minutes())) else {
            return;
        };
        let visit = NewVisit {
            id: VisitId::from_random(random::bits()),
            case: case.clone(),
            when,
            travel,
            staff: form.staff.get_untracked(),
            purpose: form.purpose.get_untracked(),
            address: form.address.get_untracked(),
            charge: suggested.get_untracked().map(|suggested| Charging {
                chosen: form.coverage.get_untracked(),
                suggested,
                reason: form.reason.get_untracked(),
            }),
        };
        match plan_visit(&desk.pen(), visit) {
            Ok(records) => {
                desk.save(records);
                desk.say(untrack(|| desk.t()).visit().planned, None);
                on_done.run(());
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <form
            class="card section visit-form"
            novalidate
            aria-label=label(|t| t.visit().plan)
            on:submit=move |event| {
                event.prevent_default();
                agree();
            }
        >
            <h2>{said(|t| t.visit().plan)}</h2>
            <div class="form-grid visit-times">
                <TextField
                    label=label(|t| t.visit().date)
                    value=form.date
                    on_type=move |typed| form.date.set(typed)
                    error=told(|error| error == WindowError::Start)
                    kind="date"
                />
                <TextField
                    label=label(|t| t.visit().from)
                    value=form.start
                    on_type=move |typed| form.start.set(typed)
                    kind="time"
                />
                <TextField
                    label=label(|t| t.visit().until)
                    value=form.end
                    on_type=move |typed| form.end.set(typed)
                    error=told(|error| error != WindowError::Start)
                    kind="time"
                />
                <TextField
                    label=label(|t| t.visit().travel)
                    value=form.travel
                    on_type=move |typed| form.travel.set(typed)
                    error=travel_error
                    hint=Signal::derive(move || desk.t().visit().travel_hint.to_owned())
                />
            </div>
            <StaffChoice
                label=label(|t| t.visit().staff)
                chosen=form.staff
                on_choose=move |staff| form.staff.set(staff)
            />
            {clash}
            <TextField
                label=label(|t| t.visit().purpose)
                value=form.purpose
                on_type=move |typed| form.purpose.set(typed)
            />
            <TextField
                label=label(|t| t.visit().address)
                value=form.address
                on_type=move |typed| form.address.set(typed)
                max=MAX_TEXT
            />
            {charge_fields(shown, suggested, form.coverage, form.reason, wrong)}
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.visit().agree)}</button>
                <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| on_done.run(())/>
            </div>
        </form>
    }
    .into_any()
}

/// Who would have to be where else, in a sentence.
pub(super) fn clash_words(desk: Desk, clash: &Elsewhere) -> String {
    let names: Vec<String> = clash.staff.iter().map(|id| desk.staff_name(id.as_str())).collect();
    let t: &'static Texts = desk.t();
    let when = crate::i18n::when::window_in_words(desk.lang.get(), clash.when);
    t.visit().clash(&names.join(t.common().comma), &when, &clash.number)
}
