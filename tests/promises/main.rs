//! The promises of letters: when their clocks start and stop, and what they come to.

mod bad_input;
mod calendars;
mod erasure;
mod kinds;
mod laws;
mod sample;
mod support;
mod visits;
