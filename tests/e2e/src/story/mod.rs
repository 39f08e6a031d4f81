//! What people do in a shop, step by step.

mod data;
mod letter;
mod request;
mod shop;

pub use data::{Counts, expect_counts, export, import, offer, take_over};
pub use letter::{issue, new_standing_letter};
pub use request::{Request, take_request};
pub use shop::{CORNER, Shop, begin_with_samples, first_run};
