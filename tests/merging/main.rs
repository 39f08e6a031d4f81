//! Shops of three to five devices, at random: they write, contradict each other, undo, erase, and
//! carry files about, with wrong clocks, old and cut files, restored backups and copied profiles.
//! In the end all are equal, and nothing is missing that a screen said was saved.
//!
//! `CASEBOOK_SEED` and `CASEBOOK_MERGES` say where to begin and how many files to take in.

mod act;
mod check;
mod device;
mod model;
mod shrink;
mod steps;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use steps::Story;

/// How many files `make test` takes in.
const MERGES: u64 = 20_000;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Plays a story; a panic is a failure like any other.
fn play(story: &Story) -> Result<u64, String> {
    let played = catch_unwind(AssertUnwindSafe(|| world::play(story)));
    played.unwrap_or_else(|_| Err("it panicked".to_owned()))
}

#[test]
fn devices_come_together_whatever_happened() {
    let (first, wanted) = (number("CASEBOOK_SEED").unwrap_or(1), number("CASEBOOK_MERGES").unwrap_or(MERGES));
    let (mut merges, mut told) = (0, Duration::from_secs(30));
    let begun = Instant::now();
    for seed in first.. {
        let story = Story::random(seed);
        match play(&story) {
            Ok(played) => merges += played,
            Err(why) => fail(seed, story, &why),
        }
        if merges >= wanted {
            break;
        }
        if begun.elapsed() > told {
            told += Duration::from_secs(30);
            println!("{merges} of {wanted} merges, seed {seed}, {} s", begun.elapsed().as_secs());
        }
    }
    println!("FIGURE merges checked: {merges} (seeds from {first}, {} s)", begun.elapsed().as_secs());
}

fn fail(seed: u64, story: Story, why: &str) -> ! {
    let short = shrink::shrunk(story, |story| play(story).is_err());
    let what = play(&short).err().unwrap_or_default();
    panic!(
        "seed {seed}: {why}\nIt is enough that, and belongs into tests/fixtures/merging:\n{}{what}",
        short.to_text()
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
