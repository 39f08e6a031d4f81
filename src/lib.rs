//! Casebook: cases, checklists and kept promises for small service shops, in one offline page.

pub mod app;
pub mod archive;
pub mod catalog;
pub mod domain;
pub mod i18n;
pub mod journal;
pub mod paper;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod search;
pub mod stats;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
