//! What the lists and the first page show of a shop's cases.

mod board;
mod calendar;
mod counter;
mod search;
mod stats;
mod twins;
