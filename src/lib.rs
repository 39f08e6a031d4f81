//! Casebook: cases, checklists and kept promises for small service shops, in one offline page.

pub mod domain;
pub mod journal;
