//! One file a page.

mod board;
mod calendar;
mod case;
mod case_part;
mod cases;
mod customer;
mod customers;
mod data;
mod first_run;
mod letter;
mod letters;
mod new_request;
mod not_found;
mod paper;
mod receipt;
mod safety;
mod settings;
mod today;

pub(super) use board::Board;
pub(super) use calendar::Calendar;
pub(super) use case::Case;
pub(super) use case_part::CasePart;
pub(super) use cases::Cases;
pub(super) use customer::Customer;
pub(super) use customers::Customers;
pub(super) use data::{Data, Importing};
pub(super) use first_run::{FirstImport, FirstRun};
pub(super) use letter::Letter;
pub(super) use letters::Letters;
pub(super) use new_request::NewRequest;
pub(super) use not_found::NotFound;
pub(super) use paper::Paper;
pub(super) use receipt::Receipt;
pub(super) use safety::Safety;
pub(super) use settings::Settings;
pub(super) use today::Today;
