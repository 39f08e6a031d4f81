//! Finding things: what lists need of a record, and the scan over it. Pure.

pub mod board;
pub mod calendar;
pub mod case_query;
pub mod day;
pub mod dues;
mod improvements;
pub mod index;
pub mod pile;
pub mod promises;
pub(crate) mod rank;
pub mod same;
pub mod summary;
mod twins;
pub mod visiting;
pub mod watch;
pub mod words;
