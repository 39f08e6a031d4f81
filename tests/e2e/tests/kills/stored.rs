//! What the browser's database holds, read behind the app's back.

use casebook_e2e::story::page;
use casebook_e2e::{Home, Screen, any_alert, any_heading, heading};
use serde_json::{Value, json};

/// Gives `database` and `done(request)`.
const OPEN: &str = "
    const done = (request) => new Promise((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
    });
    const database = await done(indexedDB.open('casebook'));";
/// Gives `read()`: the keys and values of the journals.
const READ: &str = "
    const read = async () => {
        const table = database.transaction('batches').objectStore('batches');
        const [keys, values] = [done(table.getAllKeys()), done(table.getAll())];
        return [await keys, await values];
    };";

/// How many rows of the journals and of the summaries begin with a name, such as `case/`.
pub(crate) async fn rows(screen: &Screen, prefix: &str) -> (usize, usize) {
    let count = format!(
        "{OPEN}
        const all = IDBKeyRange.bound(arguments_[0], arguments_[0] + '\\uffff');
        const count = (store) => done(database.transaction(store).objectStore(store).count(all));
        const counts = [await count('batches'), await count('summaries')];
        database.close();
        return counts;"
    );
    let counts = run(screen, &count, vec![json!(prefix)]).await;
    let number = |place: usize| counts[place].as_u64().expect("a number") as usize;
    (number(0), number(1))
}

/// Those of some texts that no row of the journals has.
pub(crate) async fn missing(screen: &Screen, texts: &[String]) -> Vec<String> {
    let find = format!(
        "{OPEN} {READ}
        const all = (await read())[1].join('\\n');
        database.close();
        return arguments_[0].filter((text) => !all.includes(text));"
    );
    let lacking = run(screen, &find, vec![json!(texts)]).await;
    lacking.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A fingerprint of all entries of all records, however they lie in rows.
pub(crate) async fn fingerprint(screen: &Screen) -> String {
    let entries = format!(
        "{OPEN} {READ}
        const [keys, values] = await read();
        database.close();
        const all = new Set();
        keys.forEach((key, at) => {{
            const record = key.slice(0, key.lastIndexOf('/'));
            for (const entry of JSON.parse(values[at])) all.add(record + JSON.stringify(entry));
        }});
        const text = new TextEncoder().encode([...all].sort().join('\\n'));
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
        return all.size + ' entries ' + [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');"
    );
    run(screen, &entries, vec![]).await.as_str().expect("a text").to_owned()
}

/// Runs a script whose `arguments_` are what it was given.
pub(crate) async fn run(screen: &Screen, body: &str, arguments: Vec<Value>) -> Value {
    screen.script_async(&format!("const arguments_ = {};\n{body}", json!(arguments)), vec![]).await
}

/// The app opens as if nothing had been, without a word of trouble. Where all summaries are to be
/// made again on a busy machine that takes its time.
pub(crate) async fn opens(screen: &Screen, home: &Home) {
    screen.open(home, "#/").await;
    screen.find(&heading(screen.words.say("common.today"))).await;
    is_calm(screen).await;
}

/// Nothing on the page tells of trouble.
pub(crate) async fn is_calm(screen: &Screen) {
    screen.find(&any_heading().first()).await;
    let told = screen.all(&any_alert()).await;
    assert!(
        told.is_empty(),
        "{} tells of trouble:\n{}",
        page(&screen.here().await),
        screen.page_text().await
    );
}
