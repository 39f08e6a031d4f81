use super::block::blocks_view;
use super::look::Look;
use crate::paper::paginate::{Extent, Layout, Page, lay_out};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Lays a paper out by setting it once, out of sight, on a page as long as it needs. The
/// faces are the system's own, so they are there at once; a picture has a room of fixed size.
pub(super) fn measured(look: &Look) -> Layout {
    let document = &look.document;
    let Some(place) = out_of_sight() else {
        let whole = Page { blocks: 0..document.blocks.len(), head: None, over: true };
        return Layout { fit: 0, pages: vec![whole], spare: 0 };
    };
    let blocks = blocks_view(look, 0..document.blocks.len());
    let (class, lang) = (look.class(), document.lang.tag());
    let long_page = leptos::mount::mount_to(place.clone(), move || {
        view! {
            <section class=class lang=lang>
                <div class="sheet-body">{blocks}</div>
                <footer class="sheet-foot"></footer>
            </section>
        }
    });
    let (fits, comfortable) = look.fits();
    let sheet = place.first_element_child();
    let body = sheet.as_ref().and_then(Element::first_element_child);
    let height = body.as_ref().map_or(0, |body| edge(body.client_height()));
    let layout = lay_out(&document.blocks, height, fits, comfortable, |fit| {
        if let Some(sheet) = &sheet {
            let _ = sheet.set_attribute("data-fit", &fit.to_string());
        }
        body.as_ref().map(extents).unwrap_or_default()
    });
    drop(long_page);
    place.remove();
    layout
}

/// A place on the screen's page that nobody sees.
fn out_of_sight() -> Option<HtmlElement> {
    let root = leptos::prelude::document();
    let place = root.create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    place.set_class_name("sheet-measure");
    root.body()?.append_child(&place).ok()?;
    Some(place)
}

/// Where each block stands within the body.
fn extents(body: &Element) -> Vec<Extent> {
    let blocks = body.get_elements_by_class_name("block");
    (0..blocks.length())
        .filter_map(|place| blocks.item(place)?.dyn_into::<HtmlElement>().ok())
        .map(|block| {
            let top = edge(block.offset_top());
            Extent { top, bottom: top + edge(block.offset_height()) }
        })
        .collect()
}

/// A coordinate of the browser's; a negative one would be above the page.
fn edge(pixels: i32) -> u32 {
    u32::try_from(pixels).unwrap_or(0)
}
