//! Opening the database, and letting go of it when another tab has a newer version.

use super::schema::{SCHEMA_VERSION, upgrade};
use super::transaction::reason;
use crate::store::StoreError;
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent};

/// How long another tab may hold up an upgrade before the user is asked to close it.
const BLOCKED_MS: i32 = 3_000;
/// How long the browser may stay without any answer.
const SILENT_MS: i32 = 8_000;

/// An open database.
pub(super) struct Connection {
    pub(super) raw: IdbDatabase,
    /// Whether there was no database before.
    pub(super) is_new: bool,
    /// Lives as long as the browser may call it.
    _on_version_change: Closure<dyn Fn()>,
}

impl Connection {
    /// Opens the database of this name, and makes it when there is none.
    ///
    /// When another tab wants to upgrade or delete it, this connection closes itself and
    /// then calls `superseded`.
    pub(super) async fn open(name: &str, superseded: impl Fn() + 'static) -> Result<Self, StoreError> {
        let (raw, is_new) = open(name).await?;
        let on_version_change = Closure::<dyn Fn()>::new({
            let raw = raw.clone();
            move || {
                raw.close();
                superseded();
            }
        });
        raw.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Ok(Self { raw, is_new, _on_version_change: on_version_change })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.raw.set_onversionchange(None);
        self.raw.close();
    }
}

/// The database, and whether it was made now.
async fn open(name: &str) -> Result<(IdbDatabase, bool), StoreError> {
    let request = factory()?.open_with_u32(name, SCHEMA_VERSION).map_err(|error| reason(&error))?;
    let mut patience = SILENT_MS;
    let mut is_new = false;
    loop {
        let event = next_event(&request, patience).await;
        match event.as_ref().map(Event::type_).as_deref() {
            Some("upgradeneeded") => {
                let from = event.and_then(|event| event.dyn_into::<IdbVersionChangeEvent>().ok());
                let from = from.map_or(0, |event| event.old_version() as u32);
                is_new = from == 0;
                upgrade(&request, from).inspect_err(|_| abort(&request))?;
            }
            Some("blocked") => patience = BLOCKED_MS,
            Some("success") => {
                let database = request.result().map_err(|error| reason(&error))?;
                return Ok((database.dyn_into().map_err(|_| StoreError::Damaged)?, is_new));
            }
            Some(_) => return Err(refusal(&request)),
            None => {
                give_up(&request);
                return Err(StoreError::Blocked);
            }
        }
    }
}

fn factory() -> Result<IdbFactory, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Refused)?;
    window.indexed_db().ok().flatten().ok_or(StoreError::Refused)
}

/// The next event of an opening; `None` when it takes too long.
///
/// The browser resolves the promise itself, and a promise continues before the browser takes
/// the event as handled: the upgrade is still open then.
async fn next_event(request: &IdbOpenDbRequest, patience: i32) -> Option<Event> {
    let event = Promise::new(&mut |resolve, _| {
        request.set_onupgradeneeded(Some(&resolve));
        request.set_onblocked(Some(&resolve));
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&resolve));
    });
    let too_late = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, patience);
        }
    });
    let first = JsFuture::from(Promise::race(&Array::of2(&event, &too_late))).await.ok()?;
    first.dyn_into::<Event>().ok()
}

fn abort(request: &IdbOpenDbRequest) {
    if let Some(upgrade) = request.transaction() {
        let _ = upgrade.abort();
    }
}

/// An opening that comes after we stopped waiting must neither stand in the way of others nor
/// leave a schema half made: nobody would make its object stores any more.
fn give_up(request: &IdbOpenDbRequest) {
    let late = request.clone();
    let stop = Closure::<dyn Fn()>::new(move || abort(&late));
    request.set_onupgradeneeded(Some(stop.into_js_value().unchecked_ref()));
    let late = request.clone();
    let close = Closure::once_into_js(move || {
        if let Ok(database) = late.result() {
            database.unchecked_into::<IdbDatabase>().close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

/// Why an opening failed.
fn refusal(request: &IdbOpenDbRequest) -> StoreError {
    match request.error() {
        // Some browsers say so of a private window.
        Ok(Some(error)) if error.name() == "InvalidStateError" => StoreError::Refused,
        // The request does not say why the making of the database was aborted. The browser does
        // that when there is no room for it.
        Ok(Some(error)) if error.name() == "AbortError" => StoreError::Full,
        Ok(Some(error)) => reason(&error),
        _ => StoreError::Failed("open".to_owned()),
    }
}
