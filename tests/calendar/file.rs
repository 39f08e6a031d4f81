//! The calendar's own file.

use crate::support::{changed, holiday, like, own, usual, weekly};
use casebook::archive::calendar::{
    CalendarFault, CalendarFileError, MAX_CALENDAR_BYTES, MAX_DAYS, read, write,
};
use casebook::archive::{Fault, JsonType, Refusal};
use casebook::catalog::schedules::{Region, builtin};
use casebook::domain::calendar::{Calendar, DayRule, MakeUpHours, SpecialDay, Zone};
use casebook::domain::date::Date;
use casebook::domain::hours::{Hours, Period};
use proptest::prelude::*;

#[test]
fn a_calendar_is_written_a_line_for_each_day() {
    let calendar = weekly(
        &["09:00-12:00, 13:00-18:00", "22:00-06:00"],
        &[
            ("2026-02-14", like(0, "补班")),
            ("2026-02-15", holiday("")),
            ("2026-03-02", changed("", "a \"quote\"")),
            ("2026-03-03", own("09:00-12:00", "x")),
        ],
        "Asia/Shanghai",
    );
    let text = r#"{"format":"casebook-calendar","version":1,
"zone":"Asia/Shanghai",
"hours":[
["09:00-12:00","13:00-18:00"],
["22:00-06:00"],
[],
[],
[],
[],
[]
],
"days":{
"2026-02-14":{"kind":"make_up","like":"monday","name":"补班"},
"2026-02-15":{"kind":"holiday"},
"2026-03-02":{"kind":"changed","hours":[],"name":"a \"quote\""},
"2026-03-03":{"kind":"make_up","hours":["09:00-12:00"],"name":"x"}
}}
"#;
    assert_eq!(write(&calendar), text);
    assert_eq!(read(text.as_bytes()), Ok(calendar));
    let empty = weekly(&[], &[], "UTC+05:45");
    assert_eq!(read(write(&empty).as_bytes()), Ok(empty));
}

#[test]
fn the_built_in_calendars_come_back() {
    for region in Region::ALL {
        let calendar = builtin(region);
        assert_eq!(read(write(&calendar).as_bytes()), Ok(calendar));
    }
}

#[test]
fn what_people_write_by_hand_is_read() {
    let text = "\u{feff}{ \"version\": 1, \"days\": {}, \"format\": \"casebook-calendar\", \"zone\": \"UTC\",
        \"hours\": [[\"13:00–18:00\", \"9:00~12:00\"], [], [], [], [], [], []] }";
    let read = read(text.as_bytes()).expect("a calendar");
    assert_eq!(read.hours.day_text(0), "09:00-12:00, 13:00-18:00");
}

#[test]
fn the_document_tells_the_truth() {
    let document = include_str!("../../docs/calendar-format.md");
    let (_, example) = document.split_once("```json\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let calendar = read(example.as_bytes()).expect("a calendar");
    assert_eq!(calendar.check(), []);
    assert_eq!(write(&calendar), example, "the same bytes");
    let words: Vec<&str> = document.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    for name in Zone::PLACES.map(Zone::name) {
        let city = name.rsplit('/').next().unwrap_or_default();
        assert!(words.contains(&city), "{city}");
    }
}

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let good = write(&usual(&[("2026-02-14", like(0, "x"))]));
    let unfit = |place: &str, what| CalendarFileError::Unfit { place: place.to_owned(), what };
    let refused = CalendarFileError::Refused;
    let shape = |place: &str, what| refused(Refusal::WrongShape { place: place.to_owned(), what });
    let day = r#"{"kind":"make_up","like":"monday","name":"x"}"#;
    let day_place = "days.2026-02-14";
    for (old, new, error) in [
        (good.as_str(), "[]", refused(Refusal::OtherFormat)),
        (good.as_str(), "{\"format\":\"casebook\"}", refused(Refusal::OtherFormat)),
        ("\"version\":1", "\"version\":2", refused(Refusal::NewerVersion(2))),
        ("\"zone\":\"Asia/Shanghai\",", "", shape("zone", Fault::MissingKey)),
        ("\"zone\"", "\"colour\":1,\"zone\"", shape("colour", Fault::UnknownKey)),
        ("Asia/Shanghai", "Mars", unfit("zone", CalendarFault::Zone("Mars".to_owned()))),
        ("[],\n[]", "[]", unfit("hours", CalendarFault::SevenDays)),
        ("\"13:00-18:00\"", "\"13-18\"", unfit("hours[0][1]", CalendarFault::Period("13-18".to_owned()))),
        ("\"13:00-18:00\"", "7", shape("hours[0][1]", Fault::WrongType(JsonType::Text))),
        (
            "\"13:00-18:00\"",
            "\"11:00-18:00\"",
            unfit("hours[0]", CalendarFault::Overlap(period("09:00-12:00"), period("11:00-18:00"))),
        ),
        ("2026-02-14", "2026-02-30", unfit("days.2026-02-30", CalendarFault::Date)),
        ("2026-02-14", "14 Feb", unfit("days[\"14?Feb\"]", CalendarFault::Date)),
        ("make_up", "feast", unfit(&format!("{day_place}.kind"), CalendarFault::Kind("feast".to_owned()))),
        ("monday", "mon", unfit(&format!("{day_place}.like"), CalendarFault::Weekday("mon".to_owned()))),
        (",\"like\":\"monday\"", "", unfit(day_place, CalendarFault::MakeUpHours)),
        ("\"like\":\"monday\"", "\"hours\":[]", unfit(day_place, CalendarFault::MakeUpHours)),
        ("\"like\"", "\"hours\":[\"09:00-10:00\"],\"like\"", unfit(day_place, CalendarFault::MakeUpHours)),
        (day, r#"{"kind":"changed"}"#, shape(&format!("{day_place}.hours"), Fault::MissingKey)),
        (
            day,
            r#"{"kind":"holiday","like":"monday"}"#,
            shape(&format!("{day_place}.like"), Fault::UnknownKey),
        ),
        (
            day,
            r#"{"kind":"holiday","name":7}"#,
            shape(&format!("{day_place}.name"), Fault::WrongType(JsonType::Text)),
        ),
        (day, "7", shape(day_place, Fault::WrongType(JsonType::Object))),
        (
            "\"2026-02-14\"",
            "\"2026-02-14\":{\"kind\":\"holiday\"},\"2026-02-14\"",
            refused(Refusal::DuplicateKey { place: day_place.to_owned() }),
        ),
    ] {
        let bad = good.replacen(old, new, 1);
        assert_ne!(bad, good, "{old}");
        let found = read(bad.as_bytes()).expect_err(&bad);
        assert_eq!(found, error, "{new}");
        assert!(found.to_string().ends_with('.') && !found.to_string().contains('\n'), "{found}");
    }
}

#[test]
fn a_file_may_not_be_anything_else() {
    let refusal = |bytes: &[u8]| match read(bytes) {
        Err(CalendarFileError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refusal(b"\xff"), Refusal::NotText);
    assert_eq!(refusal(b""), Refusal::Truncated { line: 1, column: 0 });
    assert_eq!(refusal(b"calendar"), Refusal::NotJson { line: 1, column: 1 });
    assert!(matches!(refusal(&vec![b' '; MAX_CALENDAR_BYTES + 1]), Refusal::TooLarge { .. }));
    assert_eq!(refusal("[".repeat(100).as_bytes()), Refusal::TooDeep);
    let first = Date::new(2000, 1, 1).expect("a date");
    let mut calendar = usual(&[]);
    for day in 0..=MAX_DAYS {
        calendar.days.insert(first.plus_days(day as i64).expect("in range"), holiday("x"));
    }
    let (place, what) = ("days".to_owned(), Fault::TooMany(MAX_DAYS));
    assert_eq!(refusal(write(&calendar).as_bytes()), Refusal::WrongShape { place, what });
    calendar.days.pop_last();
    assert_eq!(read(write(&calendar).as_bytes()), Ok(calendar));
}

/// Periods of one day that do not overlap.
fn any_periods() -> impl Strategy<Value = Vec<Period>> {
    prop::collection::btree_set(0_u16..1500, 0..7).prop_map(|minutes| {
        let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let minutes: Vec<u16> = minutes.into_iter().collect();
        let pairs = minutes.chunks_exact(2).filter(|pair| pair[0] < 1440);
        pairs
            .filter_map(|pair| Period::parse(&format!("{}-{}", time(pair[0]), time(pair[1] % 1440))))
            .collect()
    })
}

fn any_day() -> impl Strategy<Value = SpecialDay> {
    let rule = prop_oneof![
        Just(DayRule::Holiday),
        (0_u8..7).prop_map(|weekday| DayRule::MakeUp(MakeUpHours::Like(weekday))),
        any_periods().prop_map(DayRule::Changed),
        any_periods()
            .prop_filter("has hours", |periods| !periods.is_empty())
            .prop_map(|periods| DayRule::MakeUp(MakeUpHours::Own(periods))),
    ];
    (rule, any::<String>().prop_map(|name| name.chars().take(200).collect()))
        .prop_map(|(rule, name)| SpecialDay { rule, name })
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let zone = prop_oneof![
        (0..Zone::PLACES.len()).prop_map(|at| Zone::PLACES[at]),
        (0_u32..840).prop_map(|m| Zone::parse(&format!("UTC-{:02}:{:02}", m / 60, m % 60)).expect("a zone")),
    ];
    let date = (1900_i32..2200, 1_u32..=12, 1_u32..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).expect("a date"));
    let days = prop::collection::btree_map(date, any_day(), 0..12);
    (prop::array::uniform7(any_periods()), days, zone).prop_map(|(hours, days, zone)| Calendar {
        hours: Hours(hours),
        days,
        zone,
    })
}

proptest! {
    #[test]
    fn a_calendar_comes_back_as_it_went_out(calendar in any_calendar()) {
        let text = write(&calendar);
        let back = read(text.as_bytes());
        prop_assert_eq!(back.as_ref(), Ok(&calendar));
        prop_assert_eq!(write(&calendar), text);
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_but_never_a_crash(
        calendar in any_calendar(), at in any::<prop::sample::Index>(), with in any::<u8>(),
    ) {
        let mut bytes = write(&calendar).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = with;
        let _ = read(&bytes);
        let _ = read(&bytes[..at]);
    }
}
