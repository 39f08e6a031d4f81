//! The stories of the product, in real browsers. `tools/test.sh` runs them one after the other.

mod accessibility;
mod bad_files;
mod change_request;
mod decoration;
mod dragging;
mod english_letter;
mod first_load;
mod garage;
mod job;
mod large_shop;
mod long_letter;
mod needs;
mod on_case;
mod one_file;
mod people;
mod processes;
mod quiet;
mod quote;
mod signatures;
mod special;
mod storage_refused;
mod tap;
mod two_tabs;
mod visits;
mod whole_story;
