//! Casebook in real browsers, used as people use it.
//!
//! A test opens a [`Screen`] in a [`Profile`] on one of the two builds ([`Home`]), and finds
//! everything on it by role and accessible name ([`Target`]), never by its place in the
//! document. The names come from the app's own texts ([`Words`]), so a story is told once for
//! all languages. What goes wrong stops the test with a sentence: helpers panic.

mod archive;
mod axe;
mod devtools;
mod driver;
mod home;
mod keys;
mod kill;
mod locate;
mod mouse;
mod naughty;
mod npm;
mod paper;
mod pen;
mod profile;
mod program;
mod scratch;
mod screen;
pub mod story;
mod target;
mod time;
mod words;

pub use archive::Archive;
pub use axe::Axe;
pub use devtools::Look;
pub use home::{Home, dist};
pub use naughty::naughty_strings;
pub use paper::Paper;
pub use profile::{Browser, Profile};
pub use program::{archive_program, calendar_program};
pub use scratch::Scratch;
pub use screen::{Screen, squash};
pub use target::*;
pub use words::Words;

use std::path::PathBuf;
use std::time::Duration;

/// How long something on the screen may take to appear: the machine may be slow, or busy.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is looked for.
const GLANCE: Duration = Duration::from_millis(50);

/// The root of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    PathBuf::from(root).canonicalize().expect("the crate lies two folders deep")
}
