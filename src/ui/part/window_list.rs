use crate::app::lists::Place;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, HtmlUListElement};

/// Rows kept beyond each edge, so that a quick scroll shows no gap.
const SPARE: usize = 5;
/// A list narrower than this, in CSS pixels, shows its rows in their narrow form. The style
/// sheet's container query has the same number.
const NARROW: i32 = 640;
/// The size of letters that row heights are told for.
const USUAL_LETTER: usize = 16;
/// What stays free above and below a row that is moved to: a phone's menu is fixed there.
const MARGIN: i32 = 72;

/// The part of a list that exists.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Span {
    first: usize,
    count: usize,
    row_height: usize,
}

/// A list of any length of which only the rows in view exist. All rows have one height. The
/// arrow keys, Home and End move between the rows' links.
#[component]
pub(crate) fn WindowList<V: IntoAny + 'static>(
    /// What the list is, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The keys of all rows, in order; each once.
    #[prop(into)]
    keys: Signal<Vec<String>>,
    /// A row's height in CSS pixels, where letters have their usual size.
    row_height: usize,
    /// A row's height where the list is narrow; the same unless told.
    #[prop(optional)]
    narrow_row_height: Option<usize>,
    /// Makes the row of a key.
    row: impl Fn(String) -> V + Send + Sync + 'static,
    /// Where somebody was in the list, to come back to.
    #[prop(optional)]
    place: Option<StoredValue<Place>>,
) -> impl IntoView {
    let heights = (row_height, narrow_row_height.unwrap_or(row_height));
    window_list(label, keys, heights, Callback::new(move |key| row(key).into_any()), place)
}

/// The list, once for all kinds of rows.
fn window_list(
    label: Signal<String>,
    keys: Signal<Vec<String>>,
    (wide, narrow): (usize, usize),
    row: Callback<String, AnyView>,
    place: Option<StoredValue<Place>>,
) -> AnyView {
    let list = NodeRef::<leptos::html::Ul>::new();
    let span = RwSignal::new(Span { first: 0, count: 2 * SPARE, row_height: wide });
    let settled = StoredValue::new(false);
    let measure = move || {
        let Some(list) = list.get_untracked() else { return };
        let usual_height = if list.client_width() < NARROW { narrow } else { wide };
        let seen = seen(&list, usual_height * letter_size() / USUAL_LETTER);
        if span.get_untracked() != seen {
            span.set(seen);
        }
        if let Some(place) = place
            && settled.get_value()
        {
            place.update_value(|place| place.scrolled = scrolled());
        }
    };
    let move_to = move |row: usize| {
        if let Some(list) = list.get_untracked() {
            bring_into_view(&list, row, span.get_untracked().row_height);
            measure();
            request_animation_frame(move || focus_row(&list, row));
        }
    };
    for event in ["scroll", "resize"] {
        let handle = window_event_listener_untyped(event, move |_| measure());
        on_cleanup(move || handle.remove());
    }
    // What waits for a frame may find that the list has left the page in the meantime.
    let is_gone = move || settled.try_get_value().is_none();
    let come_back = move |before: Place| {
        if !is_gone() && nothing_has_focus() {
            window().scroll_to_with_x_and_y(0.0, f64::from(before.scrolled));
            before.row.into_iter().for_each(move_to);
        }
    };
    Effect::new(move |_| {
        keys.with(Vec::len);
        request_animation_frame(move || {
            if is_gone() {
                return;
            }
            let before = place.map(|place| place.get_value()).unwrap_or_default();
            let begins = !settled.get_value();
            settled.set_value(true);
            measure();
            if begins && before != Place::default() {
                // The list has its full height from the next frame on.
                request_animation_frame(move || come_back(before));
            }
        });
    });

    let rows = Memo::new(move |_| {
        let Span { first, count, .. } = span.get();
        keys.with(|keys| {
            let first = first.min(keys.len().saturating_sub(count));
            let shown = keys.iter().enumerate().skip(first).take(count);
            shown.map(|(at, key)| (at, key.clone())).collect::<Vec<_>>()
        })
    });
    let length = Memo::new(move |_| keys.with(Vec::len));
    let height = Memo::new(move |_| span.get().row_height);
    let item = move |(at, key): (usize, String)| {
        let own = key.clone();
        // A row stays the same element, and keeps the cursor, where the list changes around it.
        let at = Memo::new(move |before: Option<&usize>| {
            let now = rows.with(|rows| rows.iter().find(|(_, key)| *key == own).map(|(at, _)| *at));
            now.or(before.copied()).unwrap_or(at)
        });
        view! {
            <li
                style:transform=move || pixels_down(at.get() * height.get())
                style:height=move || pixels(height.get())
                data-at=move || at.get().to_string()
                aria-posinset=move || (at.get() + 1).to_string()
                aria-setsize=move || length.get().to_string()
            >
                {row.run(key)}
            </li>
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        let Some(here) = row_of(event.target()) else { return };
        let last = length.get_untracked().saturating_sub(1);
        let there = match event.key().as_str() {
            "ArrowDown" => (here + 1).min(last),
            "ArrowUp" => here.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        move_to(there);
    };
    let on_click = move |event: leptos::ev::MouseEvent| {
        if let Some(place) = place {
            place.update_value(|place| place.row = row_of(event.target()));
        }
    };
    view! {
        <ul
            class="window-list"
            role="list"
            node_ref=list
            aria-label=move || label.get()
            style:height=move || pixels(length.get() * height.get())
            on:keydown=on_key
            on:click=on_click
        >
            <For each=move || rows.get() key=|(_, key)| key.clone() children=item/>
        </ul>
    }
    .into_any()
}

/// Which rows the window shows, and a few more.
fn seen(list: &HtmlUListElement, row_height: usize) -> Span {
    let above = usize::try_from(-top(list)).unwrap_or(0);
    let window = usize::try_from(window_height()).unwrap_or(0);
    Span {
        first: (above / row_height).saturating_sub(SPARE),
        count: window / row_height + 2 + 2 * SPARE,
        row_height,
    }
}

/// Where the list begins, from the window's upper edge.
fn top(list: &HtmlUListElement) -> i32 {
    list.get_bounding_client_rect().top() as i32
}

/// The size of letters that somebody has set in their browser, in whole CSS pixels.
fn letter_size() -> usize {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
    let whole = size.split(|c: char| !c.is_ascii_digit()).next().and_then(|whole| whole.parse().ok());
    whole.filter(|size| (8..=64).contains(size)).unwrap_or(USUAL_LETTER)
}

fn window_height() -> i32 {
    window().inner_height().ok().and_then(|height| height.as_f64()).map_or(900, |height| height as i32)
}

fn scrolled() -> i32 {
    window().scroll_y().map_or(0, |y| y as i32)
}

/// Scrolls as little as shows the row.
fn bring_into_view(list: &HtmlUListElement, row: usize, row_height: usize) {
    let pixels = |rows: usize| i32::try_from(rows * row_height).unwrap_or(i32::MAX);
    let row_top = top(list).saturating_add(pixels(row));
    let lowest = window_height() - MARGIN - pixels(1);
    let by = (row_top - MARGIN).min(0) + (row_top - lowest).max(0);
    if by != 0 {
        window().scroll_by_with_x_and_y(0.0, f64::from(by));
    }
}

fn focus_row(list: &HtmlUListElement, row: usize) {
    let link = list.query_selector(&format!("[data-at='{row}'] a")).ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// The row that an element stands in.
fn row_of(target: Option<EventTarget>) -> Option<usize> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest("[data-at]").ok()??.get_attribute("data-at")?.parse().ok()
}

/// Whether the cursor is nowhere, as after a way back: it then may be put where it was.
fn nothing_has_focus() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

fn pixels(count: usize) -> String {
    format!("{count}px")
}

fn pixels_down(count: usize) -> String {
    format!("translateY({count}px)")
}
