//! Two devices: one joins the other, they disagree, exchange files and agree again.

use casebook_e2e::story::{Counts, expect_counts, export, import, offer, take_over};
use casebook_e2e::{
    Archive, Home, Profile, Screen, any_option, button, combobox, file_input, heading, option, radio, squash,
};
use std::path::Path;

/// The second device takes over the file: it sees first what would happen.
pub(crate) async fn join(screen: &Screen, home: &Home, file: &Path, records: usize) {
    let words = &screen.words;
    screen.open(home, "").await;
    for accepted in [false, true] {
        screen.find(&heading(words.say("first_run.welcome"))).await;
        screen.choose_file(&file_input(words.say("first_run.file")), file).await;
        expect_counts(screen, Counts { new: records, ..Counts::default() }).await;
        if !accepted {
            // Nothing was stored by looking: the next start is a first one again.
            screen.reload().await;
        }
    }
    take_over(screen).await;
    screen.press(&radio("李娜")).await;
    screen.press(&button(words.say("first_run.begin"))).await;
    screen.find(&heading(words.say("common.today"))).await;
}

/// Both devices set the same field before they know of each other.
pub(crate) async fn disagree(one: &Screen, two: &Screen, home: &Home, case: &str) {
    for (screen, urgency) in [(one, "names.urgency_high"), (two, "names.urgency_emergency")] {
        screen.open(home, case).await;
        let list = combobox(screen.words.say("names.field_urgency"));
        screen.find(&any_option().within(list.clone()).first()).await;
        screen.press(&option(screen.words.say(urgency)).within(list)).await;
        screen
            .reads(&screen.words.fill(
                "story.changed",
                &[
                    ("field", &screen.words.say("story.the_urgency")),
                    ("old", &screen.words.say("names.urgency_normal")),
                    ("new", &screen.words.say(urgency)),
                ],
            ))
            .await;
    }
}

/// Files both ways; the conflict is shown on both, settled on one, and both are the same.
pub(crate) async fn exchange(
    one: &Screen,
    two: &Screen,
    home: &Home,
    profiles: (&Profile, &Profile),
    case: &str,
) {
    let words = &one.words;
    let title = words.fill("conflict.title", &[("field", &words.say("names.field_urgency"))]);
    let keep = words.fill("conflict.keep_value", &[("value", &words.say("names.urgency_emergency"))]);
    let from_one = export(one, home, profiles.0, "one").await;
    let from_two = export(two, home, profiles.1, "two").await;
    for (screen, file) in [(two, &from_one), (one, &from_two)] {
        let all = Archive::read(file).records().len();
        offer(screen, home, file).await;
        expect_counts(screen, Counts { unchanged: all - 1, conflict: 1, ..Counts::default() }).await;
        take_over(screen).await;
        screen.open(home, case).await;
        screen.find(&heading(&title)).await;
        let said = squash(&screen.page_text().await);
        for who in ["紧急王小明·", "特急李娜·"] {
            assert!(
                said.contains(&format!("{who}刚刚")) || said.contains(&format!("{who}今天")),
                "{who}: {said}"
            );
        }
    }
    one.press(&button(keep)).await;
    one.gone(&heading(&title)).await;
    let settled = export(one, home, profiles.0, "settled").await;
    import(two, home, &settled).await;
    two.open(home, case).await;
    two.find(&heading(words.say("case.timeline"))).await;
    two.gone(&heading(&title)).await;
    let back = export(two, home, profiles.1, "back").await;
    assert_eq!(
        Archive::read(&settled).records(),
        Archive::read(&back).records(),
        "both devices hold the same"
    );

    offer(one, home, &back).await;
    expect_counts(one, Counts { unchanged: Archive::read(&back).records().len(), ..Counts::default() }).await;
    one.reads(&words.say("data.nothing_new")).await;
    assert!(
        !one.has(&button(words.say("data.take_over"))).await,
        "the same file twice has nothing to take over"
    );
}
