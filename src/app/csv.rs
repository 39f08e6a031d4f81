//! Tables for spreadsheets.

pub use crate::archive::tables::{Cell, csv};
