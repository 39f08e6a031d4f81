use super::{issue, new_standing_letter};
use crate::{Home, Screen, Target, any_link, list};

/// The address of every page of a shop, with a name for each. Writes two letters for it.
pub async fn pages(screen: &Screen, home: &Home) -> Vec<(&'static str, String)> {
    let words = &screen.words;
    screen.open(home, "#/cases").await;
    let case = first_address(screen, list(words.say("common.cases"))).await;
    screen.open(home, "#/customers").await;
    let customer = first_address(screen, list(words.say("common.customers"))).await;
    new_standing_letter(screen, home).await;
    let draft = page(&screen.here().await);
    new_standing_letter(screen, home).await;
    issue(screen).await;
    let issued = page(&screen.here().await);
    vec![
        ("today", "#/".to_owned()),
        ("new request", "#/new".to_owned()),
        ("cases", "#/cases".to_owned()),
        ("board", "#/board".to_owned()),
        ("receipt", format!("{case}/receipt")),
        ("job", format!("{case}/work")),
        ("acceptance", format!("{case}/acceptance")),
        ("options", format!("{case}/options")),
        ("payments", format!("{case}/payments")),
        ("needs", format!("{case}/needs")),
        ("agreement", format!("{case}/agreement")),
        ("visits", format!("{case}/visits")),
        ("follow-ups", format!("{case}/follow-ups")),
        ("survey", format!("{case}/survey")),
        ("complaint", format!("{case}/complaint")),
        ("thing", format!("{case}/thing")),
        ("photos", format!("{case}/photos")),
        ("improvements of a case", format!("{case}/improvements")),
        ("case", case),
        ("complaints", "#/complaints".to_owned()),
        ("customers", "#/customers".to_owned()),
        ("customer", customer),
        ("letters", "#/letters".to_owned()),
        ("draft of a letter", draft),
        ("issued letter", issued),
        ("promise report", "#/promises/all".to_owned()),
        ("promises behind a figure", "#/promises/all;show=made".to_owned()),
        ("processes", "#/processes".to_owned()),
        ("process", "#/process/P11".to_owned()),
        ("process poster", "#/process/P11/poster".to_owned()),
        ("blank checklist", "#/process/P8/checklist".to_owned()),
        ("improvements", "#/improvements".to_owned()),
        ("new improvement", "#/improvements/new".to_owned()),
        ("service calendar", "#/hours".to_owned()),
        ("settings", "#/settings".to_owned()),
        ("data", "#/data".to_owned()),
        ("no page", "#/nowhere".to_owned()),
    ]
}

/// The part of an address that names the page.
#[must_use]
pub fn page(address: &str) -> String {
    address.split_once('#').map(|(_, hash)| format!("#{hash}")).unwrap_or_default()
}

async fn first_address(screen: &Screen, within: Target) -> String {
    let link = screen.find(&any_link().within(within).first()).await;
    link.attr("href").await.ok().flatten().expect("a link has an address")
}
