//! Pictures that the user gives, made small enough for a letterhead.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Document, File, HtmlCanvasElement, HtmlImageElement, Url};

/// The largest file that is tried.
const MAX_BYTES: u64 = 20 * 1024 * 1024;
/// The most pixels that are tried: a browser takes four bytes of memory for each.
const MAX_PIXELS: u64 = 50_000_000;

/// Why a picture is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PictureError {
    /// More bytes or pixels than are tried.
    TooLarge,
    /// Not a picture that this browser can read.
    Broken,
}

/// Makes a picture fit into `width` by `height` pixels and gives it as a PNG data URL. A
/// smaller one keeps its size.
///
/// # Errors
/// When it is too large to be tried, or no picture.
pub async fn fitted(file: &File, width: u32, height: u32) -> Result<String, PictureError> {
    if file.size() as u64 > MAX_BYTES {
        return Err(PictureError::TooLarge);
    }
    let url = Url::create_object_url_with_blob(file).map_err(|_| PictureError::Broken)?;
    let drawn = drawn(&url, (width, height)).await;
    let _ = Url::revoke_object_url(&url);
    drawn
}

async fn drawn(url: &str, bounds: (u32, u32)) -> Result<String, PictureError> {
    let image = HtmlImageElement::new().map_err(|_| PictureError::Broken)?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.map_err(|_| PictureError::Broken)?;
    let size = (image.natural_width(), image.natural_height());
    if u64::from(size.0) * u64::from(size.1) > MAX_PIXELS {
        return Err(PictureError::TooLarge);
    }
    let size = fit(size, bounds).ok_or(PictureError::Broken)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(PictureError::Broken)?;
    draw(&document, &image, size).map_err(|_| PictureError::Broken)
}

fn draw(
    document: &Document,
    image: &HtmlImageElement,
    (width, height): (u32, u32),
) -> Result<String, JsValue> {
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    // Where it is not known, a strongly reduced picture looks a little rougher.
    Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into())?;
    canvas.to_data_url_with_type("image/png")
}

/// The size of a picture within bounds: never larger than it was, never less than a pixel.
fn fit((width, height): (u32, u32), (max_width, max_height): (u32, u32)) -> Option<(u32, u32)> {
    let [w, h, max_w, max_h] = [width, height, max_width, max_height].map(u64::from);
    if w == 0 || h == 0 {
        return None;
    }
    let (w, h) = if w <= max_w && h <= max_h {
        (w, h)
    } else if w * max_h >= h * max_w {
        (max_w, (h * max_w / w).max(1))
    } else {
        ((w * max_h / h).max(1), max_h)
    };
    Some((u32::try_from(w).ok()?, u32::try_from(h).ok()?))
}
