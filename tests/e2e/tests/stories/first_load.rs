//! What a first load fetches, and what happens when a part that is needed later is not to be had.

use casebook_e2e::story::begin_with_samples;
use casebook_e2e::{Home, Profile, Scratch, Screen, any_heading, button, dist, heading};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Everything that the first load fetches, as `gzip -9` makes it.
const BOUND: usize = 320 * 1024;

#[tokio::test]
async fn the_first_load_is_small() {
    let (home, profile) = (Home::site(), Profile::chromium("en").watched());
    let screen = profile.open().await;
    screen.blank().await;
    screen.requests().await;
    screen.open(&home, "").await;
    screen.find(&any_heading().first()).await;
    weigh("on a new device", &screen, &home).await;

    begin_with_samples(&screen).await;
    screen.requests().await;
    screen.reload().await;
    screen.find(&heading(screen.words.say("common.today"))).await;
    weigh("on a device in use", &screen, &home).await;
    screen.quit().await;
}

async fn weigh(when: &str, screen: &Screen, home: &Home) {
    let root = home.address("");
    let files = screen.requests().await;
    let files: Vec<_> = files.iter().filter_map(|url| url.strip_prefix(&root)).map(file_of).collect();
    assert!(files.iter().any(|file| file.ends_with(".wasm")), "{files:?}");
    let bytes = files.iter().map(|file| gzipped(&dist().join(file))).sum::<usize>();
    println!("first load {when}: {} KB in {} files", bytes / 1024, files.len());
    assert!(bytes <= BOUND, "{files:?}");
}

fn file_of(path: &str) -> &str {
    match path.split(['#', '?']).next() {
        None | Some("") => "index.html",
        Some(file) => file,
    }
}

fn gzipped(file: &Path) -> usize {
    let packed = Command::new("gzip").args(["-9", "-c"]).arg(file).output().expect("gzip is there");
    assert!(packed.status.success(), "{}", file.display());
    packed.stdout.len()
}

#[tokio::test]
async fn a_part_that_cannot_be_fetched_is_told_and_asked_for_again() {
    let copy = Scratch::new("no-parts");
    let mut parts = Vec::new();
    for file in fs::read_dir(dist()).expect("the build").map(|file| file.expect("a file").path()) {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with("split_work") {
            parts.push((file.clone(), copy.file(&name)));
        } else {
            fs::copy(&file, copy.file(&name)).expect("a copy");
        }
    }
    assert_eq!(parts.len(), 1);
    let (home, profile) = (Home::served(copy.path()), Profile::chromium("en"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    screen.press(&button(screen.words.say("first_run.sample"))).await;
    screen.reads(&screen.words.say("common.not_fetched")).await;

    for (part, place) in &parts {
        fs::copy(part, place).expect("a copy");
    }
    begin_with_samples(&screen).await;

    fs::remove_file(&parts[0].1).expect("removed again");
    screen.open(&home, "#/cases").await;
    screen.reload().await;
    screen.reads(&screen.words.say("common.not_fetched")).await;
    fs::copy(&parts[0].0, &parts[0].1).expect("a copy");
    screen.press(&button(screen.words.say("safety.try_again"))).await;
    screen.find(&heading(screen.words.say("common.cases"))).await;
    screen.quit().await;
}
