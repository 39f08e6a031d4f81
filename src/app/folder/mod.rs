//! The folder that somebody chose on this device: copies are written into it by themselves, and several
//! devices may exchange their entries through it. Its code is fetched when it is wanted, and lives as
//! long as the page.

mod copying;
mod here;
mod keeper;
mod shore;

pub use keeper::{Face, Keeper, Sharing, Trouble, WISH, keeper};
