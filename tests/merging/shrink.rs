//! Leaves out of a story that went wrong what does not matter.

use crate::steps::Story;

/// The shortest story found that still goes wrong.
pub(crate) fn shrunk(mut story: Story, goes_wrong: impl Fn(&Story) -> bool) -> Story {
    let mut piece = story.steps.len().div_ceil(2);
    while piece > 0 {
        let mut at = 0;
        let mut shorter = false;
        while at < story.steps.len() {
            let mut less = story.clone();
            less.steps.drain(at..story.steps.len().min(at + piece));
            if goes_wrong(&less) {
                story = less;
                shorter = true;
            } else {
                at += piece;
            }
        }
        if !shorter || piece > 1 {
            piece /= 2;
        }
    }
    story
}
