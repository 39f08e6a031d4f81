//! Shops of three to five devices, at random: they write, contradict each other, undo, erase, and
//! carry files about, with wrong clocks, old and cut files, restored backups and copied profiles.
//! In the end all are equal, and nothing is missing that a screen said was saved.
//!
//! `CASEBOOK_SEED` and `CASEBOOK_MERGES` say where to begin and how many files to take in.

mod act;
mod check;
mod device;
mod model;
mod run;
mod shrink;
mod steps;
mod world;

use run::{play, run};
use steps::Story;

/// How many files `make test` takes in.
const MERGES: u64 = 3_000;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn devices_come_together_whatever_happened() {
    let (first, wanted) = (number("CASEBOOK_SEED").unwrap_or(1), number("CASEBOOK_MERGES").unwrap_or(MERGES));
    let ran = run(first, wanted);
    println!(
        "FIGURE merges checked: {} in {} stories (seed {first}, {} s)",
        ran.merges, ran.stories, ran.seconds
    );
}

/// Stories that once went wrong.
#[test]
fn what_went_wrong_once_goes_right() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/merging");
    let mut played = 0;
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a story");
        let story = Story::parse(&text).unwrap_or_else(|| panic!("{:?} is no story", file.path()));
        if let Err(why) = play(&story) {
            panic!("{:?}: {why}", file.path());
        }
        played += 1;
    }
    assert!(played > 0, "the stories are gone");
}

#[test]
fn a_story_can_be_written_down() {
    for seed in 0..50 {
        let story = Story::random(seed);
        assert_eq!(Story::parse(&story.to_text()), Some(story));
    }
}
