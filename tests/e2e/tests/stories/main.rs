//! The stories of the product, in real browsers. `tools/test.sh` runs them one after the other.

mod accessibility;
mod bad_files;
mod change_request;
mod english_letter;
mod first_load;
mod job;
mod large_shop;
mod long_letter;
mod needs;
mod one_file;
mod processes;
mod quiet;
mod quote;
mod storage_refused;
mod two_tabs;
mod visits;
mod whole_story;
