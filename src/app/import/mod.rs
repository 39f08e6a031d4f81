//! Taking a file in: first what it would do, then, if somebody says so, all of it at once; and
//! taking that back.

mod back;
mod difference;
mod mark;

#[cfg(target_arch = "wasm32")]
mod effect;
#[cfg(target_arch = "wasm32")]
mod sheet;
#[cfg(target_arch = "wasm32")]
mod undo;

pub use back::{TakingBack, taking_back};
pub use difference::{Beside, Difference, Happened, NewValue, difference, process_of};
pub use mark::Mark;

#[cfg(target_arch = "wasm32")]
pub use effect::*;
#[cfg(target_arch = "wasm32")]
pub use sheet::{
    Foreign, Looked, Reading, RowAlike, Rows, SheetError, cards_of, look_at_rows, processes, table_of,
    text_of,
};
#[cfg(target_arch = "wasm32")]
pub use undo::{Earlier, earlier, keep_for_good, look_back, take_back};
