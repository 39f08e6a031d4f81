//! The door to the browser, beside the store's: small functions over what a page may ask of it.
//!
//! What a browser may lack or refuse is a value here, never a panic.

pub mod alone;
pub mod clipboard;
pub mod clock;
pub mod decode;
pub mod dom;
pub mod file;
pub mod folder;
pub mod measure;
pub mod notify;
pub mod on_demand;
pub mod pause;
pub mod photo;
pub mod picture;
pub mod preferences;
pub mod prefers;
pub mod print;
pub mod random;
pub mod share;
pub mod storage;
pub mod veil;
