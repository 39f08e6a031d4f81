//! The database of the program's first schema is opened.

use crate::importing::Shop;
use crate::moments::Moments;
use crate::stored::{self, fingerprint, is_calm, opens, rows};
use casebook_e2e::{Home, Profile, Screen, heading};
use std::time::{Duration, Instant};

/// A page of the site that runs no app.
const PLAIN: &str = "archive.schema.json";
/// The rows as the first schema kept them: three stores, and no summary of today's kind.
const FIRST_SCHEMA: &str = "
    const done = (request) => new Promise((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = request.onblocked = () => no(request.error ?? new Error('blocked'));
    });
    const database = await done(indexedDB.open('casebook'));
    const table = database.transaction('batches').objectStore('batches');
    const [keys, values] = await Promise.all([done(table.getAllKeys()), done(table.getAll())]);
    database.close();
    await done(indexedDB.deleteDatabase('casebook'));
    const request = indexedDB.open('casebook', 1);
    request.onupgradeneeded = () => {
        for (const name of ['batches', 'summaries', 'meta']) request.result.createObjectStore(name);
    };
    const first = await done(request);
    const write = first.transaction(['batches', 'meta'], 'readwrite', { durability: 'strict' });
    const batches = write.objectStore('batches');
    keys.forEach((key, at) => batches.add(values[at], key));
    write.objectStore('meta').put('1', 'summaries');
    await new Promise((yes, no) => { write.oncomplete = yes; write.onabort = () => no(write.error); });
    first.close();
    return keys.length;";
const VERSION: &str = "return (await indexedDB.databases()).find(({ name }) => name === 'casebook').version";

pub(crate) async fn survives(home: &Home, shop: &Shop, moments: &mut Moments, kills: u32) {
    let old = shop.after.copy();
    let screen = old.open().await;
    screen.open(home, PLAIN).await;
    let before = fingerprint(&screen).await;
    stored::run(&screen, FIRST_SCHEMA, vec![]).await;
    assert_eq!(stored::run(&screen, VERSION, vec![]).await, 1);
    screen.quit().await;
    let span = upgrade_span(home, &old).await;
    println!("{before} are upgraded in {} ms", span.as_millis());

    for _ in 0..kills {
        let profile = old.copy();
        let screen = profile.open().await;
        let at = moments.draw(span + span / 10);
        let within = Screen::until_struck(at, upgrade(&screen, home)).await;
        screen.kill(&profile);
        let screen = profile.open().await;
        screen.open(home, PLAIN).await;
        let version = stored::run(&screen, VERSION, vec![]).await;
        moments.struck("upgrade", at, within, &format!("found at version {version}"));
        opens(&screen, home).await;
        assert_eq!(fingerprint(&screen).await, before, "what was there before the upgrade");
        let (cases, listed) = rows(&screen, "case/").await;
        assert_eq!(cases, listed, "each case has its summary");
        screen.open(home, "#/cases").await;
        screen.find(&heading(screen.words.say("common.cases"))).await;
        is_calm(&screen).await;
        screen.quit().await;
    }
}

/// From the address to the first page that can be used.
async fn upgrade(screen: &Screen, home: &Home) {
    opens(screen, home).await;
}

async fn upgrade_span(home: &Home, old: &Profile) -> Duration {
    let profile = old.copy();
    let screen = profile.open().await;
    let begun = Instant::now();
    upgrade(&screen, home).await;
    let span = begun.elapsed();
    screen.quit().await;
    span
}
