//! Measures: what the shop should know, counted from the summaries. Pure.

pub mod load;
pub mod promises;
pub mod spread;
pub mod today;
