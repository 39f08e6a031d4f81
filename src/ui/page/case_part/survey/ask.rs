use super::{fill, hand_over, phone};
use crate::domain::paper_kind::PaperKind;
use crate::domain::survey::SurveyWay;
use crate::platform::dom;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Icon, Text, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// Where the form stands that was opened.
const PLACE: &str = "survey-asked";

/// The ways to ask: on this screen, by phone, with the printed form.
#[component]
pub(super) fn Ask(shown: Shown) -> impl IntoView {
    let paper = Route::Paper(shown.id.to_string(), PaperKind::SatisfactionForm).href();
    let s = StoredValue::new(shown);
    let (open, way) = (RwSignal::new(false), RwSignal::new(SurveyWay::Screen));
    let go = move |to: SurveyWay| {
        way.set(to);
        open.set(true);
        request_animation_frame(|| dom::focus_first_in(PLACE));
    };
    let button = move |to: SurveyWay, name: Text, class: &'static str| {
        view! { <Button label=name class=class on_press=move |()| go(to)/> }
    };
    let form = live(move || {
        open.get().then(|| {
            let shown = s.get_value();
            match way.get() {
                SurveyWay::Screen => view! { <hand_over::HandOver shown=shown open=open/> }.into_any(),
                SurveyWay::Phone => view! { <phone::Phone shown=shown open=open/> }.into_any(),
                SurveyWay::Form => view! { <fill::Fill shown=shown open=open/> }.into_any(),
            }
        })
    });
    view! {
        <section class="section survey-ask">
            <h2>{said(|t| t.survey().ask)}</h2>
            <div class="btn-row">
                {button(SurveyWay::Screen, |t| t.survey().ask_screen, "btn btn-primary")}
                {button(SurveyWay::Phone, |t| t.survey().ask_phone, "btn")}
                {button(SurveyWay::Form, |t| t.survey().ask_form, "btn")}
                <a class="btn" href=paper><Icon glyph=Glyph::Print/>{said(|t| t.survey().ask_print)}</a>
            </div>
            <div id=PLACE class="fold-form">{form}</div>
        </section>
    }
    .into_any()
}
