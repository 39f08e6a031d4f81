//! Calendars of other programs.

use crate::support::{date, holiday, like};
use casebook::archive::calendar::{
    DayFault, DayList, DayProblem, MAX_CALENDAR_BYTES, read_days, read_icalendar,
};
use casebook::domain::calendar::{DayRule, MakeUpHours, SpecialDay};
use proptest::prelude::*;

fn calendar(events: &[&str]) -> String {
    let events: String =
        events.iter().map(|event| format!("BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n")).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn days(list: &DayList) -> Vec<(String, SpecialDay)> {
    list.days.iter().map(|(date, day)| (date.to_string(), day.clone())).collect()
}

fn faults(list: &DayList) -> Vec<(usize, DayFault)> {
    list.problems.iter().map(|problem| (problem.line, problem.what.clone())).collect()
}

#[test]
fn marked_events_become_holidays_and_make_up_days() {
    let text = calendar(&[
        "DTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:20260217\r\nSUMMARY:春节（休）",
        "DTSTART;VALUE=DATE:20260214\r\nSUMMARY:春节（班）",
        "DTSTART:20260228\r\nDURATION:P1D\r\nSUMMARY;LANGUAGE=zh-TW:補班日 補週一",
        "DTSTART;VALUE=DATE:20260314\r\nSUMMARY:白色情人节",
    ]);
    for text in [text.clone(), text.replace("\r\n", "\n"), format!("\u{feff}{text}")] {
        let list = read_days(text.as_bytes());
        assert_eq!(
            days(&list),
            [
                ("2026-02-14".to_owned(), like(0, "春节")),
                ("2026-02-15".to_owned(), holiday("春节")),
                ("2026-02-16".to_owned(), holiday("春节")),
                ("2026-02-28".to_owned(), like(0, "補週一")),
            ]
        );
        assert_eq!(faults(&list), [(17, DayFault::Unmarked("白色情人节".to_owned()))]);
    }
}

#[test]
fn where_nothing_is_marked_all_are_holidays() {
    let list = read_icalendar(&calendar(&[
        "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260102\r\nSUMMARY:The first day of January",
        "DTSTART;VALUE=DATE:20260403\r\nDTEND;VALUE=DATE:20260403\r\nSUMMARY:Good Friday",
        "DTSTART:20260407T000000\r\nDTEND:20260408T000000\r\nSUMMARY:Day after\\, and\\nmore",
        "DTSTART;VALUE=DATE:20260501\r\nDURATION:P1W\r\nSUMMARY:A week",
    ]));
    let found = days(&list);
    assert_eq!(found.len(), 10);
    assert_eq!(found[1], ("2026-04-03".to_owned(), holiday("Good Friday")));
    assert_eq!(found[2], ("2026-04-07".to_owned(), holiday("Day after, and more")));
    assert_eq!(found[9].0, "2026-05-07");
    assert_eq!(list.problems, []);
}

#[test]
fn lines_are_unfolded_and_parts_of_events_are_no_events() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\n\
                BEGIN:VEVENT\nDTSTART;X-NOTE=\"a:b;c\":2026\n 0215\nSUMMARY:春\n\t节 休\nBEGIN:VALARM\nSUMMARY:ring\n\
                DTSTART:20300101\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n";
    let list = read_icalendar(text);
    assert_eq!(days(&list), [("2026-02-15".to_owned(), holiday("春节"))]);
    assert_eq!(list.problems, []);
}

#[test]
fn apples_marks_are_understood() {
    let list = read_icalendar(&calendar(&[
        "DTSTART;VALUE=DATE:20260215\r\nSUMMARY:A\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY",
        "DTSTART;VALUE=DATE:20260214\r\nSUMMARY:A\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY",
        "DTSTART;VALUE=DATE:20260303\r\nSUMMARY:B",
    ]));
    assert_eq!(
        days(&list),
        [("2026-02-14".to_owned(), like(0, "A")), ("2026-02-15".to_owned(), holiday("A"))]
    );
}

#[test]
fn what_is_not_taken_is_told_with_its_line() {
    let whole = |event: &str| format!("{event}\r\nSUMMARY:休");
    for (event, fault) in [
        ("SUMMARY:休", DayFault::NoDate),
        ("DTSTART;VALUE=DATE:20260230\r\nSUMMARY:休", DayFault::NoSuchDay),
        ("DTSTART;VALUE=DATE:18991231\r\nSUMMARY:休", DayFault::NoSuchDay),
        ("DTSTART;VALUE=DATE:2026-02-15\r\nSUMMARY:休", DayFault::NoSuchDay),
        ("DTSTART:20260215T090000Z\r\nSUMMARY:休", DayFault::NotAllDay),
        ("DTSTART;VALUE=DATE:20260215\r\nDTEND:20260215T180000\r\nSUMMARY:休", DayFault::NotAllDay),
        ("DTSTART;VALUE=DATE:20260215\r\nDURATION:PT8H\r\nSUMMARY:休", DayFault::NotAllDay),
        ("DTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:20260213\r\nSUMMARY:休", DayFault::Backward),
        ("DTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:20280213\r\nSUMMARY:休", DayFault::LongRange(366)),
        ("DTSTART;VALUE=DATE:20260215\r\nDURATION:P65535W\r\nSUMMARY:休", DayFault::NoSuchDay),
        ("DTSTART;VALUE=DATE:20260215\r\nSUMMARY:放假 上班", DayFault::Unclear),
    ] {
        let list = read_icalendar(&calendar(&[event]));
        assert_eq!((days(&list), faults(&list)), (vec![], vec![(3, fault)]), "{event}");
    }
    let yearly = read_icalendar(&calendar(&[&whole("DTSTART;VALUE=DATE:20261001\r\nRRULE:FREQ=YEARLY")]));
    assert_eq!((yearly.days.len(), faults(&yearly)), (1, vec![(3, DayFault::Repeats)]));
    let cancelled = read_icalendar(&calendar(&[&whole("DTSTART;VALUE=DATE:20261001\r\nSTATUS:CANCELLED")]));
    assert_eq!((cancelled.days.len(), cancelled.problems.len()), (0, 0));
    let cut = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261001\n";
    assert_eq!(faults(&read_icalendar(cut)), [(2, DayFault::Unfinished)]);
    assert_eq!(faults(&read_icalendar("BEGIN:VEVENT\nEND:VEVENT\n")), [(1, DayFault::NotACalendar)]);
    let large = " ".repeat(MAX_CALENDAR_BYTES + 1);
    assert_eq!(faults(&read_days(large.as_bytes())), [(1, DayFault::TooLarge(MAX_CALENDAR_BYTES))]);
    assert_eq!(faults(&read_days(b"\xff")), [(1, DayFault::NotText)]);
}

#[test]
fn a_holiday_that_is_also_a_make_up_day_is_neither() {
    let list = read_icalendar(&calendar(&[
        "DTSTART;VALUE=DATE:20260214\r\nDTEND;VALUE=DATE:20260217\r\nSUMMARY:春节 休",
        "DTSTART;VALUE=DATE:20260214\r\nSUMMARY:春节 班",
        "DTSTART;VALUE=DATE:20260214\r\nSUMMARY:春节 休",
    ]));
    assert_eq!(days(&list).len(), 2);
    let both = DayFault::Both(date("2026-02-14"));
    assert_eq!(list.problems, [DayProblem { line: 8, what: both }]);
    assert_eq!(
        list.problems[0].to_string(),
        "Line 8: 2026-02-14 is both a holiday and a make-up day; it was taken as neither."
    );
}

#[test]
fn a_make_up_day_is_worked_like_the_weekday_that_is_named() {
    for (summary, weekday) in [
        ("补班（补周五）", 4),
        ("補班 補星期一", 0),
        ("上周三的班", 2),
        ("Make-up day for Thursday", 3),
        ("Working day like a Tuesday", 1),
        ("班", 0),
    ] {
        let list = read_icalendar(&calendar(&[&format!("DTSTART:20260214\r\nSUMMARY:{summary}")]));
        assert_eq!(list.days[0].1.rule, DayRule::MakeUp(MakeUpHours::Like(weekday)), "{summary}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_crash(text in "(BEGIN|END|:|;|VEVENT|VCALENDAR|DTSTART|DURATION|P|SUMMARY|2026|0215|T|\\n|\\r| |\\\\|班|休|\"|\\PC){0,60}") {
        let _ = read_days(text.as_bytes());
        let _ = read_icalendar(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260215\n{text}\nEND:VEVENT\n"));
    }
}
