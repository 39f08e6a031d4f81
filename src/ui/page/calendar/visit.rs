use crate::app::command::change_visit;
use crate::app::desk::Desk;
use crate::domain::date::Date;
use crate::domain::id::VisitId;
use crate::domain::local_time::LocalTime;
use crate::domain::record::{RecordKey, RecordKind};
use crate::domain::visit::{VisitField, VisitKind};
use crate::i18n::{Named, when};
use crate::journal::Folded;
use crate::platform;
use crate::search::calendar::{Calendar, Placed};
use crate::ui::part::{Glyph, Icon};
use crate::ui::route::{Part, Route};
use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What begins the id of a visit's element; the visit's id follows.
const VISIT: &str = "visit-";
/// How far the keys and the mouse move a visit, in minutes.
const STEP: i64 = 15;
const DAY: i64 = 24 * 60;

/// What the visits of a calendar share.
#[derive(Clone, Copy)]
pub(super) struct Visits {
    pub(super) desk: Desk,
    pub(super) drawn: Memo<Option<Calendar>>,
}

impl Visits {
    /// A visit in its place, as a link to the visits of its case.
    pub(super) fn visit(self, placed: &Placed, from: u16) -> AnyView {
        let desk = self.desk;
        let id = placed.id.clone();
        let Some(summary) = desk.index.with_untracked(|index| index.visits.get(&id).cloned()) else {
            return ().into_any();
        };
        let state = summary.state();
        let (number, customer) = desk.index.with_untracked(|index| {
            let case = index.cases.get(&summary.case);
            let customer = case.map(|case| index.customer_name(&case.customer).to_owned());
            (case.map(|case| case.number.clone()).unwrap_or_default(), customer.unwrap_or_default())
        });
        let time = summary.when().map(|when| format!("{}–{}", when.start().time(), when.end().time()));
        let staff: Vec<String> = summary.staff().map(|id| id.to_string()).collect();
        let who = move || {
            let names: Vec<String> = staff.iter().map(|id| desk.staff_name(id)).collect();
            let t = desk.t();
            if names.is_empty() { t.common().nobody.to_owned() } else { names.join(t.common().comma) }
        };
        let mark =
            (!state.is_ahead()).then(|| view! { <span class="tag">{move || state.name(desk.t())}</span> });
        let clash = placed.clashes.then(|| {
            view! {
                <span class="tag tag-warn"><Icon glyph=Glyph::Warning/>{move || desk.t().calendar().clash}</span>
            }
        });
        // What goes on from the day before is moved where it begins.
        let movable = state.is_ahead() && !placed.continued;
        let name = (!placed.continued).then(|| format!("{VISIT}{id}"));
        let carried = id;
        let carry = move |event: DragEvent| {
            let grabbed = element(&event).map_or(0, |element| below_top(&event, &element));
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", &format!("{carried} {grabbed}"));
            }
        };
        view! {
            <li
                class="calendar-visit"
                class:over=!state.is_ahead()
                class:clashing=placed.clashes
                style:top=format!("{}px", placed.top.saturating_sub(from))
                style:height=format!("{}px", placed.height)
                style:left=format!("calc(100% * {} / {})", placed.lane, placed.lanes)
                style:width=format!("calc(100% / {})", placed.lanes)
            >
                <a
                    id=name
                    href=Route::CasePart(summary.case.clone(), Part::Visits).href()
                    draggable=movable.to_string()
                    on:dragstart=carry
                >
                    <span class="calendar-first"><span class="figure small">{time}</span> " " <strong>{customer}</strong></span>
                    <span class="calendar-marks">{mark} {clash}</span>
                    <span class="small">{number} " · " {who}</span>
                    <span class="small muted">{summary.purpose}</span>
                </a>
            </li>
        }
        .into_any()
    }

    /// Arrows go from visit to visit; with Shift they move it: up and down by a quarter of an
    /// hour, left and right by a day.
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        let (right, down) = match event.key().as_str() {
            "ArrowLeft" => (-1, 0),
            "ArrowRight" => (1, 0),
            "ArrowUp" => (0, -1),
            "ArrowDown" => (0, 1),
            _ => return,
        };
        let id = element(event).map(|element| element.id());
        let Some(id) = id.and_then(|id| Some(id.strip_prefix(VISIT)?.to_owned())) else { return };
        event.prevent_default();
        if event.shift_key() {
            let by = i64::try_from(right).unwrap_or(0) * DAY + i64::try_from(down).unwrap_or(0) * STEP;
            let start = self.start_of(&id).and_then(|start| start.plus_minutes(by));
            if let Some(start) = start {
                self.move_to(id, start);
            }
        } else if let Some(beside) =
            self.drawn.with_untracked(|drawn| drawn.as_ref()?.beside(&id, right, down).map(str::to_owned))
        {
            platform::dom::focus(&format!("{VISIT}{beside}"));
        }
    }

    fn start_of(self, id: &str) -> Option<LocalTime> {
        self.desk.index.with_untracked(|index| Some(index.visits.get(id)?.when()?.start()))
    }

    /// A visit was let go over a day, of which `from` is the first minute in view.
    pub(super) fn drop_on(self, event: &DragEvent, date: Date, from: u16) {
        let data =
            event.data_transfer().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let Some((id, grabbed)) = data.split_once(' ') else { return };
        let Some(column) =
            event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        else {
            return;
        };
        let minute = i64::from(from) + below_top(event, &column) - grabbed.parse().unwrap_or(0);
        let step = (minute + STEP / 2).div_euclid(STEP).clamp(0, DAY / STEP - 1);
        let midnight = LocalTime::new(date, 0);
        if let Some(start) = midnight.and_then(|midnight| midnight.plus_minutes(step * STEP)) {
            self.move_to(id.to_owned(), start);
        }
    }

    fn move_to(self, id: String, start: LocalTime) {
        let desk = self.desk;
        let Some(visit_id) = VisitId::parse(&id) else { return };
        leptos::task::spawn_local(async move {
            desk.load(vec![RecordKey::new(RecordKind::Visit, &id)]).await;
            let visit: Folded<VisitKind> =
                desk.records.with_untracked(|records| Folded::of(&records.journal::<VisitKind>(&id)));
            let window = visit.when().filter(|_| visit.state().is_ahead());
            let Some(window) = window.and_then(|window| window.starting_at(start)) else { return };
            let Ok(records) = change_visit(&desk.pen(), &visit_id, &visit, vec![VisitField::When(window)])
            else {
                return;
            };
            desk.save(records);
            let lang = desk.lang.get_untracked();
            desk.say(untrack(|| desk.t()).visit().moved(&when::window_in_words(lang, window)), None);
            // It may have gone out of sight, to another week.
            let in_view = |drawn: &Calendar| drawn.days.iter().any(|day| day.date == start.date());
            if !self.drawn.with_untracked(|drawn| drawn.as_ref().is_some_and(in_view)) {
                desk.lists.day.set(Some(start.date()));
            }
            request_animation_frame(move || {
                platform::dom::focus(&format!("{VISIT}{id}"));
            });
        });
    }
}

/// How far below the upper edge of an element the mouse is, in CSS pixels: minutes, here.
fn below_top(event: &DragEvent, element: &web_sys::Element) -> i64 {
    let top = element.get_bounding_client_rect().top().round() as i64;
    i64::from(event.client_y()) - top
}

fn element(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
}
