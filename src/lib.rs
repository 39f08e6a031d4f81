//! Casebook: cases, checklists and kept promises for small service shops, in one offline page.

pub mod catalog;
pub mod domain;
pub mod i18n;
pub mod journal;
pub mod search;
pub mod app;
