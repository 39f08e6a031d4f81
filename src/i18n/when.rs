//! Moments as people say them.
