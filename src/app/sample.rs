//! Believable sample shops, the same for the same seed.
