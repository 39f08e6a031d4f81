//! A shop with ten thousand cases: the first load, the search and the list stay quick.

mod bare;
mod clocks;
mod generated;

use bare::BarePage;
use casebook_e2e::story::{Counts, expect_counts, take_over};
use casebook_e2e::{Home, Profile, Screen, any_item, any_link, button, field, file_input, heading, list};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::Key;

const CASES: usize = 10_000;
/// How often a load is measured.
const LOADS: usize = 5;
/// The longest that a task may take, in percent of reading what lists know of all records: on the
/// machine that this was measured on 50 ms, the least that a browser calls long.
const LONGEST_TASK_PERCENT: u64 = 25;
/// How long the first load may take, in percent of a bare page's.
const MOST_PERCENT: u64 = 200;
/// How often a figure may be the machine's fault.
const TRIES: usize = 5;
/// How often it is asked how fast the machine is, around each try.
const READINGS: usize = 3;
/// As fast as somebody types who knows the keys.
const BETWEEN_KEYS: Duration = Duration::from_millis(80);
/// How often the wheel is turned.
const TURNS: usize = 40;
/// The most rows that exist at once.
const ROWS: usize = 100;

#[tokio::test]
async fn large_shop() {
    let file = generated::shop(CASES);
    let bare = BarePage::beside_the_site();
    let (home, profile) = (bare.home(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(home, "").await;
    move_in(&screen, &file.path()).await;
    let percent = first_load(&screen, &bare).await;
    let (searching, scrolling, rows) = smooth(&screen, home).await;
    let clocks = clocks::recomputed(&screen, home).await;
    screen.quit().await;

    // All figures are out before the first that is too large ends the test.
    assert!(rows > 0 && rows < ROWS, "{rows} rows exist");
    for (work, percent) in [("searching", searching), ("scrolling", scrolling)] {
        assert!(percent <= LONGEST_TASK_PERCENT, "a task while {work} takes {percent} % of reading");
    }
    assert!(clocks <= clocks::MOST_PERCENT, "all due times anew take {clocks} % of reading them");
    assert!(
        percent <= MOST_PERCENT,
        "the first load takes {percent} % of a bare page's; at most {MOST_PERCENT} %"
    );
}

/// Takes the shop over as from another device.
async fn move_in(screen: &Screen, file: &std::path::Path) {
    let words = &screen.words;
    // A record a line: to read it whole would take longer than the app does.
    let text = std::fs::read_to_string(file).expect("the file is text");
    let records = text.lines().filter(|line| line.starts_with("{\"record\"")).count();
    let begun = Instant::now();
    screen.choose_file(&file_input(words.say("first_run.file")), file).await;
    expect_counts(screen, Counts { new: records, ..Counts::default() }).await;
    let seen = begun.elapsed();
    take_over(screen).await;
    println!(
        "{records} records: preview after {} ms, taken over after {} ms",
        seen.as_millis(),
        begun.elapsed().as_millis()
    );
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.find(&heading(words.say("common.today"))).await;
}

/// From the start of a load to a board that can be used, in percent of a bare page's. What
/// else the machine does at the time can only make it more, so the best of some tries counts.
async fn first_load(screen: &Screen, bare: &BarePage) -> u64 {
    screen.before_each_page(&bare::ready_when(&screen.words.say("today.figures"))).await;
    let mut best = u64::MAX;
    for _ in 0..TRIES {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..LOADS {
            theirs.push(bare::load(screen, bare.home(), bare::PAGE).await);
            ours.push(bare::load(screen, bare.home(), "").await);
        }
        ours.sort_unstable();
        theirs.sort_unstable();
        let percent = ours[LOADS / 2] * 100 / theirs[LOADS / 2].max(1);
        println!(
            "first load with {CASES} cases: {ours:?} ms; a bare page: {theirs:?} ms; ratio of medians {percent} %"
        );
        best = best.min(percent);
        if best <= MOST_PERCENT {
            break;
        }
    }
    best
}

/// The longest tasks while searching and while scrolling, in percent of reading what lists know,
/// and how many rows exist.
async fn smooth(screen: &Screen, home: &Home) -> (u64, u64, usize) {
    let words = &screen.words;
    screen.open(home, "#/cases").await;
    screen.find(&any_link().within(list(words.say("common.cases"))).first()).await;
    let busy = async || {
        let block =
            "setTimeout(() => { const begun = performance.now(); while (performance.now() - begun < 80); })";
        screen.script(block, vec![]).await;
    };
    assert!(longest_task(screen, busy()).await > 0, "a long task is noticed");
    let mut best = [u64::MAX; 2];
    for _ in 0..TRIES {
        let mut reading = Vec::new();
        let mut read = async || {
            for _ in 0..READINGS {
                reading.push(bare::read(screen).await);
            }
        };
        read().await;
        let longest =
            [longest_task(screen, typing(screen)).await, longest_task(screen, scrolling(screen)).await];
        read().await;
        reading.sort_unstable();
        println!(
            "the longest task while searching: {} ms; while scrolling: {} ms (0: none above 50); \
             reading the summaries: {reading:?} ms",
            longest[0], longest[1]
        );
        for (best, longest) in best.iter_mut().zip(longest) {
            *best = (*best).min(longest * 100 / reading[READINGS].max(1));
        }
        if best.iter().all(|percent| *percent <= LONGEST_TASK_PERCENT) {
            break;
        }
    }
    let rows = screen.all(&any_item().within(list(words.say("common.cases")))).await.len();
    println!("rows that exist: {rows}");
    (best[0], best[1], rows)
}

/// The longest of the tasks above 50 ms while something is done; 0 when there is none.
async fn longest_task(screen: &Screen, done: impl Future<Output = ()>) -> u64 {
    let watch = "window.tasks = [];
        window.watch ??= new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(e => e.duration)));
        window.watch.observe({ type: 'longtask' });";
    screen.script(watch, vec![]).await;
    done.await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let longest = screen
        .script("window.watch.disconnect(); return Math.round(Math.max(0, ...window.tasks))", vec![])
        .await;
    longest.as_u64().unwrap_or(0)
}

/// Types into the search as somebody does who looks at the list meanwhile.
async fn typing(screen: &Screen) {
    let search = field(screen.words.say("common.search"));
    let typed = "洗衣机138王";
    screen.press(&search).await;
    for key in typed.chars() {
        screen.type_keys(key.to_string()).await;
        tokio::time::sleep(BETWEEN_KEYS).await;
    }
    assert_eq!(screen.value(&search).await, typed);
    for _ in typed.chars() {
        screen.type_keys(Key::Backspace).await;
        tokio::time::sleep(BETWEEN_KEYS).await;
    }
}

/// Scrolls with the wheel from the top to far below, to the end, and back in one go.
async fn scrolling(screen: &Screen) {
    for _ in 0..TURNS {
        let turn = json!({ "type": "mouseWheel", "x": 600, "y": 500, "deltaX": 0, "deltaY": 900 });
        screen.devtools("Input.dispatchMouseEvent", turn).await;
    }
    let far = screen.script(
        "const far = scrollY; scrollTo(0, document.documentElement.scrollHeight); return far",
        vec![],
    );
    assert!(far.await.as_f64().is_some_and(|far| far > 10_000.0), "the wheel scrolls the list");
    tokio::time::sleep(Duration::from_millis(100)).await;
    screen.script("scrollTo(0, 0)", vec![]).await;
}
