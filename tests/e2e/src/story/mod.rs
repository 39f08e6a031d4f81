//! What people do in a shop, step by step.

mod case;
mod data;
mod letter;
mod pages;
mod request;
mod shop;

pub use case::{open_more, open_on_case};
pub use data::{Counts, expect_counts, export, import, offer, stored_rows, take_over};
pub use letter::{issue, new_standing_letter};
pub use pages::{page, pages};
pub use request::{Request, WASHER, take_request};
pub use shop::{CORNER, Shop, begin_with_samples, first_run};
