//! Reading the summaries, and no more: what a machine's speed is told by. A page that only does
//! that is the least that any first load must do.

use casebook_e2e::{Home, PATIENCE, Scratch, Screen, dist};
use serde_json::Value;
use std::time::Instant;

/// The page's address.
pub(crate) const PAGE: &str = "bare.html";
const TEXT: &str = "<!doctype html><meta charset=utf-8><title>bare</title><script>
const request = indexedDB.open('casebook');
request.onsuccess = () => {
  const read = request.result.transaction('summaries').objectStore('summaries').getAll();
  read.onsuccess = () => {
    document.title = String(read.result.length);
    window.readyAt = performance.now();
    request.result.close();
  };
};
</script>";

const READ: &str = "
    const begun = performance.now();
    await new Promise((read, failed) => {
      const request = indexedDB.open('casebook');
      request.onerror = failed;
      request.onsuccess = () => {
        const all = request.result.transaction('summaries').objectStore('summaries').getAll();
        all.onsuccess = read;
      };
    });
    return Math.round(performance.now() - begun)";

/// The site with the bare page beside it, so that both have the same storage.
pub(crate) struct BarePage {
    home: Home,
    _folder: Scratch,
}

impl BarePage {
    pub(crate) fn beside_the_site() -> Self {
        let folder = Scratch::new("site");
        for entry in std::fs::read_dir(dist()).expect("the build is a folder").flatten() {
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("a file can be copied");
        }
        std::fs::write(folder.file(PAGE), TEXT).expect("the page can be written");
        Self { home: Home::served(folder.path()), _folder: folder }
    }

    pub(crate) fn home(&self) -> &Home {
        &self.home
    }
}

/// A script that notes when the page first says some words, and has drawn them.
pub(crate) fn ready_when(words: &str) -> String {
    format!(
        "new MutationObserver((_, watch) => {{
            if (!document.body?.textContent.includes('{words}')) return;
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => {{ window.readyAt = performance.now(); }}));
        }}).observe(document, {{ childList: true, subtree: true, characterData: true }});"
    )
}

/// Loads a page anew; gives how long it took to be ready, in milliseconds.
pub(crate) async fn load(screen: &Screen, home: &Home, page: &str) -> u64 {
    screen.blank().await;
    screen.open(home, page).await;
    let begun = Instant::now();
    loop {
        let ready = screen.script("return Math.round(window.readyAt ?? 0)", vec![]).await;
        match ready.as_u64() {
            Some(ready) if ready > 0 => return ready,
            _ => assert!(
                begun.elapsed() < PATIENCE,
                "{page} is not ready: {}",
                Value::from(screen.page_text().await)
            ),
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// How long reading the summaries takes on the page that is open, in milliseconds.
pub(crate) async fn read(screen: &Screen) -> u64 {
    screen.script_async(READ, vec![]).await.as_u64().expect("a number of milliseconds")
}
