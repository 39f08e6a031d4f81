//! Lists as people paste them.

use crate::support::{date, holiday, like};
use casebook::archive::calendar::{DayFault, DayList, MAX_DAYS, read_days, read_pasted};
use casebook::catalog::schedules::{Region, ScheduledRule, schedule};
use casebook::domain::calendar::{DayRule, SpecialDay};
use proptest::prelude::*;

/// First day, last day, and what the first is; of lists that are one range.
fn range(text: &str) -> (String, String, SpecialDay) {
    let list = read_pasted(text);
    assert_eq!(list.problems, [], "{text}");
    let ((first, day), (last, _)) = (list.days.first().expect(text), list.days.last().expect(text));
    assert_eq!(last.days_since(*first) + 1, list.days.len() as i64, "{text}");
    (first.to_string(), last.to_string(), day.clone())
}

#[test]
fn a_line_is_a_day_or_a_range() {
    for (line, first, last, day) in [
        ("2026-02-15~2026-02-23 春节", "2026-02-15", "2026-02-23", holiday("春节")),
        ("2026-02-15 至 2026-02-23 春节放假", "2026-02-15", "2026-02-23", holiday("春节放假")),
        ("2026年2月14日 班", "2026-02-14", "2026-02-14", like(0, "")),
        ("2026年2月14日（周六）上班", "2026-02-14", "2026-02-14", like(0, "")),
        ("2026/10/1-7", "2026-10-01", "2026-10-07", holiday("")),
        ("2026/10/1-7 国庆节 休", "2026-10-01", "2026-10-07", holiday("国庆节")),
        ("2026年10月1日至7日 国庆节", "2026-10-01", "2026-10-07", holiday("国庆节")),
        ("2026-10-01 - 10-07\t国庆节", "2026-10-01", "2026-10-07", holiday("国庆节")),
        ("20261001..20261007,国庆节,休", "2026-10-01", "2026-10-07", holiday("国庆节")),
        ("２０２６－１０－０１～２０２６－１０－０７　国庆节", "2026-10-01", "2026-10-07", holiday("国庆节")),
        ("国庆节：2026年10月1日—2026年10月7日", "2026-10-01", "2026-10-07", holiday("国庆节")),
        ("2025/12/31-1/2 元旦", "2025-12-31", "2026-01-02", holiday("元旦")),
        ("14 Feb 2026 make-up day", "2026-02-14", "2026-02-14", like(0, "")),
        (
            "Sat 14 February 2026, workday for Friday",
            "2026-02-14",
            "2026-02-14",
            like(4, "workday for Friday"),
        ),
        ("Feb 14, 2026 Fair", "2026-02-14", "2026-02-14", holiday("Fair")),
        ("1st Oct 2026 to 7th Oct 2026: National Day", "2026-10-01", "2026-10-07", holiday("National Day")),
        ("2026-10-01 - National Day", "2026-10-01", "2026-10-01", holiday("National Day")),
        (
            "2024-02-08 放假日（2024-02-17 補班）",
            "2024-02-08",
            "2024-02-08",
            holiday("放假日（2024-02-17 補班）"),
        ),
        ("2024-02-17 補班日", "2024-02-17", "2024-02-17", like(0, "")),
        ("2024-02-17 補行上班（補 2/8）", "2024-02-17", "2024-02-17", like(0, "補行上班（補 2/8）")),
        ("2026-02-16 调休", "2026-02-16", "2026-02-16", holiday("")),
        ("2026-02-16 不上班", "2026-02-16", "2026-02-16", holiday("不上班")),
        ("2026-02-18 春节调休上班", "2026-02-18", "2026-02-18", like(2, "春节调休上班")),
    ] {
        assert_eq!(range(line), (first.to_owned(), last.to_owned(), day), "{line}");
    }
}

#[test]
fn the_text_of_a_notice_is_understood() {
    let notice = "国务院办公厅关于2026年部分节假日安排的通知\n\
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n\
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n\
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n\
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n\
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n\
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n\
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。\n";
    let list = read_pasted(notice);
    assert_eq!(list.problems, []);
    let official = &schedule(Region::China, 2026).expect("a schedule").days;
    let free = |rule: ScheduledRule| !matches!(rule, ScheduledRule::MakeUp(_));
    let official: Vec<_> = official.iter().map(|day| (day.date, free(day.rule))).collect();
    let read: Vec<_> = list.days.iter().map(|(date, day)| (*date, day.rule == DayRule::Holiday)).collect();
    assert_eq!(read, official);
    assert_eq!(list.days[0].1.name, "元旦");
    assert_eq!(list.days[3].1, like(0, "元旦"));
}

#[test]
fn remarks_and_empty_lines_are_passed_over() {
    let list = read_days("# 2026-01-01\n\n  \n2026年\n1月1日 元旦\n10/1 国庆节\n".as_bytes());
    let found: Vec<String> = list.days.iter().map(|(date, day)| format!("{date} {}", day.name)).collect();
    assert_eq!(found, ["2026-01-01 元旦", "2026-10-01 国庆节"]);
    assert_eq!(list.problems, []);
}

#[test]
fn what_is_not_taken_is_told_with_its_line() {
    for (line, fault) in [
        ("hello", DayFault::NoDate),
        ("9:30", DayFault::NoDate),
        ("2026-02", DayFault::NoDate),
        ("2月15日 春节", DayFault::NoYear),
        ("14 Feb", DayFault::NoYear),
        ("2026-02-30 x", DayFault::NoSuchDay),
        ("2026-13-01 x", DayFault::NoSuchDay),
        ("1899-12-31 x", DayFault::NoSuchDay),
        ("2026-02-15~2026-02-30 x", DayFault::NoSuchDay),
        ("2026-02-15~2026-02-10 x", DayFault::Backward),
        ("2026/2/15-10", DayFault::Backward),
        ("2026-02-15~2028-02-15 x", DayFault::LongRange(366)),
        ("2026-02-15 放假 上班", DayFault::Unclear),
    ] {
        let list = read_pasted(&format!("\n{line}\n"));
        assert_eq!(list.days, [], "{line}");
        let found: Vec<_> = list.problems.iter().map(|problem| (problem.line, &problem.what)).collect();
        assert_eq!(found, [(2, &fault)], "{line}");
        assert!(list.problems[0].to_string().starts_with("Line 2: "));
    }
}

#[test]
fn a_holiday_that_is_also_a_make_up_day_is_neither() {
    let list = read_pasted("2026-02-14~16 春节\n2026-02-14 班\n2026-02-15 春节\n");
    let found: Vec<String> = list.days.iter().map(|(date, _)| date.to_string()).collect();
    assert_eq!(found, ["2026-02-15", "2026-02-16"]);
    assert_eq!(list.problems.len(), 1);
    assert_eq!((list.problems[0].line, &list.problems[0].what), (2, &DayFault::Both(date("2026-02-14"))));
}

#[test]
fn a_list_is_not_longer_than_a_calendar_may_be() {
    let text: String = (1900..1920).map(|year| format!("{year}-01-01~{year}-12-31\n")).collect();
    let list: DayList = read_pasted(&text);
    assert_eq!(list.days.len(), MAX_DAYS);
    assert_eq!(list.problems.len(), 1);
    assert_eq!(list.problems[0].what, DayFault::TooManyDays(MAX_DAYS));
    assert_eq!(read_pasted(&"x\n".repeat(100_000)).problems.len(), 1_000);
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_crash(text in "(20|26|[0-9]{1,9}|-|~|/|\\.|年|月|日|至|to|Feb|Sat| |\\n|\\(|\\)|（|）|班|休|、|。|；|春节|\\PC){0,60}") {
        let _ = read_days(text.as_bytes());
        let _ = read_pasted(&format!("2026年\n{text}"));
    }

    #[test]
    fn a_date_is_found_however_it_is_written(number in 0_u32..65_000, form in 0..8_usize) {
        let day = date("1970-01-01").plus_days(number.into()).expect("in range");
        let (y, m, d) = (day.year(), day.month(), day.day());
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "June", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"][m as usize - 1];
        let text = [
            day.to_string(), format!("{y}/{m}/{d}"), format!("{y}.{m}.{d}"), format!("{y}{m:02}{d:02}"),
            format!("{y}年{m}月{d}日"), format!("{d} {month} {y}"), format!("{month} {d}, {y}"), format!("{y} 年 {m} 月 {d} 号"),
        ][form].clone();
        let list = read_pasted(&format!("{text} x"));
        prop_assert_eq!(list.days, [(day, holiday("x"))], "{}", text);
    }
}
