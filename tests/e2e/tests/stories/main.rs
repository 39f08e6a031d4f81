//! The stories of the product, in real browsers. `tools/test.sh` runs them one after the other.

mod whole_story;
