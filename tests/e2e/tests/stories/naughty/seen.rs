//! What a page shows, and whether anything on it is more than text.

use casebook_e2e::Screen;
use serde_json::{Value, json};

/// Runs before every page: whatever a script of a string would do leaves a trace, and so does
/// what the page's policy had to stop.
pub(crate) const TRAPS: &str = "
    window.ran = [];
    for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = (...given) => { window.ran.push(name); };
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
        window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
    window.addEventListener('error', (event) => window.ran.push(String(event.message)));";

/// What no string may make: elements that load or run something, handlers, addresses that do.
const STRANGE: &str = "
    const kinds = new Set(['iframe', 'object', 'embed', 'frame', 'applet', 'audio', 'video', 'source', 'base', 'marquee',
        'math', 'xss', 'layer', 'bgsound', 'isindex', 'plaintext', 'xml', 'foreignobject']);
    const strange = [];
    for (const element of document.querySelectorAll('*')) {
        if (kinds.has(element.localName)) strange.push(element.outerHTML.slice(0, 120));
        if (element.localName === 'script' && element.closest('main, dialog')) strange.push('a script');
        if (element.localName === 'img' && !/^(data:image|blob:)/.test(element.src)) strange.push(element.outerHTML.slice(0, 120));
        for (const { name, value } of element.attributes) {
            if (/^on/i.test(name)) strange.push(element.localName + ' ' + name);
            if (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^[\\s\\x00-\\x1f]*(javascript|vbscript|data:text)/i.test(value)) strange.push(value);
        }
    }
    return [strange, window.ran, window.violations];";

/// The page's text and what its fields say.
const WORDS: &str = "
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [document.body.textContent, ...fields].join('\\u0000');";

/// Nothing on the page is more than text.
pub(crate) async fn is_only_text(screen: &Screen, place: &str) {
    let found = screen.script(STRANGE, vec![]).await;
    assert_eq!(found, json!([[], [], []]), "on {place}: strange elements, what ran, what was stopped");
}

/// Which of some strings the page does not show.
pub(crate) async fn unseen(screen: &Screen, strings: &[String]) -> Vec<String> {
    let words = screen.script(WORDS, vec![]).await;
    let words = plain(words.as_str().unwrap_or_default());
    strings.iter().filter(|text| !words.contains(&plain(text))).cloned().collect()
}

/// Goes through a long list, of which only the rows in view exist; gives all that it showed.
pub(crate) async fn whole_list(screen: &Screen) -> String {
    let scroll = "
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const seen = [document.body.textContent];
        for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
            scrollTo(0, top);
            await frame();
            await frame();
            seen.push(document.querySelector('main').textContent);
        }
        return seen.join('\\u0000');";
    plain(screen.script_async(scroll, vec![]).await.as_str().unwrap_or_default())
}

/// A text without white space and line ends, which a field of one line has not.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
}

/// Types a text at once, as an input method does.
pub(crate) async fn insert(screen: &Screen, text: &str) {
    screen.devtools("Input.insertText", json!({ "text": text })).await;
}

/// The entries of each record of a file, by kind and id.
pub(crate) fn entries(archive: &casebook_e2e::Archive) -> std::collections::BTreeMap<String, Value> {
    let each = archive.records().iter();
    each.map(|record| {
        let name = format!(
            "{}/{}",
            record["record"].as_str().unwrap_or_default(),
            record["id"].as_str().unwrap_or_default()
        );
        (name, record["entries"].clone())
    })
    .collect()
}
