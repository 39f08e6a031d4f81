//! Working a case: what each command writes down, what it refuses, and what is then known.

mod agreements;
mod answers;
mod assets;
mod bench;
mod care;
mod changes;
mod charges;
mod complaints;
mod composed;
mod erasure;
mod improvement_lists;
mod improvements;
mod jobs;
mod needs;
mod overview;
mod papers;
mod people;
mod photos;
mod pictures;
mod processes;
mod quotes;
mod reviews;
mod signing;
mod stages;
mod surveys;
mod visits;
