//! A folder that several devices share: what its files are called, and which are joined
//! (`docs/sync-format.md`). Whatever carries the folder from device to device is none of ours.

mod join;
mod name;
mod replaced;
mod trouble;

pub use join::{OwnFile, to_join};
pub use name::{FileId, Named, digest, parse};
pub use replaced::{replaced, saying};
pub use trouble::FolderError;

/// The folder within the chosen one in which devices exchange their entries.
pub const FOLDER: &str = "casebook-sync";
