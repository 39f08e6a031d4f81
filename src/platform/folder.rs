//! Folders that somebody chose, where the browser lets a page write into them (the File System Access
//! API). It is spoken to by name: the bindings know only half of it, and not every browser has it.

use crate::archive::sync::FolderError;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException};

/// A folder.
#[derive(Clone)]
pub struct Directory(JsValue);

/// What lies in a folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

type Outcome<T> = Result<T, FolderError>;

/// Whether this browser lets pages write into folders.
#[must_use]
pub fn is_supported() -> bool {
    web_sys::window().is_some_and(|window| function(&window, "showDirectoryPicker").is_ok())
}

/// Lets whoever is here choose a folder, only in answer to a press; `None` when they chose none.
///
/// # Errors
/// When the browser has no folders, or gives none out.
pub async fn choose() -> Outcome<Option<Directory>> {
    let window = web_sys::window().ok_or(FolderError::Missing)?;
    let pick = function(&window, "showDirectoryPicker").map_err(|_| FolderError::Missing)?;
    let options = object(&[("mode", "readwrite".into()), ("id", "casebook".into())]);
    let chosen = match pick.call1(&window, &options) {
        Ok(asked) => JsFuture::from(Promise::resolve(&asked)).await,
        Err(error) => Err(error),
    };
    match chosen {
        Ok(folder) => Ok(Some(Directory(folder))),
        Err(error) if name_of(&error) == "AbortError" => Ok(None),
        Err(error) => Err(reason(&error)),
    }
}

impl Directory {
    /// A folder that was kept.
    #[must_use]
    pub fn kept(handle: JsValue) -> Self {
        Self(handle)
    }

    /// The browser's object, to be kept.
    #[must_use]
    pub fn handle(&self) -> &JsValue {
        &self.0
    }

    /// What it is called; where it lies no page is told.
    #[must_use]
    pub fn name(&self) -> String {
        text(&self.0, "name")
    }

    /// Whether it may be written.
    ///
    /// # Errors
    /// [`FolderError::NotAsked`] when a press may ask for it; [`FolderError::NotAllowed`] when it may not.
    pub async fn check(&self) -> Outcome<()> {
        self.permission("queryPermission").await
    }

    /// Asks whoever is here whether it may be written, only in answer to a press.
    ///
    /// # Errors
    /// As [`Directory::check`].
    pub async fn ask(&self) -> Outcome<()> {
        self.permission("requestPermission").await
    }

    async fn permission(&self, how: &str) -> Outcome<()> {
        let mode = object(&[("mode", "readwrite".into())]);
        match awaited(&self.0, how, &[mode]).await?.as_string().as_deref() {
            Some("granted") => Ok(()),
            Some("prompt") => Err(FolderError::NotAsked),
            _ => Err(FolderError::NotAllowed),
        }
    }

    /// A folder within this one, which is made when it is not there.
    ///
    /// # Errors
    /// When it cannot be had.
    pub async fn folder(&self, name: &str) -> Outcome<Self> {
        let create = object(&[("create", true.into())]);
        awaited(&self.0, "getDirectoryHandle", &[name.into(), create]).await.map(Self)
    }

    /// A folder within this one, if it is there.
    ///
    /// # Errors
    /// When this one cannot be read.
    pub async fn folder_if_there(&self, name: &str) -> Outcome<Option<Self>> {
        match awaited(&self.0, "getDirectoryHandle", &[name.into()]).await {
            Ok(folder) => Ok(Some(Self(folder))),
            Err(FolderError::Gone) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What lies in it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn items(&self) -> Outcome<Vec<Item>> {
        let items = called(&self.0, "values", &[])?;
        let mut found = Vec::new();
        loop {
            let next = awaited(&items, "next", &[]).await?;
            if get(&next, "done").is_truthy() {
                return Ok(found);
            }
            let item = get(&next, "value");
            found.push(Item { name: text(&item, "name"), is_folder: text(&item, "kind") == "directory" });
        }
    }

    /// The content of a file of at most `max` bytes.
    ///
    /// # Errors
    /// When it is not there, larger, or cannot be read.
    pub async fn read(&self, name: &str, max: u64) -> Outcome<Vec<u8>> {
        let blob = self.blob(name).await?;
        if blob.size() as u64 > max {
            return Err(FolderError::Failed("size".to_owned()));
        }
        Ok(Uint8Array::new(&buffer(&blob).await?).to_vec())
    }

    /// How many bytes a file has.
    ///
    /// # Errors
    /// When it is not there, or cannot be looked at.
    pub async fn size(&self, name: &str) -> Outcome<u64> {
        Ok(self.blob(name).await?.size() as u64)
    }

    async fn blob(&self, name: &str) -> Outcome<Blob> {
        let file = awaited(&self.0, "getFileHandle", &[name.into()]).await?;
        Ok(awaited(&file, "getFile", &[]).await?.unchecked_into())
    }

    /// Writes a file, whole or not at all, and reads it back.
    ///
    /// # Errors
    /// When it could not be written, or is not what was to be written.
    pub async fn write(&self, name: &str, content: &[u8]) -> Outcome<()> {
        let parts = Array::of1(&Uint8Array::from(content));
        self.write_blob(name, &Blob::new_with_u8_array_sequence(&parts).map_err(|error| reason(&error))?)
            .await
    }

    /// As [`Directory::write`], for what may be too large to be in the memory twice.
    ///
    /// # Errors
    /// As [`Directory::write`].
    pub async fn write_blob(&self, name: &str, content: &Blob) -> Outcome<()> {
        let was_there = awaited(&self.0, "getFileHandle", &[name.into()]).await.is_ok();
        let written = self.try_write(name, content).await;
        let checked = match written {
            Ok(()) => self.is(name, content).await,
            Err(error) => Err(error),
        };
        if checked.is_err() && !was_there {
            // Better none than one that is not whole; it may not be possible any more.
            let _ = self.remove(name).await;
        }
        checked
    }

    /// The browser writes elsewhere and puts the file in its place when it is closed.
    async fn try_write(&self, name: &str, content: &Blob) -> Outcome<()> {
        let create = object(&[("create", true.into())]);
        let file = awaited(&self.0, "getFileHandle", &[name.into(), create]).await?;
        let stream = awaited(&file, "createWritable", &[]).await?;
        if let Err(error) = awaited(&stream, "write", &[content.into()]).await {
            let _ = awaited(&stream, "abort", &[]).await;
            return Err(error);
        }
        awaited(&stream, "close", &[]).await.map(drop)
    }

    async fn is(&self, name: &str, content: &Blob) -> Outcome<()> {
        let written = self.blob(name).await?;
        let same = written.size() == content.size() && hash(&written).await? == hash(content).await?;
        if same { Ok(()) } else { Err(FolderError::NotKept) }
    }

    /// Removes a file. One that is not there is removed.
    ///
    /// # Errors
    /// When it is still there.
    pub async fn remove(&self, name: &str) -> Outcome<()> {
        match awaited(&self.0, "removeEntry", &[name.into()]).await {
            Ok(_) | Err(FolderError::Gone) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

async fn buffer(blob: &Blob) -> Outcome<JsValue> {
    JsFuture::from(blob.array_buffer()).await.map_err(|error| reason(&error))
}

/// The hash of bytes that need not come into wasm for it.
async fn hash(blob: &Blob) -> Outcome<Vec<u8>> {
    let crypto = get(&web_sys::window().ok_or(FolderError::Missing)?.into(), "crypto");
    let bytes = buffer(blob).await?;
    let hash = awaited(&get(&crypto, "subtle"), "digest", &["SHA-256".into(), bytes]).await?;
    Ok(Uint8Array::new(&hash).to_vec())
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn text(of: &JsValue, name: &str) -> String {
    get(of, name).as_string().unwrap_or_default()
}

fn function(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // A plain object takes every key.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn called(of: &JsValue, name: &str, arguments: &[JsValue]) -> Outcome<JsValue> {
    let arguments: Array = arguments.iter().collect();
    function(of, name).and_then(|call| call.apply(of, &arguments)).map_err(|error| reason(&error))
}

async fn awaited(of: &JsValue, name: &str, arguments: &[JsValue]) -> Outcome<JsValue> {
    let promise = Promise::resolve(&called(of, name, arguments)?);
    JsFuture::from(promise).await.map_err(|error| reason(&error))
}

fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}

fn reason(error: &JsValue) -> FolderError {
    match error.dyn_ref::<DomException>() {
        Some(error) => FolderError::named(&error.name(), &error.message()),
        None => FolderError::Failed(format!("{error:?}")),
    }
}
