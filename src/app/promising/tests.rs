mod why;

use super::*;
use crate::app::command::{Pen, promise};
use crate::domain::calendar::{Calendar, DayRule, MakeUpHours, SpecialDay, Zone};
use crate::domain::case::CaseKind;
use crate::domain::date::Date;
use crate::domain::hours::Hours;
use crate::domain::id::{CaseId, ClauseId, LetterId, ParameterId};
use crate::domain::local_time::LocalTime;
use crate::domain::promise::{ClauseTerms, Doubt, Judged, Measure, Paused, PromiseKind, State};
use crate::domain::record::Records;
use crate::domain::waiting::WaitReason;
use crate::journal::{DeviceId, SessionId, Stamp, Writer};
use std::collections::BTreeMap;

/// Where the shop of these tests is.
fn zone() -> Zone {
    Zone::parse("Asia/Shanghai").expect("a place")
}

fn moment(text: &str) -> Moment {
    zone().moment(LocalTime::parse(text).expect("a time"))
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// A shop with a break at noon. Saturday 14 February is worked like a Monday; the week after is free.
fn calendars() -> Calendars {
    let open = || Hours::parse_day("09:00-11:30, 13:00-18:00").expect("periods");
    let mut days = BTreeMap::new();
    let like = SpecialDay { rule: DayRule::MakeUp(MakeUpHours::Like(0)), name: String::new() };
    days.insert(date("2026-02-14"), like);
    for day in 16..=20 {
        let day = Date::new(2026, 2, day).expect("a date");
        days.insert(day, SpecialDay { rule: DayRule::Holiday, name: "春节".to_owned() });
    }
    let mut week: Vec<_> = (0..5).map(|_| open()).collect();
    week.extend([Vec::new(), Vec::new()]);
    let hours = Hours(week.try_into().expect("seven days"));
    Calendars::always(Calendar { hours, days, zone: zone() })
}

fn speaking<'a>(lang: Lang, calendars: &'a Calendars, now: &str, pauses: &'a [Pausing]) -> Speaking<'a> {
    Speaking { lang, calendars, now: moment(now), pauses }
}

fn terms() -> Terms {
    let clause = |kind: PromiseKind, values: &[(&str, u32)]| ClauseTerms {
        clause: ClauseId::parse(kind.clause()).expect("an id"),
        values: values.iter().map(|(id, n)| (ParameterId::parse(id).expect("an id"), *n)).collect(),
    };
    Terms {
        letter: LetterId::parse("l1").expect("an id"),
        number: "L-0003".to_owned(),
        revision: 1,
        clauses: vec![
            clause(PromiseKind::FirstResponse, &[("inside_hours", 2), ("outside_hours", 12)]),
            clause(PromiseKind::Plan, &[("plan_days", 3)]),
            clause(PromiseKind::Visit, &[("late_minutes", 15)]),
            clause(PromiseKind::DelayNotice, &[("notice_hours", 24)]),
            clause(PromiseKind::Redo, &[("redo_days", 1)]),
        ],
        remedy: String::new(),
    }
}

/// A case to which the letter applies since a moment.
fn case(since: &str) -> Case {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    let pen = Pen { stamp: Stamp::new(moment(since).millis(), 0, writer), author: None };
    let mut records = Records::default();
    records.merge(promise(&pen, &CaseId::parse("k1").expect("an id"), terms()));
    Case::of(&records.journal::<CaseKind>("k1"))
}

fn judged(kind: PromiseKind, state: State) -> Judged {
    Judged {
        kind,
        state,
        started: moment("2026-02-13T16:30"),
        due: Some(moment("2026-02-13T17:50")),
        warn: Some(moment("2026-02-13T17:30")),
        met: None,
        measure: Measure::Working,
        limit: 120,
        used: 40,
        paused: Paused::default(),
        late: 0,
        by: moment("2026-02-13T16:30"),
        is_over: false,
        remedied: false,
        doubt: None,
    }
}

/// What is said in the three languages.
fn all(say: impl Fn(Lang) -> String) -> [String; 3] {
    Lang::ALL.map(say)
}

#[test]
fn lengths_are_said_as_people_say_them() {
    use Measure::{Wall, Working};
    for (minutes, measure, said) in [
        (0, Wall, ["0 分钟", "0 分鐘", "0 min"]),
        (40, Working, ["40 分钟", "40 分鐘", "40 min"]),
        (80, Working, ["1 小时 20 分钟", "1 小時 20 分鐘", "1 h 20 min"]),
        (120, Wall, ["2 小时", "2 小時", "2 h"]),
        (24 * 60, Wall, ["24 小时", "24 小時", "24 h"]),
        (30 * 60 + 5, Wall, ["30 小时 5 分钟", "30 小時 5 分鐘", "30 h 5 min"]),
        (3 * 24 * 60 + 125, Wall, ["3 天 2 小时", "3 天 2 小時", "3 days 2 h"]),
        (100 * 24 * 60 + 125, Wall, ["100 天", "100 天", "100 days"]),
        (50 * 60, Working, ["50 小时", "50 小時", "50 h"]),
    ] {
        assert_eq!(all(|lang| duration(texts(lang), minutes, measure)), said);
    }
}

#[test]
fn what_is_left_is_said_in_words() {
    let calendars = calendars();
    let met = |time: &str| Some(moment(time));
    let base = judged(PromiseKind::FirstResponse, State::Running);
    let of = |kind: PromiseKind, state: State| Judged { kind, state, ..base.clone() };
    let table: Vec<(Judged, [&str; 3])> = vec![
        (
            base.clone(),
            [
                "还剩 1 小时 20 分钟服务时间，今天 17:50 到期",
                "還剩 1 小時 20 分鐘服務時間，今天 17:50 到期",
                "1 h 20 min of service time left, by today 17:50",
            ],
        ),
        (
            Judged { measure: Measure::Wall, due: met("2026-02-16T17:50"), ..base.clone() },
            [
                "还剩 3 天，2月16日（周一）17:50 到期",
                "還剩 3 天，2月16日（週一）17:50 到期",
                "3 days left, by Mon 16 Feb 17:50",
            ],
        ),
        (
            Judged { late: 40, ..of(PromiseKind::FirstResponse, State::Breached) },
            [
                "已逾期 40 分钟服务时间，原定今天 17:50",
                "已逾期 40 分鐘服務時間，原定今天 17:50",
                "overdue by 40 min of service time, was due today 17:50",
            ],
        ),
        (
            Judged { is_over: true, ..of(PromiseKind::FirstResponse, State::Breached) },
            ["未兑现，原定今天 17:50", "未兌現，原定今天 17:50", "not kept, was due today 17:50"],
        ),
        (
            Judged { used: 65, met: met("2026-02-13T17:35"), ..of(PromiseKind::FirstResponse, State::Met) },
            [
                "已兑现，用了 1 小时 5 分钟，限 2 小时服务时间",
                "已兌現，用了 1 小時 5 分鐘，限 2 小時服務時間",
                "kept, 1 h 5 min of 2 h of service time",
            ],
        ),
        (
            Judged { used: 0, met: met("2026-02-13T16:30"), ..of(PromiseKind::FirstResponse, State::Met) },
            ["当即兑现", "立即兌現", "kept at once"],
        ),
        (
            Judged { met: met("2026-02-13T17:35"), ..of(PromiseKind::Plan, State::Met) },
            ["已兑现，今天 17:35", "已兌現，今天 17:35", "kept today 17:35"],
        ),
        (
            Judged { late: 30, met: met("2026-02-14T09:20"), ..of(PromiseKind::Plan, State::MetLate) },
            [
                "晚了 30 分钟服务时间才兑现：明天 09:20，原定今天 17:50",
                "晚了 30 分鐘服務時間才兌現：明天 09:20，原定今天 17:50",
                "kept 30 min of service time too late: tomorrow 09:20 instead of today 17:50",
            ],
        ),
        (
            of(PromiseKind::Plan, State::Paused),
            [
                "暂停中（等客户答复），还剩 1 小时 20 分钟服务时间",
                "暫停中（等客戶回覆），還剩 1 小時 20 分鐘服務時間",
                "paused, waiting for the customer; 1 h 20 min of service time left",
            ],
        ),
        (
            Judged { due: None, ..base.clone() },
            [
                "服务日历里没有营业时间，算不出到期时间。",
                "服務日曆裡沒有營業時間，算不出到期時間。",
                "The calendar has no service hours, so no due time can be told.",
            ],
        ),
        (
            Judged { met: met("2026-02-13T09:05"), ..of(PromiseKind::Visit, State::Met) },
            ["今天 09:05 到达，准时", "今天 09:05 抵達，準時", "arrived today 09:05, in time"],
        ),
        (
            of(PromiseKind::Redo, State::Running),
            ["有效至今天 17:50", "有效至今天 17:50", "holds until today 17:50"],
        ),
        (
            of(PromiseKind::Redo, State::Met),
            [
                "今天 16:30 提出，已免费办理",
                "今天 16:30 提出，已免費處理",
                "called upon today 16:30, done free of charge",
            ],
        ),
        (
            of(PromiseKind::Emergency, State::NotApplicable),
            ["没有发生，不计入", "沒有發生，不計入", "did not come up, does not count"],
        ),
    ];
    let waits = [Pausing { reason: WaitReason::Customer, from: moment("2026-02-13T17:00"), to: None }];
    for (judged, said) in table {
        let words = all(|lang| left_words(&speaking(lang, &calendars, "2026-02-13T17:20", &waits), &judged));
        assert_eq!(words, said, "{judged:?}");
    }
}

#[test]
fn a_promise_is_marked_by_what_is_left() {
    let running = judged(PromiseKind::FirstResponse, State::Running);
    let now = |time| moment(time);
    assert_eq!(sign(&running, now("2026-02-13T17:29")), Sign::Running);
    assert_eq!(sign(&running, now("2026-02-13T17:30")), Sign::Soon, "the warning begins with its minute");
    let guarantee = judged(PromiseKind::Redo, State::Running);
    assert_eq!(sign(&guarantee, now("2026-02-13T17:40")), Sign::Holds, "a guarantee never warns");
    for (used, limit, percent) in [(0, 120, 0), (119, 120, 99), (120, 120, 100), (500, 120, 100), (0, 0, 100)]
    {
        assert_eq!(limit_used(&Judged { used, limit, ..running.clone() }), percent, "{used} of {limit}");
    }
    assert_eq!(limit_used(&Judged { state: State::Breached, ..running }), 100);
}

#[test]
fn the_pressing_ones_come_first() {
    let at = |kind, state, due| Judged { due: Some(moment(due)), warn: None, ..judged(kind, state) };
    let late = at(PromiseKind::FirstResponse, State::MetLate, "2026-02-13T10:00");
    let all = [
        at(PromiseKind::Finish, State::Running, "2026-02-20T18:00"),
        at(PromiseKind::Plan, State::Running, "2026-02-16T18:00"),
        Judged { remedied: true, ..at(PromiseKind::Visit, State::MetLate, "2026-02-13T10:00") },
        late.clone(),
        at(PromiseKind::Emergency, State::Breached, "2026-02-13T12:00"),
        at(PromiseKind::Redo, State::Running, "2026-03-13T12:00"),
        at(PromiseKind::FollowUp, State::Paused, "2026-02-13T12:00"),
        late,
    ];
    let order = ordered(&all, moment("2026-02-13T17:00"));
    let kinds = |keys: &[Key]| keys.iter().map(|(kind, _, nth)| (*kind, *nth)).collect::<Vec<_>>();
    assert_eq!(
        kinds(&order.open),
        [
            (PromiseKind::Emergency, 0),
            (PromiseKind::FirstResponse, 0),
            (PromiseKind::FirstResponse, 1),
            (PromiseKind::Plan, 0),
            (PromiseKind::Finish, 0),
            (PromiseKind::FollowUp, 0),
        ]
    );
    assert_eq!(kinds(&order.rest), [(PromiseKind::Visit, 0), (PromiseKind::Redo, 0)]);
    for key in order.open.iter().chain(&order.rest) {
        assert!(find(&all, *key).is_some_and(|one| one.kind == key.0));
    }
}

#[test]
fn limits_are_said_as_letters_say_them() {
    for (kind, said) in [
        (
            PromiseKind::FirstResponse,
            [
                "服务时间内 2 小时，服务时间外 12 小时",
                "服務時間內 2 小時，服務時間外 12 小時",
                "2 h in service hours, 12 h outside them",
            ],
        ),
        (PromiseKind::Plan, ["3 个工作日内", "3 個工作天內", "within 3 working days"]),
        (PromiseKind::Redo, ["1 天内", "1 天內", "within 1 day"]),
        (
            PromiseKind::Visit,
            [
                "约定时段内到达，最多晚 15 分钟",
                "約定時段內抵達，最多晚 15 分鐘",
                "within the agreed window, at most 15 min late",
            ],
        ),
        (
            PromiseKind::DelayNotice,
            [
                "要延期的话，至少提前 24 小时告知",
                "若要延期，至少提前 24 小時告知",
                "if it takes longer, told at least 24 h ahead",
            ],
        ),
    ] {
        assert_eq!(all(|lang| limit_words(texts(lang), &terms(), kind).unwrap_or_default()), said);
    }
    assert_eq!(limit_words(texts(Lang::En), &terms(), PromiseKind::Finish), None, "the case says it");
    assert_eq!(limit_words(texts(Lang::En), &terms(), PromiseKind::FollowUp), None, "it is not promised");
}
