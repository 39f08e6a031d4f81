//! The folder that somebody chose on this device: copies are written into it by themselves, and several
//! devices may exchange their entries through it. Its code is fetched when it is wanted, and lives as
//! long as the page.

mod copying;
mod exchange;
mod face;
mod here;
mod keeper;
mod keys;
mod shore;
mod wishes;

pub use face::{Face, Sharing, Trouble};
pub use keeper::{CHOSEN, Keeper, keeper};
pub use keys::KeyTrouble;
