//! The promises of letters: when their clocks start and stop, and what they come to.

mod bad_input;
mod calendars;
mod erasure;
mod kinds;
mod kinds_later;
mod laws;
mod sample;
mod speed;
mod support;
mod visits;
