use super::*;

/// The explanation of a first answer to a request at 17:55, five minutes before the close.
fn told(lang: Lang) -> Why {
    let calendars = calendars();
    let started = moment("2026-02-13T17:55");
    let one = Judged {
        started,
        by: started,
        due: Some(moment("2026-02-14T10:55")),
        ..judged(PromiseKind::FirstResponse, State::Running)
    };
    why(&speaking(lang, &calendars, "2026-02-13T17:56", &[]), &case("2026-02-13T17:55"), &one)
}

#[test]
fn a_request_just_before_the_close_carries_into_the_next_morning() {
    let en = told(Lang::En);
    assert_eq!(
        en.how,
        [
            "It runs from Fri 13 Feb 17:55: the request was taken.",
            "Promised: 2 h in service hours, 12 h outside them.",
            "That was in service hours, so 2 h of service time count; outside them it would be 12 h by the clock.",
            "It was not used up at the close, 18:00; the rest goes on Sat 14 Feb 09:00.",
        ]
    );
    let words: Vec<&str> = en.spans.iter().map(|line| line.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Fri 13 Feb 17:55–18:00, 5 min",
            "Sat 14 Feb is a make-up working day (hours of Mon), 09:00–10:55, 1 h 55 min",
        ]
    );
    assert_eq!(en.due.as_deref(), Some("Due: Sat 14 Feb 10:55."));
    assert_eq!(en.letter.map(|(_, number)| number).as_deref(), Some("L-0003"));
    let zh = told(Lang::ZhCn);
    assert_eq!(zh.how[3], "到 18:00 收工时还没用完，余下的顺延到2月14日（周六）09:00。");
    assert_eq!(zh.spans[1].words, "2月14日（周六）是调休上班日（按周一上班），09:00–10:55，1 小时 55 分钟");
    let tw = told(Lang::ZhTw);
    assert_eq!(tw.spans[1].words, "2月14日（週六）是補班日（比照週一上班），09:00–10:55，1 小時 55 分鐘");
}

#[test]
fn holidays_are_skipped_by_name_and_pauses_by_whose_delay_they_are() {
    let calendars = calendars();
    let started = moment("2026-02-14T16:00");
    let pauses = [Pausing {
        reason: WaitReason::Parts,
        from: moment("2026-02-14T17:00"),
        to: Some(moment("2026-02-14T17:30")),
    }];
    let one = Judged {
        started,
        by: started,
        due: Some(moment("2026-02-23T11:30")),
        ..judged(PromiseKind::Plan, State::Running)
    };
    let of = speaking(Lang::En, &calendars, "2026-02-14T18:30", &pauses);
    let told = why(&of, &case("2026-02-14T16:00"), &one);
    let lines: Vec<(bool, &str)> = told.spans.iter().map(|line| (line.counts, line.words.as_str())).collect();
    assert_eq!(
        lines,
        [
            (true, "Sat 14 Feb is a make-up working day (hours of Mon), 16:00–17:00, 1 h"),
            (false, "Sat 14 Feb 17:00–17:30, stood still"),
            (true, "Sat 14 Feb is a make-up working day (hours of Mon), 17:30–18:00, 30 min"),
            (false, "Mon 16 Feb to Fri 20 Feb, 春节, does not count"),
            (true, "Mon 23 Feb 09:00–11:30, 2 h 30 min"),
        ]
    );
    assert_eq!(
        told.pauses,
        [
            "Sat 14 Feb 17:00 to Sat 14 Feb 17:30: waiting for parts, 30 min of service time stood still, a supplier’s delay"
        ]
    );
    assert!(told.how.contains(&"The day it starts on does not count.".to_owned()));
}

#[test]
fn a_long_way_ends_in_one_line() {
    let calendars = calendars();
    let started = moment("2026-03-02T09:00");
    let one = Judged {
        started,
        by: started,
        due: Some(moment("2026-12-31T18:00")),
        ..judged(PromiseKind::Plan, State::Running)
    };
    let told = why(&speaking(Lang::En, &calendars, "2026-03-02T09:00", &[]), &case("2026-03-02T09:00"), &one);
    assert_eq!(told.spans.len(), 32);
    assert!(told.spans[31].words.starts_with("… and so on until Thu 31 Dec 18:00, "));
}

#[test]
fn what_is_doubtful_is_said() {
    let calendars = calendars();
    for (kind, doubt, said) in [
        (PromiseKind::Plan, None, None),
        (
            PromiseKind::Plan,
            Some(Doubt::MetBeforeStart),
            Some("The answer is dated before the request, so it counts as given at once."),
        ),
        (
            PromiseKind::Plan,
            Some(Doubt::ClockBehind),
            Some(
                "This device’s clock shows a time before the start, so nothing has run yet. Check its date and time.",
            ),
        ),
        // A visit that is still ahead.
        (PromiseKind::Visit, Some(Doubt::ClockBehind), None),
    ] {
        let one = Judged { doubt, ..judged(kind, State::Running) };
        let of = speaking(Lang::En, &calendars, "2026-02-13T17:00", &[]);
        assert_eq!(why(&of, &case("2026-02-13T16:30"), &one).doubt, said);
    }
    let never = Judged { due: None, ..judged(PromiseKind::Plan, State::Running) };
    let of = speaking(Lang::En, &calendars, "2026-02-13T17:00", &[]);
    let told = why(&of, &case("2026-02-13T16:30"), &never);
    assert!(told.no_hours && told.spans.is_empty() && told.due.is_none());
}

#[test]
fn the_counter_is_told_which_limit_counts_now() {
    let calendars = calendars();
    let said = |lang, now| first_answer(&speaking(lang, &calendars, now, &[]), &terms()).unwrap_or_default();
    for (now, words) in [
        (
            "2026-02-13T17:55",
            [
                "现在在服务时间内：首次答复须在明天 10:55 前。",
                "現在在服務時間內：首次回覆須在明天 10:55 前。",
                "These are service hours: first answer due tomorrow 10:55.",
            ],
        ),
        (
            "2026-02-13T18:00",
            [
                "现在不在服务时间内：首次答复按自然时间 12 小时计，须在明天 06:00 前。",
                "現在不在服務時間內：首次回覆依自然時間 12 小時計，須在明天 06:00 前。",
                "Outside service hours: 12 h by the clock count, first answer due tomorrow 06:00.",
            ],
        ),
    ] {
        assert_eq!(all(|lang| said(lang, now)), words, "{now}");
    }
    let none = Terms { clauses: Vec::new(), ..terms() };
    assert_eq!(first_answer(&speaking(Lang::En, &calendars, "2026-02-13T17:55", &[]), &none), None);
}

#[test]
fn an_improvement_begins_with_what_was_not_kept() {
    let calendars = calendars();
    let one = Judged { is_over: true, ..judged(PromiseKind::FirstResponse, State::Breached) };
    let of = speaking(Lang::En, &calendars, "2026-02-13T19:00", &[]);
    assert_eq!(occasion(&of, &one), "“First response” was not kept; it was due Fri 13 Feb 17:50");
}
