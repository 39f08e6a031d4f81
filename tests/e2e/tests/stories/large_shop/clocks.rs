//! All due times are computed anew when the calendar changes.

use super::bare;
use casebook_e2e::{Home, Screen, field, heading, summary};

/// How long it may take, in percent of reading what lists know of all records: both grow with the shop.
pub(crate) const MOST_PERCENT: u64 = 100;
/// What Saturdays are changed to, one after the other.
const SATURDAYS: [&str; 5] =
    ["09:00-12:00", "09:00-13:00", "10:00-13:00", "09:00-12:00, 13:00-17:00", "09:00-12:00, 13:00-18:00"];

const MEASURED: &str =
    "return performance.getEntriesByName('promises', 'measure').map(each => Math.round(each.duration))";

/// How long it takes, in percent of reading what lists know of all records.
pub(crate) async fn recomputed(screen: &Screen, home: &Home) -> u64 {
    let words = &screen.words;
    let weekdays = words.say("when.weekdays");
    let saturday = field(weekdays.split(' ').nth(5).expect("seven days"));
    let measured = async || {
        let all = screen.script(MEASURED, vec![]).await;
        all.as_array().expect("a list").iter().filter_map(serde_json::Value::as_u64).collect::<Vec<u64>>()
    };
    screen.open(home, "#/hours").await;
    screen.find(&heading(words.say("hours.title"))).await;
    screen.press(&summary(words.say("settings.hours_change"))).await;
    let (mut ours, mut reading) = (Vec::new(), Vec::new());
    for hours in SATURDAYS {
        let before = measured().await.len();
        screen.fill(&saturday, hours).await;
        screen.until("all due times anew", async || measured().await.len() > before).await;
        ours.extend(measured().await.last().copied());
        reading.push(bare::read(screen).await);
    }
    ours.sort_unstable();
    reading.sort_unstable();
    let percent = ours[ours.len() / 2] * 100 / reading[reading.len() / 2].max(1);
    println!(
        "all due times anew: {ours:?} ms; reading the summaries: {reading:?} ms; ratio of medians {percent} %"
    );
    percent
}
