//! What people do in a shop, step by step.

mod case;
mod change;
mod data;
mod followed;
mod letter;
mod money;
mod offer;
mod pages;
mod people;
mod request;
mod result;
mod review;
mod shop;
mod sign;

pub use case::{open_more, open_on_case};
pub use change::{Change, Wish};
pub use data::{Counts, expect_counts, export, import, offer, stored_rows, take_over};
pub use followed::{Followed, take_request_of};
pub use letter::{issue, new_standing_letter};
pub use money::{agree_term, receive};
pub use offer::{add_line, add_option, cell, choose_option, option_card, price, quote_line};
pub use pages::{page, pages};
pub use people::{erase_only_customer, export_is_without, join, no_page_says, open_first_customer};
pub use request::{KETTLE, Request, WASHER, take_request};
pub use result::{accept_result, pass_test};
pub use review::approve;
pub use shop::{CORNER, Shop, begin_with_samples, first_run};
pub use sign::sign;
