//! Composes the papers of the trade from what a shop knows, and spreads them over pages.
//!
//! Pure: a paper is blocks of text (`domain::document`); how they look is `ui::print`'s and
//! the style sheet's.

mod clip;
mod columns;
mod copies;
mod drawn;
mod face;
mod letter;
pub mod paginate;
mod problem;
mod proof;
mod receipt;
mod slip;

pub use columns::{Column, columns};
pub use copies::copy_labels;
pub use drawn::{DRAWN_HEIGHT, DRAWN_WIDTH, DrawnSignature};
pub use face::{ShopFace, hours_in_words};
pub use letter::{CaseFacts, Draft, Numbering};
pub use problem::Problem;
pub use proof::Proof;
pub use receipt::{ReceiptFacts, receipt};
pub use slip::slip_length;
