//! What happens when somebody does something: a command gives new entries, an effect stores
//! and publishes them. Commands are pure.

pub mod asking;
pub mod command;
pub mod complaints;
pub mod copies;
pub mod csv;
pub mod export;
pub mod folder_key;
pub mod handout;
pub mod hours;
pub mod import;
pub mod intake;
pub mod lettering;
pub mod library;
pub mod locking;
pub mod messages;
pub mod notices;
pub mod overview;
pub mod papers;
pub mod process_paper;
pub mod promise_report;
pub mod promising;
pub mod sample;
pub mod samples;
pub mod space;
pub mod story;
pub mod sync;
pub mod tries;

#[cfg(target_arch = "wasm32")]
pub mod backup;
#[cfg(target_arch = "wasm32")]
pub mod desk;
#[cfg(target_arch = "wasm32")]
mod device;
#[cfg(target_arch = "wasm32")]
pub mod drafts;
#[cfg(target_arch = "wasm32")]
pub mod errand;
#[cfg(target_arch = "wasm32")]
pub mod folder;
#[cfg(target_arch = "wasm32")]
mod hearing;
#[cfg(target_arch = "wasm32")]
pub mod lists;
#[cfg(target_arch = "wasm32")]
pub mod lists_out;
#[cfg(target_arch = "wasm32")]
pub mod notifying;
#[cfg(target_arch = "wasm32")]
pub mod personal;
#[cfg(target_arch = "wasm32")]
pub mod photos;
#[cfg(target_arch = "wasm32")]
pub mod promise_rows;
#[cfg(target_arch = "wasm32")]
pub mod start;
#[cfg(target_arch = "wasm32")]
mod tidy;
#[cfg(target_arch = "wasm32")]
mod twin;
#[cfg(target_arch = "wasm32")]
pub mod watching;
