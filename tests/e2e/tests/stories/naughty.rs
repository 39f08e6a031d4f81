//! The big list of naughty strings in every field: shown as text and nothing more, printed,
//! exported and read again as they were.

mod seen;
mod tables;
mod typed;
mod written;

use casebook_e2e::story::{CORNER, Counts, expect_counts, export, first_run, offer, take_over};
use casebook_e2e::{Archive, Home, Look, Profile, Scratch, Screen, any_heading, any_paper, naughty_strings};
use seen::{TRAPS, entries, is_only_text, plain, unseen, whole_list};
use written::{LINE, cut};

/// How many strings one case holds.
const GROUP: usize = 100;
/// How many papers are printed.
const PAPERS: usize = 6;

/// How the pages are looked at: on a phone, on a desk.
const LOOKS: [Look; 2] =
    [Look { width: 390, height: 844, dark: false }, Look { width: 1440, height: 900, dark: false }];

/// What a page shows of a group of strings.
#[derive(Clone, Copy)]
enum Shows {
    All,
    First,
    Nothing,
}
use Shows::{All, First, Nothing};

/// The pages of a group's case, and some others that are named after the group.
const PAGES: [(&str, Shows); 24] = [
    ("case/g@", All),
    ("case/g@/receipt", First),
    ("case/g@/needs", All),
    ("case/g@/options", All),
    ("case/g@/agreement", Nothing),
    ("case/g@/work", All),
    ("case/g@/acceptance", All),
    ("case/g@/payments", Nothing),
    ("case/g@/visits", Nothing),
    ("case/g@/follow-ups", All),
    ("case/g@/survey", Nothing),
    ("case/g@/complaint", First),
    ("case/g@/thing", First),
    ("case/g@/photos", Nothing),
    ("case/g@/paper/needs_record", All),
    ("case/g@/paper/quote", All),
    ("case/g@/paper/agreement", First),
    ("case/g@/paper/work_order", First),
    ("case/g@/paper/complaint_record", First),
    ("case/g@/paper/follow_up_record", First),
    ("customer/c@", First),
    ("letter/l@", First),
    ("improvement/i@", First),
    ("process/own@", First),
];

#[tokio::test]
async fn naughty() {
    let strings = naughty_strings();
    let scratch = Scratch::new("naughty");
    let written = written::write(&strings, GROUP);
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN").watched());
    let screen = profile.open().await;
    screen.before_each_page(TRAPS).await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let file = scratch.file("naughty.json");
    written.archive.write(&file);
    offer(&screen, &home, &file).await;
    expect_counts(&screen, Counts { new: written.archive.records().len(), ..Counts::default() }).await;
    is_only_text(&screen, "the preview").await;
    take_over(&screen).await;
    screen.open(&home, "#/").await;

    let again = Archive::read(&export(&screen, &home, &profile, "again").await);
    let (given, got) = (entries(&written.archive), entries(&again));
    for (record, entries) in &given {
        assert_eq!(got.get(record), Some(entries), "{record} is not what was given");
    }
    tables::are_defused(&screen, &home, &profile, &strings).await;
    lists(&screen, &home, &strings).await;
    pages_of_groups(&screen, &home, &strings).await;
    papers(&screen, &home, &strings).await;
    let typed = typed::strings(&screen, &home, &strings).await;
    let mut lines = screen.console().await;
    lines.retain(|(level, _)| level == "SEVERE");
    assert!(lines.is_empty(), "the console complains: {lines:#?}");
    let fields = written.fields.len();
    println!(
        "FIGURE hostile strings tried: {} in {fields} fields of a file, a share typed into {typed}",
        strings.len()
    );
    screen.quit().await;
}

/// All of them stand in the lists.
async fn lists(screen: &Screen, home: &Home, strings: &[String]) {
    for address in ["#/cases", "#/customers", "#/improvements"] {
        screen.open(home, address).await;
        screen.find(&any_heading().first()).await;
        let seen = whole_list(screen).await;
        let lacking: Vec<_> =
            strings.iter().filter(|text| !seen.contains(&plain(&cut(text, LINE)))).collect();
        assert!(lacking.is_empty(), "{address} lacks {lacking:?}");
        is_only_text(screen, address).await;
    }
}

async fn pages_of_groups(screen: &Screen, home: &Home, strings: &[String]) {
    let mut wide = Vec::new();
    for (at, group) in strings.chunks(GROUP).enumerate() {
        screen.look(LOOKS[at % LOOKS.len()]).await;
        for (page, shows) in PAGES {
            let address = format!("#/{}", page.replace('@', &at.to_string()));
            screen.open(home, &address).await;
            screen.find(&any_heading().first()).await;
            let wanted: Vec<String> = match shows {
                All => group.iter().map(|text| cut(text, LINE)).collect(),
                First => vec![group[0].clone()],
                Nothing => Vec::new(),
            };
            screen
                .until(&format!("{address} shows all"), async || unseen(screen, &wanted).await.is_empty())
                .await;
            is_only_text(screen, &address).await;
            let script = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
            if let Some(beyond @ 1..) = screen.script(script, vec![]).await.as_i64() {
                wide.push(format!("{address} by {beyond} px"));
            }
        }
    }
    screen.look(LOOKS[1]).await;
    assert!(wide.is_empty(), "wider than the window: {wide:#?}");
}

/// What is printed is the same text.
async fn papers(screen: &Screen, home: &Home, strings: &[String]) {
    let markup = strings.iter().enumerate().filter(|(_, text)| text.is_ascii() && text.contains("<script>"));
    for (at, text) in markup.take(PAPERS) {
        screen.open(home, &format!("#/case/k{at}/receipt")).await;
        screen.find(&any_paper()).await;
        screen.settled().await;
        screen.print().await.must_say(text);
        is_only_text(screen, "a receipt").await;
    }
}
