//! A file with five thousand cases is taken over.

use crate::moments::Moments;
use crate::stored::{is_calm, opens, rows};
use casebook_e2e::story::{CORNER, WASHER, first_run, offer, take_over, take_request};
use casebook_e2e::{Home, Profile, Scratch, Screen, archive_program, heading};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const CASES: usize = 5_000;

/// A shop with one case, and one that has taken the file over.
pub(crate) struct Shop {
    before: Profile,
    /// After the import.
    pub(crate) after: Profile,
    file: PathBuf,
    /// The rows of cases before and after.
    rows: (usize, usize),
    /// How long taking over takes.
    span: Duration,
    _scratch: Scratch,
}

impl Shop {
    /// Makes both, and measures how long taking over takes.
    pub(crate) async fn new(home: &Home) -> Self {
        let scratch = Scratch::new("kills");
        let file = scratch.file("5000.json");
        let (cases, path) = (CASES.to_string(), file.to_string_lossy());
        archive_program(["generate", "--cases", &cases, "--seed", "1", "--lang", "zh-CN", "-o", &path]);
        let before = Profile::chromium("zh-CN");
        let screen = before.open().await;
        screen.open(home, "").await;
        first_run(&screen, &CORNER, "王小明").await;
        take_request(&screen, &WASHER).await;
        let few = rows(&screen, "").await.0;
        screen.quit().await;

        let after = before.copy();
        let screen = after.open().await;
        offer(&screen, home, &file).await;
        let begun = Instant::now();
        take_over(&screen).await;
        let span = begun.elapsed();
        println!("{CASES} cases are taken over in {} ms", span.as_millis());
        let many = rows(&screen, "").await.0;
        assert!(many - few > CASES, "{few} rows became {many}");
        screen.quit().await;
        Self { before, after, file, rows: (few, many), span, _scratch: scratch }
    }

    pub(crate) async fn survives(&self, home: &Home, moments: &mut Moments, kills: u32) {
        for _ in 0..kills {
            let profile = self.before.copy();
            let screen = profile.open().await;
            offer(&screen, home, &self.file).await;
            let at = moments.draw(self.span + self.span / 10);
            let within = Screen::until_struck(at, take_over(&screen)).await;
            screen.kill(&profile);
            let whole = self.is_whole_or_absent(home, &profile).await;
            assert!(within || whole, "said to be taken over, and absent");
            let found = if whole { "whole" } else { "absent" };
            moments.struck("import", at, within, &format!("the import is {found}"));
        }
    }

    /// Whether the import is there; a part of it must not be.
    async fn is_whole_or_absent(&self, home: &Home, profile: &Profile) -> bool {
        let screen = profile.open().await;
        opens(&screen, home).await;
        let (batches, _) = rows(&screen, "").await;
        let (cases, listed) = rows(&screen, "case/").await;
        assert!(batches == self.rows.0 || batches == self.rows.1, "{batches} rows: a part of the import");
        assert_eq!(cases, listed, "each case has its summary");
        screen.open(home, "#/cases").await;
        screen.find(&heading(screen.words.say("common.cases"))).await;
        is_calm(&screen).await;
        screen.quit().await;
        batches == self.rows.1
    }
}
