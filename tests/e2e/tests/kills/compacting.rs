//! Many rows of a record become one, in quiet moments.

use crate::importing::Shop;
use crate::moments::Moments;
use crate::stored::{self, fingerprint, is_calm, opens, rows};
use casebook_e2e::{Home, Profile, Screen, heading};
use std::time::{Duration, Instant};

/// A page of the site that runs no app.
const PLAIN: &str = "archive.schema.json";
/// How many cases get a row for each of their entries, as if they had been worked on for long.
const CASES: usize = 600;
/// How long the app may take until all is tidy.
const LONGEST: Duration = Duration::from_secs(120);
const LOOK: Duration = Duration::from_millis(100);
/// Spreads the entries of some cases over rows of their own.
const SPREAD: &str = "
    const done = (request) => new Promise((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
    });
    const database = await done(indexedDB.open('casebook'));
    const write = database.transaction('batches', 'readwrite', { durability: 'strict' });
    const table = write.objectStore('batches');
    const cases = IDBKeyRange.bound('case/', 'case0');
    const [keys, values] = await Promise.all([done(table.getAllKeys(cases)), done(table.getAll(cases))]);
    keys.slice(0, arguments_[0]).forEach((key, at) => {
        table.delete(key);
        JSON.parse(values[at]).forEach((entry, nth) => table.add(JSON.stringify([entry]), `${key}-${nth}`));
    });
    await new Promise((yes, no) => { write.oncomplete = yes; write.onabort = () => no(write.error); });
    database.close();";

pub(crate) async fn survives(home: &Home, shop: &Shop, moments: &mut Moments, kills: u32) {
    let spread = shop.after.copy();
    let screen = spread.open().await;
    screen.open(home, PLAIN).await;
    let before = fingerprint(&screen).await;
    stored::run(&screen, SPREAD, vec![CASES.into()]).await;
    assert_eq!(fingerprint(&screen).await, before, "the same entries in more rows");
    let many = rows(&screen, "").await.0;
    screen.quit().await;
    let (begin, end, few) = span(home, &spread, many).await;
    println!("{many} rows become {few} from {} ms to {} ms", begin.as_millis(), end.as_millis());

    for _ in 0..kills {
        let profile = spread.copy();
        let screen = profile.open().await;
        opens(&screen, home).await;
        let at = begin + moments.draw(end.saturating_sub(begin));
        Screen::until_struck(at, settle(&screen)).await;
        screen.kill(&profile);
        let screen = profile.open().await;
        screen.open(home, PLAIN).await;
        let now = rows(&screen, "").await.0;
        let within = (few + 1..many).contains(&now);
        moments.struck("compaction", at, within, &format!("{many} rows had become {now}"));
        assert_eq!(fingerprint(&screen).await, before, "what was there before");
        opens(&screen, home).await;
        screen.open(home, "#/cases").await;
        screen.find(&heading(screen.words.say("common.cases"))).await;
        is_calm(&screen).await;
        screen.quit().await;
    }
}

/// Somebody is here, and then does nothing.
async fn settle(screen: &Screen) {
    screen.type_keys("q").await;
    std::future::pending().await
}

/// When the rows begin to become fewer, and when they no longer do, from when somebody was here;
/// and how many there are then.
async fn span(home: &Home, spread: &Profile, many: usize) -> (Duration, Duration, usize) {
    let profile = spread.copy();
    let screen = profile.open().await;
    opens(&screen, home).await;
    let started = Instant::now();
    Screen::until_struck(LOOK, settle(&screen)).await;
    let (mut began, mut last, mut now) = (None, Instant::now(), many);
    while began.is_none() || last.elapsed() < LOOK * 30 {
        assert!(started.elapsed() < LONGEST, "nothing is tidied up: {now} rows");
        tokio::time::sleep(LOOK).await;
        let found = rows(&screen, "").await.0;
        if found < now {
            began.get_or_insert(started.elapsed());
            (last, now) = (Instant::now(), found);
        }
    }
    let ended = last.duration_since(started);
    screen.quit().await;
    (began.unwrap_or_default().saturating_sub(LOOK * 3), ended, now)
}
