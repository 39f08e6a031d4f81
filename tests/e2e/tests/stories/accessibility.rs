//! Every page under axe, light and dark, on a phone and on a desk, in Chinese and in English;
//! and nothing is wider than the window.

use casebook_e2e::story::{begin_with_samples, export, offer, pages};
use casebook_e2e::{Axe, Home, Look, Profile, Screen, any_heading, button, dialog, field};

const LOOKS: [Look; 4] = [
    Look { width: 390, height: 844, dark: false },
    Look { width: 390, height: 844, dark: true },
    Look { width: 1440, height: 900, dark: false },
    Look { width: 1440, height: 900, dark: true },
];

#[tokio::test]
async fn accessibility() {
    let (axe, home) = (Axe::fetched(), Home::site());
    let mut found = Vec::new();
    let mut looked = 0;
    for lang in ["zh-CN", "en"] {
        let profile = Profile::chromium(lang);
        let screen = profile.open().await;
        screen.open(&home, "").await;
        screen.look(LOOKS[2]).await;
        let mut check = async |screen: &Screen, name: &str| {
            for look in LOOKS {
                screen.look(look).await;
                let seen =
                    format!("{name}, {lang}, {} px{}", look.width, if look.dark { ", dark" } else { "" });
                let mut violations = axe.violations(screen).await;
                violations.extend(too_wide(screen).await);
                found.extend(violations.into_iter().map(|violation| format!("{seen}: {violation}")));
                looked += 1;
            }
            screen.look(LOOKS[2]).await;
        };
        screen.find(&any_heading().first()).await;
        check(&screen, "first run").await;
        begin_with_samples(&screen).await;
        for (name, address) in pages(&screen, &home).await {
            screen.open(&home, &address).await;
            screen.find(&any_heading().first()).await;
            check(&screen, name).await;
            if name == "case" {
                screen.press(&button(screen.words.say("case.withdraw"))).await;
                screen.find(&dialog(screen.words.say("case.withdraw"))).await;
                check(&screen, "a dialog").await;
                screen.press(&button(screen.words.say("common.cancel"))).await;
            }
            if name == "new request" {
                screen.press(&button(screen.words.say("new_request.submit"))).await;
                screen.write(&field(screen.words.say("names.customer_phone")), "1").await;
                check(&screen, "new request with errors and offers").await;
            }
        }
        let file = export(&screen, &home, &profile, "copy").await;
        offer(&screen, &home, &file).await;
        check(&screen, "preview of a file").await;
        screen.quit().await;
    }
    println!("axe looked {looked} times");
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

/// What makes somebody scroll sideways, if anything does.
async fn too_wide(screen: &Screen) -> Option<String> {
    let script = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
    let beyond = screen.script(script, vec![]).await.as_i64().unwrap_or(0);
    (beyond > 0).then(|| format!("the page is {beyond} px wider than the window"))
}
