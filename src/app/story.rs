//! The timeline of a case: what happened, in words.
