//! The shop's calendar: days changed with the keyboard, holidays added and taken back, a list with mistakes
//! in it, the file, a shop that never opens, and a device in another time zone.

use casebook_e2e::story::{CORNER, first_run};
use casebook_e2e::{
    Archive, Home, Profile, Screen, Target, button, calendar_program, combobox, dialog, field, file_input,
    heading, link, option, radio, summary,
};
use serde_json::json;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use thirtyfour::Key;

/// Tuesday 10 February 2026, nine in the morning in Shanghai.
const NOW: &str = "2026-02-10T01:00:00Z";

#[tokio::test]
async fn calendar_of_the_shop() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.set_zone("Asia/Shanghai").await;
    screen.set_clock(NOW).await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    the_holidays_are_there(&screen, &home).await;
    a_day_by_keyboard(&screen).await;
    make_up_and_back(&screen).await;
    a_schedule_as_one_action(&screen).await;
    a_list_with_mistakes(&screen).await;
    let file = the_file(&screen, &profile).await;
    never_open(&screen, &file).await;
    in_another_zone(&screen, &home).await;
    screen.quit().await;
}

/// The button of a day, which says what the day is.
fn day(says: &str) -> Target {
    button(says).roughly()
}

/// A new shop in Shanghai has the official days of the year, without having been asked.
async fn the_holidays_are_there(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/settings").await;
    screen.press(&link(words.say("hours.open"))).await;
    screen.find(&heading(words.say("hours.title"))).await;
    screen.find(&heading("2026年2月")).await;
    screen.find(&day("2026年2月10日（周二）：营业，09:00–12:00、13:00–18:00，今天")).await;
    screen.find(&day("2026年2月14日（周六）：调休上班，春节调休上班，09:00–12:00、13:00–18:00")).await;
    screen.find(&day("2026年2月16日（周一）：节假日，春节")).await;
    screen.reads(&words.say("hours.taken")).await;
    screen.reads("国办发明电〔2025〕7号").await;
    // The device is where the shop is: nothing to say of zones.
    assert!(!words.is_said("zone.differs", &screen.page_text().await));
}

/// Tomorrow only the morning: found, changed and left without a mouse.
async fn a_day_by_keyboard(screen: &Screen) {
    let words = &screen.words;
    screen.tab_to(&day("2026年2月10日")).await;
    screen.type_keys(Key::Right).await;
    let tomorrow = day("2026年2月11日");
    screen.until("the arrow goes on", async || screen.is_at(&tomorrow).await).await;
    screen.type_keys(Key::Enter).await;
    screen.find(&dialog("2026年2月11日（周三）")).await;
    screen.tab_to(&button(words.say("hours.morning_only"))).await;
    screen.type_keys(Key::Space).await;
    screen.reads("现在：临时变动，09:00–12:00").await;
    let name = field(words.say("hours.name"));
    screen.tab_to(&name).await;
    screen.type_keys("下午盘点").await;
    screen.type_keys(Key::Tab).await;
    screen.type_keys(Key::Escape).await;
    screen.gone(&dialog("2026年2月11日（周三）")).await;
    screen.find(&day("2026年2月11日（周三）：临时变动，下午盘点，09:00–12:00")).await;
    screen.until("the cursor is where it was", async || screen.is_at(&tomorrow).await).await;
    // A month on and back, and over the edge of a month.
    screen.type_keys(Key::PageDown).await;
    screen.until("the same day of March", async || screen.is_at(&day("2026年3月11日")).await).await;
    screen.type_keys(Key::PageUp).await;
    screen.until("and back", async || screen.is_at(&tomorrow).await).await;
    for _ in 0..2 {
        screen.type_keys(Key::Up).await;
    }
    screen.until("two weeks before", async || screen.is_at(&day("2026年1月28日")).await).await;
    screen.press(&button(words.say("hours.this_month"))).await;
    screen.find(&heading("2026年2月")).await;
}

/// A holiday is worked after all, with hours of its own; then all is as usual again.
async fn make_up_and_back(screen: &Screen) {
    let words = &screen.words;
    screen.press(&day("2026年2月23日")).await;
    screen.press(&radio(words.say("hours.make_up"))).await;
    screen.press(&option(words.say("hours.own_hours")).within(combobox(words.say("hours.like")))).await;
    let hours = field(words.say("hours.open_hours"));
    screen.fill(&hours, "").await;
    screen.reads(&words.say("common.error_empty")).await;
    screen.fill(&hours, "10:00-15:00").await;
    screen.reads("现在：调休上班，春节，10:00–15:00").await;
    screen.press(&radio(words.say("hours.as_usual"))).await;
    screen.reads("现在：营业，09:00–12:00、13:00–18:00").await;
    screen.press(&button(words.say("common.close")).within(dialog("2026年2月23日（周一）"))).await;
    screen.find(&day("2026年2月23日（周一）：营业")).await;
}

/// Another region's days: what differs here stays, and one press takes it all back.
async fn a_schedule_as_one_action(screen: &Screen) {
    let words = &screen.words;
    screen.press(&option(words.say("hours.region_tw")).within(combobox(words.say("hours.region")))).await;
    screen.press(&button(words.fill("hours.compare_year", &[("year", "2026")]))).await;
    let offer = words.fill("hours.offer_schedule", &[("region", "台湾"), ("year", "2026")]);
    screen.find(&dialog(offer.clone())).await;
    screen.reads(&words.say("hours.offer_other_keep")).await;
    // 28 February is worked in the mainland, and 3 April as well.
    screen.reads("2026年2月28日（周六）").await;
    screen.reads("2026年4月3日（周五）").await;
    screen.press(&button(words.head("hours.offer_take")).roughly().within(dialog(offer))).await;
    screen.tells("hours.added").await;
    screen.press(&button(words.say("hours.next"))).await;
    screen.press(&button(words.say("hours.next"))).await;
    screen.find(&day("2026年4月3日（周五）：节假日")).await;
    screen.press(&button(words.say("hours.added_undo"))).await;
    screen.find(&day("2026年4月3日（周五）：营业")).await;
    screen.reads(&words.say("hours.undone")).await;
    // What was there before is there.
    screen.find(&day("2026年4月6日（周一）：节假日，清明节")).await;
}

/// A line that says nothing and a day that is both are told; the rest is taken.
async fn a_list_with_mistakes(screen: &Screen) {
    let words = &screen.words;
    let list = "2026-04-20 店庆\n随便写写\n2026-04-22 休\n2026-04-22 上班";
    screen.press(&button(words.say("hours.look"))).await;
    screen.reads(&words.say("hours.nothing_typed")).await;
    let typed = field(words.say("hours.paste"));
    screen.write(&typed, list).await;
    screen.press(&button(words.say("hours.look"))).await;
    let offer = dialog(words.say("hours.offer_list"));
    screen.find(&offer).await;
    let problem = |line: &str, what: &str| words.fill("hours.offer_line", &[("line", line), ("what", what)]);
    screen.reads(&problem("2", &words.say("hours.fault_no_date"))).await;
    let both = words.fill("hours.fault_both", &[("date", "2026年4月22日（周三）")]);
    screen.reads(&problem("4", &both)).await;
    screen.press(&button(words.fill("hours.offer_take", &[("count", "1")])).within(offer)).await;
    screen.find(&day("2026年4月20日（周一）：节假日，店庆")).await;
    screen.find(&day("2026年4月22日（周三）：营业")).await;
}

/// The file says all of it, and the repository's own program reads it.
async fn the_file(screen: &Screen, profile: &Profile) -> PathBuf {
    screen.press(&button(screen.words.say("hours.export_press"))).await;
    let file = profile.take_download("calendar").await;
    let read = Archive::read(&file).0;
    assert_eq!((&read["format"], &read["zone"]), (&json!("casebook-calendar"), &json!("Asia/Shanghai")));
    let changed = json!({ "kind": "changed", "hours": ["09:00-12:00"], "name": "下午盘点" });
    assert_eq!(read["days"]["2026-02-11"], changed);
    assert_eq!(read["days"]["2026-04-20"], json!({ "kind": "holiday", "name": "店庆" }));
    assert!(read["days"]["2026-02-23"].is_null() && read["days"]["2026-04-03"].is_null());
    let ask = |more: &[&str]| {
        let mut arguments: Vec<&OsStr> = more.iter().map(OsStr::new).collect();
        arguments.extend([OsStr::new("--calendar"), file.as_os_str()]);
        calendar_program(arguments)
    };
    // An hour before tomorrow noon's close, and two hours after it: the afternoon is left out.
    let due = ask(&["due", "--from", "2026-02-11T11:00", "--minutes", "180"]);
    let due: serde_json::Value = serde_json::from_str(&due).expect("JSON");
    assert_eq!(due["due"], "2026-02-12T11:00");
    file
}

/// A shop that never opens is told so; the file brings its hours back.
async fn never_open(screen: &Screen, file: &Path) {
    let words = &screen.words;
    screen.press(&summary(words.say("settings.hours_change"))).await;
    for weekday in ["周一", "周二", "周三", "周四", "周五"] {
        screen.fill(&field(weekday), "").await;
    }
    screen.reads(&words.say("hours.problem_only_special")).await;
    screen.press(&day("2026年4月7日")).await;
    screen.reads(&words.fill("hours.usually_closed", &[("weekday", "周二")])).await;
    screen.type_keys(Key::Escape).await;
    screen.choose_file(&file_input(words.say("hours.choose_file")), file).await;
    let offer = dialog(words.say("hours.offer_file"));
    screen.find(&offer).await;
    screen.press(&button(words.say("hours.offer_take_file")).within(offer)).await;
    screen.find(&day("2026年4月7日（周二）：营业")).await;
    assert!(!words.is_said("hours.problem_only_special", &screen.page_text().await));
}

/// A device in Tokyo says how its clock stands to the shop's, whose day it shows.
async fn in_another_zone(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.set_zone("Asia/Tokyo").await;
    screen.open(home, "#/").await;
    screen.reload().await;
    let differs = words.fill("zone.differs", &[("here", "UTC+9"), ("there", "UTC+8")]);
    screen.reads(&differs).await;
    screen.open(home, "#/hours").await;
    screen.reads(&differs).await;
    let tokyo = option("东京（UTC+9）").within(combobox(words.say("hours.zone")));
    screen.press(&tokyo).await;
    screen.until("the zones agree", async || !words.is_said("zone.differs", &screen.page_text().await)).await;
}
