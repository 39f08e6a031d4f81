//! The calendar in force decides: later edits change what runs, and never what is decided.

use crate::support::Deed::*;
use crate::support::{Hand, Step, at, calendar, shown, time};
use casebook::app::command::{Pen, set};
use casebook::domain::calendar::{DayRule, SpecialDay, Zone};
use casebook::domain::case::Urgency;
use casebook::domain::hours::Hours;
use casebook::domain::promise::{Calendars, PromiseKind, State};
use casebook::domain::record::Records;
use casebook::domain::shop::{SHOP_ID, Shop, ShopField, ShopKind};
use casebook::journal::{Clock, DeviceId, SessionId, Writer};

/// A shop with the usual calendar since long, and what it changed when.
pub(crate) fn shop(edits: &[(&str, ShopField)]) -> Calendars {
    let writer = Writer { device: DeviceId::from_random(2), session: SessionId::from_random(2) };
    let mut clock = Clock::new(writer);
    let mut records = Records::default();
    let mut write = |when: &str, fields: Vec<ShopField>| {
        let shop = Shop::of(&records.journal::<ShopKind>(SHOP_ID));
        let pen = Pen { stamp: clock.tick(at(when).millis()), author: None };
        records.merge(set::<ShopKind>(&pen, SHOP_ID, &shop, fields));
    };
    let first = calendar();
    let days = first.days.into_iter().map(|(date, day)| ShopField::Day(date, Some(day)));
    let mut fields = vec![ShopField::Hours(first.hours), ShopField::Zone(first.zone)];
    fields.extend(days);
    write("2026-01-05T10:00", fields);
    edits.iter().for_each(|(when, field)| write(when, vec![field.clone()]));
    Calendars::of(&records.journal::<ShopKind>(SHOP_ID), Zone::UTC)
}

pub(crate) fn closed(date: &str) -> ShopField {
    let rule = DayRule::Changed(Vec::new());
    ShopField::Day(crate::support::day(date), Some(SpecialDay { rule, name: String::new() }))
}

fn first_answer(hand: &Hand, calendars: &Calendars, now: &str) -> String {
    let judged = hand.judged_by(calendars, now);
    judged.iter().find(|each| each.kind == PromiseKind::FirstResponse).map(shown).expect("a clock")
}

const AT_17: Step = ("11-16T17:00", Open(Urgency::Normal));

#[test]
fn what_runs_follows_the_calendar() {
    let hand = Hand::of(&[AT_17]);
    assert_eq!(first_answer(&hand, &shop(&[]), "11-16T17:30"), "Running 11-17T10:00");
    let edited = shop(&[("11-16T17:20", closed("11-17"))]);
    assert_eq!(first_answer(&hand, &edited, "11-16T17:30"), "Running 11-18T10:00");
    // Taken back, all is as before.
    let back = ShopField::Day(crate::support::day("11-17"), None);
    let edited = shop(&[("11-16T17:20", closed("11-17")), ("11-16T17:40", back)]);
    assert_eq!(first_answer(&hand, &edited, "11-16T17:50"), "Running 11-17T10:00");
}

#[test]
fn what_is_decided_stays() {
    let closing = || ("11-18T09:00", closed("11-17"));
    // Broken on Tuesday at ten; on Wednesday somebody says that Tuesday was free.
    let broken = Hand::of(&[AT_17]);
    assert_eq!(first_answer(&broken, &shop(&[closing()]), "11-18T09:30"), "Breached 11-17T10:00");
    let late = Hand::of(&[AT_17, ("11-17T11:00", Keep(PromiseKind::FirstResponse))]);
    assert_eq!(first_answer(&late, &shop(&[closing()]), "11-20T09:30"), "MetLate 11-17T11:00 of 11-17T10:00");
    let kept = Hand::of(&[AT_17, ("11-17T09:30", Keep(PromiseKind::FirstResponse))]);
    let all = [shop(&[]), shop(&[closing()])].map(|calendars| kept.judged_by(&calendars, "11-20T09:30"));
    let [before, after] = all.map(|all| all.into_iter().find(|each| each.kind == PromiseKind::FirstResponse));
    assert!(before.is_some() && before == after, "{before:?} {after:?}");
    // The calendar that decided can be asked why.
    let calendars = shop(&[closing()]);
    let judged = broken.judged_by(&calendars, "11-18T09:30");
    let decided = judged.iter().find(|each| each.state == State::Breached).expect("a broken promise");
    assert!(calendars.at(decided.by).is_open_at(at("11-17T09:30")));
    assert!(!calendars.now().is_open_at(at("11-17T09:30")));
}

#[test]
fn the_time_counts_where_the_shop_is() {
    let hand = Hand::of(&[AT_17]);
    // Wherever the device is: the shop said where it hangs its clock.
    assert_eq!(shop(&[]).now().zone, Zone::default());
    let tokyo = Zone::parse("Asia/Tokyo").expect("a zone");
    let moved = shop(&[("2026-02-01T10:00", ShopField::Zone(tokyo))]);
    // Five in Shanghai is six in Tokyo, where the shop is closed: the other limit counts.
    assert_eq!(first_answer(&hand, &moved, "11-16T17:10"), "Running 11-17T05:00");
    // A shop that did not say counts as the device does.
    let silent = Calendars::of(&Records::default().journal::<ShopKind>(SHOP_ID), tokyo);
    assert_eq!(silent.now().zone, tokyo);
}

#[test]
fn without_an_open_hour_nothing_in_working_time_is_ever_due() {
    let never = shop(&[("2026-02-01T10:00", ShopField::Hours(Hours::default()))]);
    let hand = Hand::of(&[AT_17]);
    let judged = hand.judged_by(&never, "2027-11-16T10:00");
    let plan = judged.iter().find(|each| each.kind == PromiseKind::Plan).expect("a clock");
    assert_eq!((plan.state, plan.due, plan.warn, plan.late), (State::Running, None, None, 0));
    // The wall clock goes on: no hour is a service hour.
    assert_eq!(first_answer(&hand, &never, "11-16T18:00"), "Running 11-17T05:00");
    let index = hand.index();
    let share = casebook::domain::promise::Share { warn_percent: 75, now: at("11-16T18:00") };
    let due = casebook::search::dues::case_due(&index.cases["k1"], &never, share).expect("something");
    assert_eq!(due.next.map(|next| next.kind), Some(PromiseKind::FirstResponse));
}

#[test]
fn many_edits_of_one_minute_are_one_calendar() {
    let days = ["11-17", "11-18", "11-19"].map(|date| ("11-16T12:00", closed(date)));
    let one = shop(&days);
    assert_eq!(one.at(at("11-16T11:59")), shop(&[]).now());
    assert_eq!(one.now().days.len(), 4);
    assert_eq!(time("11-16T12:00").date().to_string(), "2026-11-16");
}
