//! What a shop knows, as values and rules. Below this room lies only the journal.

pub mod acceptance;
pub mod asset;
pub mod case;
pub mod customer;
pub mod date;
pub mod document;
pub mod email;
pub mod execution;
mod fields;
pub mod hours;
pub mod id;
pub mod lang;
pub mod letter;
pub mod local_time;
pub mod money;
pub mod needs;
pub mod payment;
pub mod phone;
pub mod process;
pub mod quote;
pub mod record;
pub mod review;
pub mod shop;
pub mod signature;
pub mod staff;
pub mod text;
pub mod visit;
