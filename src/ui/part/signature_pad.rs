use super::text_field::FieldFoot;
use super::{Button, fresh_id, label, said};
use crate::app::desk::use_desk;
use crate::domain::signature::{GRID_HEIGHT, GRID_WIDTH, Point, path_of};
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Lines as they are drawn; each time the finger was down, one.
pub(super) type Lines = Vec<Vec<Point>>;

/// A field to sign in: by finger, pen or mouse.
#[component]
pub(crate) fn SignaturePad(
    /// What was drawn.
    lines: RwSignal<Lines>,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let id = fresh_id("pad");
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    // One finger draws; a palm that comes to lie beside it does not.
    let drawing = StoredValue::new(None::<i32>);
    let down = move |event: PointerEvent| {
        if drawing.get_value().is_some() || event.button() != 0 {
            return;
        }
        let Some((pad, point)) = place(&event) else { return };
        event.prevent_default();
        // Without it a line that leaves the field would end there; with it, at its edge.
        let _ = pad.set_pointer_capture(event.pointer_id());
        drawing.set_value(Some(event.pointer_id()));
        lines.update(|lines| lines.push(vec![point]));
    };
    let moved = move |event: PointerEvent| {
        if drawing.get_value() != Some(event.pointer_id()) {
            return;
        }
        let Some((_, point)) = place(&event) else { return };
        lines.update(|lines| {
            if let Some(line) = lines.last_mut().filter(|line| line.last() != Some(&point)) {
                line.push(point);
            }
        });
    };
    let up = move |event: PointerEvent| {
        if drawing.get_value() == Some(event.pointer_id()) {
            drawing.set_value(None);
        }
    };
    let name = move || {
        let count = lines.with(Vec::len);
        if count == 0 {
            desk.t().signing().pad_empty.to_owned()
        } else {
            desk.t().signing().pad_drawn(&count)
        }
    };
    let described = {
        let (error_id, hint_id) = (error_id.clone(), hint_id.clone());
        move || if error.with(Option::is_some) { error_id.clone() } else { hint_id.clone() }
    };
    view! {
        <div class="field" class:has-error=move || error.with(Option::is_some)>
            <div class="pad-head">
                <span class="label">{said(|t| t.signing().pad)}</span>
                <Button
                    label=|t| t.signing().clear
                    class="btn btn-quiet"
                    on_press=move |()| {
                        drawing.set_value(None);
                        lines.set(Vec::new());
                    }
                />
            </div>
            <svg
                class="pad"
                viewBox=format!("0 0 {GRID_WIDTH} {GRID_HEIGHT}")
                role="img"
                aria-label=name
                aria-describedby=described
                on:pointerdown=down
                on:pointermove=moved
                on:pointerup=up
                on:pointercancel=up
            >
                <path class="pad-line" d="M64 416h896"></path>
                <path d=move || lines.with(|lines| path_of(lines))></path>
            </svg>
            <FieldFoot error=error error_id=error_id hint=label(|t| t.signing().pad_hint) hint_id=hint_id/>
        </div>
    }
    .into_any()
}

/// The field, and where on it the finger is.
fn place(event: &PointerEvent) -> Option<(Element, Point)> {
    let pad = event.current_target()?.dyn_into::<Element>().ok()?;
    let frame = pad.get_bounding_client_rect();
    let whole = |pixels: f64| pixels.round() as i32;
    let (left, top) = (event.client_x() - whole(frame.left()), event.client_y() - whole(frame.top()));
    let point = Point::within(left, top, whole(frame.width()), whole(frame.height()))?;
    Some((pad, point))
}
