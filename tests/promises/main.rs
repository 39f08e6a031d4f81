//! The promises of letters: when their clocks start and stop, and what they come to.

mod sample;
