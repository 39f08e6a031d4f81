//! The timeline of a case says in words what every entry did, in each language.

mod fields;
mod happened;
mod lines;
mod support;
