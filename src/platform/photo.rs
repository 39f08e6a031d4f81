//! Photos and files that the user gives. A photo is drawn anew at a sensible size: what the camera
//! wrote beside it (where it was taken, with what) does not come along.

use super::clock::zone_offset_minutes;
use super::file::read_bytes;
use crate::domain::local_time::LocalTime;
use crate::domain::photo::{KeptFile, MAX_FILE_BYTES, MediaType, Thumb, pixels_of};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, Url,
};

/// The largest photo that is tried: 100 MiB.
const MAX_PHOTO_BYTES: u64 = 100 * 1024 * 1024;
/// The most pixels that are tried: a browser takes four bytes of memory for each.
const MAX_PIXELS: u64 = 100_000_000;
/// The longest edge of a photo that is kept, and of the small picture of it.
const EDGE: u32 = 1600;
const SMALL_EDGE: u32 = 320;
/// A photo of more bytes is tried again with less quality.
const GOAL_BYTES: usize = 350_000;
/// How well a photo is kept, the best first.
const QUALITIES: [f64; 3] = [0.82, 0.7, 0.55];

/// Why a photo or a file is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhotoError {
    /// It has nothing in it.
    Empty,
    /// It has more bytes than a file may have.
    TooLarge {
        /// How many it has.
        bytes: u64,
        /// The most.
        max: u64,
    },
    /// It has more pixels than are tried.
    TooManyPixels,
    /// It says that it is a picture, and this browser can read none in it.
    Broken,
    /// The browser cannot read it.
    Unreadable,
}

/// A photo or a file, ready to be kept.
#[derive(Debug)]
pub struct Prepared {
    /// Its bytes.
    pub file: KeptFile,
    /// The small picture of it.
    pub thumb: Option<Thumb>,
    /// Its width and height; none where it is no picture.
    pub size: (u32, u32),
    /// What it was called; nothing of a photo.
    pub name: String,
    /// When it was taken, as the file says.
    pub taken: Option<LocalTime>,
}

/// Makes a photo or a file ready to be kept.
///
/// # Errors
/// [`PhotoError`] says why not.
pub async fn prepare(file: &File) -> Result<Prepared, PhotoError> {
    let bytes = file.size() as u64;
    if bytes == 0 {
        return Err(PhotoError::Empty);
    }
    let photo = file.type_().starts_with("image/") && !file.type_().contains("svg");
    let max = if photo { MAX_PHOTO_BYTES } else { MAX_FILE_BYTES.into() };
    if bytes > max {
        return Err(PhotoError::TooLarge { bytes, max });
    }
    let content = read_bytes(file, max).await.map_err(|_| PhotoError::Unreadable)?;
    let millis = file.last_modified() as u64;
    let taken = LocalTime::of_moment(millis, zone_offset_minutes(millis));
    if !photo && !MediaType::of(&content).is_picture() {
        return Ok(Prepared {
            file: KeptFile::new(content),
            thumb: None,
            size: (0, 0),
            name: file.name(),
            taken,
        });
    }
    if pixels_of(&content).is_some_and(|pixels| pixels > MAX_PIXELS) {
        return Err(PhotoError::TooManyPixels);
    }
    drop(content);
    let url = Url::create_object_url_with_blob(file).map_err(|_| PhotoError::Unreadable)?;
    let drawn = drawn(&url).await;
    let _ = Url::revoke_object_url(&url);
    let (photo, small, size) = drawn?;
    let file = KeptFile::new(photo);
    let thumb = Some(Thumb { of: file.hash().clone(), bytes: small });
    Ok(Prepared { file, thumb, size, name: String::new(), taken })
}

/// A small picture of a photo that came from elsewhere; nothing when it cannot be drawn.
pub async fn small_of(bytes: &[u8]) -> Option<Vec<u8>> {
    if pixels_of(bytes).is_some_and(|pixels| pixels > MAX_PIXELS) {
        return None;
    }
    let url = url_of(bytes)?;
    let small = async {
        let image = image_at(&url).await.ok()?;
        Some(encoded(&image, SMALL_EDGE, 0.7).await.ok()?.0)
    }
    .await;
    let _ = Url::revoke_object_url(&url);
    small
}

/// An address for bytes on this page, for a picture to show; give it back with [`forget_url`].
/// Its type is what the bytes themselves say.
#[must_use]
pub fn url_of(bytes: &[u8]) -> Option<String> {
    let kind = BlobPropertyBag::new();
    kind.set_type(MediaType::of(bytes).mime());
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives an address back.
pub fn forget_url(url: &str) {
    let _ = Url::revoke_object_url(url);
}

/// The photo, the small picture of it, and its width and height.
async fn drawn(url: &str) -> Result<(Vec<u8>, Vec<u8>, (u32, u32)), PhotoError> {
    let image = image_at(url).await?;
    let pixels = u64::from(image.natural_width()) * u64::from(image.natural_height());
    if pixels > MAX_PIXELS {
        return Err(PhotoError::TooManyPixels);
    }
    let mut photo = (Vec::new(), (0, 0));
    for quality in QUALITIES {
        photo = encoded(&image, EDGE, quality).await?;
        if photo.0.len() <= GOAL_BYTES {
            break;
        }
    }
    let (small, _) = encoded(&image, SMALL_EDGE, 0.7).await?;
    Ok((photo.0, small, photo.1))
}

async fn image_at(url: &str) -> Result<HtmlImageElement, PhotoError> {
    let image = HtmlImageElement::new().map_err(|_| PhotoError::Broken)?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.map_err(|_| PhotoError::Broken)?;
    Ok(image)
}

/// The picture as a JPEG within an edge; its colours on white, where it lets something through.
async fn encoded(
    image: &HtmlImageElement,
    edge: u32,
    quality: f64,
) -> Result<(Vec<u8>, (u32, u32)), PhotoError> {
    let size = (image.natural_width(), image.natural_height());
    let size = fit(size, edge).ok_or(PhotoError::Broken)?;
    let canvas = canvas(image, size).map_err(|_| PhotoError::Broken)?;
    let made = Promise::new(&mut |resolve, _| {
        let asked = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &quality.into());
        if asked.is_err() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
        }
    });
    let blob = JsFuture::from(made).await.ok().and_then(|blob| blob.dyn_into::<Blob>().ok());
    let blob = blob.ok_or(PhotoError::Broken)?;
    let bytes = JsFuture::from(blob.array_buffer()).await.map_err(|_| PhotoError::Unreadable)?;
    // Phones have little memory for canvases, and free them late.
    canvas.set_width(0);
    Ok((Uint8Array::new(&bytes).to_vec(), size))
}

fn canvas(image: &HtmlImageElement, (width, height): (u32, u32)) -> Result<HtmlCanvasElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, width.into(), height.into());
    // Where it is not known, a strongly reduced picture looks a little rougher.
    Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into())?;
    Ok(canvas)
}

/// The size of a picture within an edge: never larger than it was, never less than a pixel.
fn fit((width, height): (u32, u32), edge: u32) -> Option<(u32, u32)> {
    let longest = width.max(height);
    if width == 0 || height == 0 {
        return None;
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(edge.min(longest)) / u64::from(longest);
        u32::try_from(side.max(1)).ok()
    };
    Some((scaled(width)?, scaled(height)?))
}
