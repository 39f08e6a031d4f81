//! What a shop knows, as values and rules. Below this room lies only the journal.

pub mod asset;
pub mod case;
pub mod customer;
pub mod date;
pub mod document;
pub mod email;
mod fields;
pub mod hours;
pub mod id;
pub mod lang;
pub mod letter;
pub mod paper_kind;
pub mod phone;
pub mod process;
pub mod record;
pub mod shop;
pub mod staff;
pub mod text;
