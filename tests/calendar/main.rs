//! The business calendar: against a model that counts minutes, against tables, and from outside.

mod bad_input;
mod cli;
mod figures;
mod file;
mod icalendar;
mod model;
mod pasted;
mod rules;
mod spans;
mod support;
mod zones;
