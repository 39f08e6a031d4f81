//! A visit on the calendar and a case on the board are moved with the mouse; on a phone, where
//! nothing can be dragged, with buttons.

use casebook_e2e::story::{CORNER, WASHER, first_run, page, take_request};
use casebook_e2e::{
    Home, Profile, Screen, Target, button, checkbox, dialog, field, group, link, list, radio, region,
};

#[tokio::test]
async fn dragging() {
    let (home, profile) = (Home::site(), Profile::chromium("zh-CN"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &CORNER, "王小明").await;
    let number = take_request(&screen, &WASHER).await;
    let case = page(&screen.here().await);
    visit_to_another_time(&screen, &home, &case).await;
    visit_to_another_day(&screen, &home).await;
    case_past_open_tasks(&screen, &home, &number).await;
    case_with_all_done(&screen, &home, &case, &number).await;
    case_by_finger(&screen, &home, &number).await;
    visit_by_finger(&screen, &home, &case).await;
    screen.quit().await;
}

/// Half an hour is thirty pixels; what was dropped is kept.
async fn visit_to_another_time(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/visits")).await;
    // A day in the middle of a week: there is one beside it on either side.
    screen.fill(&field(words.say("visit.date")), "2026-12-16").await;
    screen.fill(&field(words.say("visit.from")), "10:00").await;
    screen.fill(&field(words.say("visit.until")), "11:00").await;
    screen.press(&checkbox("李娜")).await;
    screen.press(&button(words.say("visit.agree"))).await;
    screen.reads("10:00–11:00").await;

    to_the_week(screen, home).await;
    let visit = link("10:00–11:00").roughly();
    screen.drag_by(&visit, 0, 30).await;
    let moved = link("10:30–11:30").roughly();
    screen.find(&moved).await;
    screen.reload().await;
    to_the_week(screen, home).await;
    screen.find(&moved.within(list("2026年12月16日"))).await;
}

/// Shows the week of the visit.
async fn to_the_week(screen: &Screen, home: &Home) {
    let words = &screen.words;
    screen.open(home, "#/calendar").await;
    screen.press(&radio(words.say("calendar.week"))).await;
    let wanted = list("2026年12月16日");
    let later = button(words.say("calendar.after"));
    for _ in 0..60 {
        if screen.has(&wanted).await {
            return;
        }
        screen.press(&later).await;
    }
    screen.find(&wanted).await;
}

/// The day beside it, at another time as well.
async fn visit_to_another_day(screen: &Screen, home: &Home) {
    let visit = link("10:30–11:30").roughly();
    let (from, to) = (list("2026年12月16日"), list("2026年12月18日"));
    let days = screen.middle(&to).await.0 - screen.middle(&from).await.0;
    screen.drag_by(&visit, days, 120).await;
    let moved = link("12:30–13:30").roughly().within(to);
    screen.find(&moved).await;
    screen.reload().await;
    to_the_week(screen, home).await;
    screen.find(&moved).await;
    screen.gone(&link("10:30–11:30").roughly()).await;
}

fn stage(screen: &Screen, id: &str) -> Target {
    region(screen.words.process(&format!("P1/stages/{id}/name")))
}

/// Required tasks are open: the reason is asked for, and without one nothing moves.
async fn case_past_open_tasks(screen: &Screen, home: &Home, number: &str) {
    let words = &screen.words;
    screen.open(home, "#/board").await;
    let card = link(number).roughly();
    let (intake, solution) = (stage(screen, "intake"), stage(screen, "solution"));
    screen.drag_over(&card.clone().within(intake.clone()), &solution).await;
    let why = dialog(words.say("case.why"));
    screen.find(&why).await;
    screen.reads(&words.process("P1/stages/intake/tasks/listen/text")).await;
    screen.press(&button(words.say("common.cancel")).within(why.clone())).await;
    screen.gone(&why).await;
    screen.find(&card.clone().within(intake.clone())).await;
    screen.drag_over(&card.clone().within(intake.clone()), &solution).await;
    screen.write(&field(words.say("case.reason")), "客户急用，先安排").await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.find(&card.clone().within(solution.clone())).await;
    // Back where it came from, for which a reason is asked as well.
    screen.gone(&why).await;
    screen.drag_over(&card.clone().within(solution), &intake).await;
    screen.write(&field(words.say("case.reason")), "客户改主意了").await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.find(&card.within(intake)).await;
}

/// With all required tasks done the case goes on without a question.
async fn case_with_all_done(screen: &Screen, home: &Home, case: &str, number: &str) {
    let words = &screen.words;
    let task = |id: &str| words.process(&format!("P1/stages/intake/tasks/{id}/text"));
    screen.open(home, case).await;
    for id in ["greet", "listen", "record_request"] {
        screen.press(&checkbox(task(id))).await;
        screen.until("the task is done", async || screen.is_on(&checkbox(task(id))).await).await;
    }
    let told = words.process("P1/stages/intake/tasks/answer_or_route/choices/procedure_told");
    screen.press(&radio(told).within(group(task("answer_or_route")))).await;
    screen.open(home, "#/board").await;
    let card = link(number).roughly();
    let solution = stage(screen, "solution");
    screen.drag_over(&card.clone().within(stage(screen, "intake")), &solution).await;
    screen.find(&card.clone().within(solution.clone())).await;
    assert!(!screen.has(&dialog(words.say("case.why"))).await, "nothing is asked");
    screen.reload().await;
    screen.find(&card.within(solution)).await;
}

/// A finger cannot drag: the buttons do the same, and the visit is changed on its own page.
async fn case_by_finger(screen: &Screen, home: &Home, number: &str) {
    let words = &screen.words;
    screen.by_finger().await;
    screen.open(home, "#/board").await;
    let intake = words.process("P1/stages/intake/name");
    let back = button(words.fill("board.move_to", &[("number", number), ("stage", &intake)]));
    screen.press(&back).await;
    screen.write(&field(words.say("case.reason")), "还要再问清楚").await;
    screen.press(&button(words.say("case.confirm"))).await;
    screen.find(&link(number).roughly().within(stage(screen, "intake"))).await;
}

/// A visit is given another time on the page that the calendar leads to.
async fn visit_by_finger(screen: &Screen, home: &Home, case: &str) {
    let words = &screen.words;
    screen.open(home, &format!("{case}/visits")).await;
    screen.press(&button(words.say("calendar.other_time"))).await;
    let asks = dialog(words.say("calendar.other_time"));
    let start = field(words.say("visit.from")).within(asks.clone());
    assert_eq!(screen.value(&start).await, "12:30", "it begins with the time that was agreed");
    let move_it = button(words.say("calendar.move_visit")).within(asks.clone());
    screen.write(&start, "").await;
    screen.press(&move_it).await;
    screen.reads(&words.say("visit.error_start")).await;
    screen.write(&start, "23:30").await;
    screen.press(&move_it).await;
    screen.gone(&asks).await;
    // It takes as long as before, and goes on after midnight.
    screen.reads("23:30").await;
    screen.reads("00:30").await;
}
