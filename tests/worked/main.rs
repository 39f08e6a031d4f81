//! Working a case: what each command writes down, what it refuses, and what is then known.

mod agreements;
mod answers;
mod bench;
mod care;
mod changes;
mod charges;
mod complaints;
mod composed;
mod jobs;
mod needs;
mod overview;
mod papers;
mod photos;
mod processes;
mod quotes;
mod reviews;
mod signing;
mod stages;
mod visits;
