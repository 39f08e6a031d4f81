//! Plays story after story, and shortens the first that goes wrong.

use crate::shrink::shrunk;
use crate::steps::Story;
use crate::world;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// What a run came to.
pub(crate) struct Ran {
    pub(crate) merges: u64,
    pub(crate) stories: u64,
    pub(crate) seconds: u64,
}

/// Plays a story; a panic is a failure like any other. Gives how many files were taken in.
pub(crate) fn play(story: &Story) -> Result<u64, String> {
    let played = catch_unwind(AssertUnwindSafe(|| world::play(story)));
    played.unwrap_or_else(|_| Err("it panicked".to_owned()))
}

/// Plays the stories of the seeds from `first` on until so many files were taken in.
pub(crate) fn run(first: u64, wanted: u64) -> Ran {
    let begun = Instant::now();
    let (mut merges, mut told) = (0, Duration::from_secs(30));
    for seed in first.. {
        let story = Story::random(seed);
        match play(&story) {
            Ok(played) => merges += played,
            Err(why) => fail(seed, story, &why),
        }
        let (stories, seconds) = (seed - first + 1, begun.elapsed().as_secs());
        if merges >= wanted {
            return Ran { merges, stories, seconds };
        }
        if begun.elapsed() > told {
            told += Duration::from_secs(30);
            println!("{merges} of {wanted} merges in {stories} stories, {seconds} s");
        }
    }
    unreachable!("there are seeds enough")
}

fn fail(seed: u64, story: Story, why: &str) -> ! {
    println!("seed {seed} went wrong, and is shortened: {why}");
    let short = shrunk(story, |story| play(story).is_err());
    let what = play(&short).err().unwrap_or_default();
    let text = short.to_text();
    panic!("seed {seed}: {why}\nThis is enough, and belongs into tests/fixtures/merging:\n{text}{what}");
}
