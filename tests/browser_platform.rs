//! The other door to the browser, in a real one.

#![cfg(target_arch = "wasm32")]

use casebook::platform::file::{FileError, read_bytes, read_text};
use casebook::platform::picture::{PictureError, fitted};
use casebook::platform::{clock, dom, preferences, prefers, random, storage};
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, File, HtmlImageElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn file(content: &[u8]) -> File {
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(content)), "file").unwrap()
}

/// An uncompressed picture of these sizes, all black.
fn bitmap(width: u32, height: u32) -> Vec<u8> {
    let row = (width * 3).next_multiple_of(4);
    let size = 54 + row * height;
    let mut bytes = b"BM".to_vec();
    for number in [size, 0, 54, 40, width, height, 1 | 24 << 16, 0, 0, 0, 0, 0, 0] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.resize(size as usize, 0);
    bytes
}

async fn size_of(url: &str) -> (u32, u32) {
    let image = HtmlImageElement::new().unwrap();
    image.set_src(url);
    JsFuture::from(image.decode()).await.unwrap();
    (image.natural_width(), image.natural_height())
}

#[wasm_bindgen_test]
async fn a_picture_is_made_to_fit() {
    for (from, to) in [
        ((960, 100), (480, 50)),
        ((100, 960), (16, 160)),
        ((480, 160), (480, 160)),
        ((30, 20), (30, 20)),
        ((2000, 1), (480, 1)),
    ] {
        let url = fitted(&file(&bitmap(from.0, from.1)), 480, 160).await.unwrap();
        assert!(url.starts_with("data:image/png;base64,"), "{url}");
        assert_eq!(size_of(&url).await, to, "{from:?}");
    }
}

#[wasm_bindgen_test]
async fn what_is_no_picture_is_refused() {
    for content in [&b""[..], b"not a picture", &bitmap(40, 40)[..40]] {
        assert_eq!(fitted(&file(content), 480, 160).await, Err(PictureError::Broken));
    }
    let mut many_pixels = bitmap(1, 1);
    many_pixels[18..26].copy_from_slice(&[0, 0x40, 0, 0, 0, 0x40, 0, 0]);
    assert!(fitted(&file(&many_pixels), 480, 160).await.is_err());
    let many_bytes = file(&vec![0; 21 * 1024 * 1024]);
    assert_eq!(fitted(&many_bytes, 480, 160).await, Err(PictureError::TooLarge));
}

#[wasm_bindgen_test]
async fn a_file_is_read_or_refused() {
    assert_eq!(read_text(&file("\u{feff}客户".as_bytes()), 100).await.as_deref(), Ok("客户"));
    assert_eq!(read_text(&file(&[0xff, 0xfe]), 100).await, Err(FileError::NotText));
    assert_eq!(read_bytes(&file(&[1, 2, 3]), 3).await, Ok(vec![1, 2, 3]));
    assert_eq!(read_bytes(&file(&[1, 2, 3]), 2).await, Err(FileError::TooLarge { bytes: 3, max: 2 }));
}

#[wasm_bindgen_test]
fn preferences_are_kept_or_forgotten() {
    assert_eq!(preferences::get("colour"), None);
    preferences::set("colour", "green");
    assert_eq!(preferences::get("colour").as_deref(), Some("green"));

    // What a browser does that blocks cookies: the property itself throws.
    let window = web_sys::window().unwrap();
    let refuse = js_sys::Function::new_no_args("throw new DOMException('no', 'SecurityError')");
    let property = js_sys::Object::new();
    Reflect::set(&property, &"get".into(), &refuse).unwrap();
    Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
    js_sys::Object::define_property(&window, &"localStorage".into(), &property);
    preferences::set("colour", "red");
    assert_eq!(preferences::get("colour"), None);
    Reflect::delete_property(&window, &"localStorage".into()).unwrap();
}

#[wasm_bindgen_test]
fn clock_and_chance_move() {
    assert!(clock::now_ms() > 1_700_000_000_000);
    assert!((-14 * 60..=14 * 60).contains(&clock::zone_offset_minutes(clock::now_ms())));
    assert_ne!(random::bits(), random::bits());
}

#[wasm_bindgen_test]
async fn the_browser_tells_of_itself() {
    assert!(!prefers::languages().is_empty());
    let (used, quota) = storage::estimate().await.unwrap();
    assert!(used < quota);
}

#[wasm_bindgen_test]
fn the_document_follows() {
    dom::set_lang("zh-TW");
    dom::set_title("案件");
    let button = document().create_element("button").unwrap();
    button.set_id("here");
    document().body().unwrap().append_child(&button).unwrap();
    assert!(dom::focus("here") && !dom::focus("nowhere"));
    assert_eq!(document().active_element(), Some(button));
    assert_eq!(document().title(), "案件");
    let root = document().document_element().unwrap();
    assert_eq!(root.get_attribute("lang").as_deref(), Some("zh-TW"));
    assert!(root.is_instance_of::<web_sys::HtmlElement>());
}
