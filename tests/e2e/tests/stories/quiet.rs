//! Nothing leaves the browser, and the console has nothing to complain of.

use casebook_e2e::story::{begin_with_samples, export, offer, pages};
use casebook_e2e::{Home, Profile, any_heading};

#[tokio::test]
async fn no_requests_and_no_console_errors() {
    let (mut elsewhere, mut walked) = (0, 0);
    for (build, home) in [("the site", Home::site()), ("the one file", Home::one_file())] {
        let profile = Profile::chromium("zh-CN").watched();
        let screen = profile.open().await;
        // The browser's own first page asks for its parts.
        screen.blank().await;
        screen.requests().await;
        screen.open(&home, "").await;
        begin_with_samples(&screen).await;
        let pages = pages(&screen, &home).await;
        for (_, address) in &pages {
            screen.open(&home, address).await;
            screen.find(&any_heading().first()).await;
        }
        screen.reload().await;
        let file = export(&screen, &home, &profile, "copy").await;
        offer(&screen, &home, &file).await;

        let mut requests = screen.requests().await;
        let asked = requests.len();
        requests.retain(|url| !is_own(url, &home.address("")));
        println!("{build}: {} pages, {asked} requests", pages.len());
        (elsewhere, walked) = (elsewhere + requests.len(), walked + pages.len());
        assert!(requests.is_empty(), "{build} asks for what is not its own: {requests:#?}");
        let mut lines = screen.console().await;
        lines.retain(|(level, _)| level == "SEVERE" || level == "WARNING");
        assert!(lines.is_empty(), "{build} complains: {lines:#?}");
        screen.quit().await;
    }
    println!("FIGURE requests to the network: {elsewhere} on {walked} pages of both builds");
}

/// Whether an address belongs to the page: its own files, or what it made itself.
fn is_own(url: &str, root: &str) -> bool {
    let root = root.split('#').next().unwrap_or_default();
    url.starts_with(root) || ["data:", "blob:", "about:"].iter().any(|own| url.starts_with(own))
}
