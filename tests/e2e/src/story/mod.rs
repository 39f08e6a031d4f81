//! What people do in a shop, step by step.

mod shop;

pub use shop::{Shop, begin_with_samples, first_run};
