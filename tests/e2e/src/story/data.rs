use crate::{Home, Profile, Screen, button, file_input, heading};
use std::path::{Path, PathBuf};

/// What a preview says that a file would do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "they say it")]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub conflict: usize,
    pub refused: usize,
}

/// Exports everything; gives the file.
pub async fn export(screen: &Screen, home: &Home, profile: &Profile, name: &str) -> PathBuf {
    screen.open(home, "#/data").await;
    screen.press(&button(screen.words.say("data.export"))).await;
    profile.take_download(name).await
}

/// Chooses a file and looks at what it would do.
pub async fn offer(screen: &Screen, home: &Home, file: &Path) {
    // The page may have one open already.
    screen.open(home, "#/").await;
    screen.open(home, "#/data").await;
    screen.choose_file(&file_input(screen.words.say("data.choose")), file).await;
    screen.find(&heading(screen.words.say("data.plan_title"))).await;
}

/// Checks what the preview says.
pub async fn expect_counts(screen: &Screen, counts: Counts) {
    let Counts { new, changed, unchanged, conflict, refused } = counts;
    let said = [
        ("data.count_new", new),
        ("data.count_changed", changed),
        ("data.count_unchanged", unchanged),
        ("data.count_conflict", conflict),
        ("data.count_refused", refused),
    ];
    let said: Vec<String> =
        said.iter().map(|(key, count)| format!("{} {count}", screen.words.say(key))).collect();
    screen.reads(&said.join(" ")).await;
}

/// Takes over what was offered.
pub async fn take_over(screen: &Screen) {
    screen.press(&button(screen.words.say("data.take_over"))).await;
    screen.find(&heading(screen.words.say("data.done_title"))).await;
}

/// Takes a file over.
pub async fn import(screen: &Screen, home: &Home, file: &Path) {
    offer(screen, home, file).await;
    take_over(screen).await;
}

/// How many rows the browser keeps of all records.
pub async fn stored_rows(screen: &Screen) -> u64 {
    let count = "const done = (request) => new Promise((yes, no) => {
            request.onsuccess = () => yes(request.result);
            request.onerror = () => no(request.error);
        });
        let rows = 0;
        for (const { name } of await indexedDB.databases()) {
            const database = await done(indexedDB.open(name));
            rows += await done(database.transaction('batches').objectStore('batches').count());
            database.close();
        }
        return rows;";
    screen.script_async(count, vec![]).await.as_u64().expect("a number of rows")
}
