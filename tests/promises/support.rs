//! A case whose journal is written by the minute, and what its promises come to.

use casebook::app::command::{Pen, undo};
use casebook::domain::acceptance::{Acceptance, AcceptanceVerdict};
use casebook::domain::calendar::{Calendar, DayRule, Moment, SpecialDay, Zone};
use casebook::domain::case::{Case, CaseDay, CaseEvent, CaseField, CaseKind, Channel, Status, Urgency};
use casebook::domain::complaint::{ComplaintAcknowledged, ComplaintAnswered, ComplaintReceived};
use casebook::domain::date::Date;
use casebook::domain::document::{Document, Issued};
use casebook::domain::execution::{Interim, ProgressReport};
use casebook::domain::follow_up::FollowUpCall;
use casebook::domain::hours::Hours;
use casebook::domain::id::{CaseId, ClauseId, FollowUpId, LetterId, ParameterId, ProcessId, StaffId};
use casebook::domain::lang::Lang;
use casebook::domain::local_time::LocalTime;
use casebook::domain::message::{MessageMoment, MessageSent};
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::ProcessRef;
use casebook::domain::promise::{
    Calendars, ClauseTerms, Judged, PromiseKept, PromiseKind, Promises, Share, Terms,
};
use casebook::domain::record::Records;
use casebook::domain::waiting::{WaitReason, Waiting};
use casebook::journal::{Change, Clock, DeviceId, Journal, SessionId, Writer};
use casebook::search::index::Index;
use casebook::search::promises::Around;
use casebook::search::summary::Summary;
use std::collections::BTreeMap;

/// What happens to a case.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Deed {
    Open(Urgency),
    /// A case to which no letter applies.
    OpenBare,
    /// A letter's terms come to hold: all clauses but one, with some values changed.
    Promise(&'static [(&'static str, u32)]),
    PromiseWithout(PromiseKind),
    Keep(PromiseKind),
    KeepAt(PromiseKind, &'static str),
    Say(MessageMoment),
    Report,
    Paper(PaperKind),
    Agree,
    Urge(Urgency),
    Take(AcceptanceVerdict),
    Be(Status),
    End(Option<&'static str>),
    Call(bool),
    Complain(Option<&'static str>),
    Hear(&'static str),
    Answer(&'static str),
    Wait(WaitReason),
    GoOn,
    Undo,
}

/// A deed and the local time at which it is written down.
pub(crate) type Step = (&'static str, Deed);

const VALUES: [(PromiseKind, &[(&str, u32)]); 11] = [
    (PromiseKind::FirstResponse, &[("inside_hours", 2), ("outside_hours", 12)]),
    (PromiseKind::Emergency, &[("limit_hours", 4)]),
    (PromiseKind::Visit, &[("late_minutes", 15)]),
    (PromiseKind::Plan, &[("plan_days", 2)]),
    (PromiseKind::Finish, &[]),
    (PromiseKind::Redo, &[("redo_days", 30)]),
    (PromiseKind::Maintenance, &[("maintenance_months", 6)]),
    (PromiseKind::Progress, &[("every_days", 2)]),
    (PromiseKind::DelayNotice, &[("notice_hours", 24)]),
    (PromiseKind::FollowUp, &[("follow_up_days", 7)]),
    (PromiseKind::ComplaintHeard, &[("acknowledge_hours", 24), ("settle_days", 5)]),
];

/// All measured clauses but perhaps one, with the usual values but for some.
pub(crate) fn terms(changed: &[(&str, u32)], without: Option<PromiseKind>) -> Terms {
    let clauses = VALUES.iter().filter(|(kind, _)| Some(*kind) != without).map(|(kind, values)| {
        let value = |(name, usual): &(&str, u32)| {
            let value =
                changed.iter().find(|(changed, _)| changed == name).map_or(*usual, |(_, value)| *value);
            (ParameterId::parse(name).expect("an id"), value)
        };
        let clause = ClauseId::parse(kind.clause()).expect("an id");
        ClauseTerms { clause, values: values.iter().map(value).collect() }
    });
    Terms {
        letter: LetterId::parse("l1").expect("an id"),
        number: "L-0001".to_owned(),
        revision: 1,
        clauses: clauses.collect(),
        remedy: "10 %".to_owned(),
    }
}

/// A time of 2026, unless its year is said.
pub(crate) fn time(text: &str) -> LocalTime {
    LocalTime::parse(text).or(LocalTime::parse(&format!("2026-{text}"))).expect("a time")
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).or(Date::parse(&format!("2026-{text}"))).expect("a date")
}

/// A moment by the clock of the shop.
pub(crate) fn at(text: &str) -> Moment {
    Zone::default().moment(time(text))
}

/// Monday to Friday 9 to 12 and 13 to 18, in Shanghai; Thursday 26 November 2026 is a holiday.
pub(crate) fn calendar() -> Calendar {
    let holiday = SpecialDay { rule: DayRule::Holiday, name: "Inventory".to_owned() };
    let days = BTreeMap::from([(day("11-26"), holiday)]);
    Calendar { hours: Hours::usual(), days, zone: Zone::default() }
}

pub(crate) fn case_id() -> CaseId {
    CaseId::parse("k1").expect("an id")
}

/// Somebody who writes.
pub(crate) struct Hand {
    clock: Clock,
    pub(crate) records: Records,
}

impl std::fmt::Debug for Hand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let what = |entry: &casebook::journal::Entry<CaseField, CaseEvent>| {
            (Moment::of_millis(entry.stamp.millis).to_string(), entry.changes.clone())
        };
        f.debug_list().entries(self.journal().iter().map(what)).finish()
    }
}

impl Default for Hand {
    fn default() -> Self {
        let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
        Self { clock: Clock::new(writer), records: Records::default() }
    }
}

impl Hand {
    pub(crate) fn of(steps: &[Step]) -> Self {
        let mut hand = Self::default();
        steps.iter().for_each(|(when, deed)| hand.does(when, *deed));
        hand
    }

    pub(crate) fn with(records: Records) -> Self {
        Self { records, ..Self::default() }
    }

    pub(crate) fn pen(&mut self, when: &str) -> Pen {
        Pen { stamp: self.clock.tick(at(when).millis()), author: StaffId::parse("may") }
    }

    pub(crate) fn journal(&self) -> Journal<CaseKind> {
        self.records.journal::<CaseKind>(case_id().as_str())
    }

    pub(crate) fn case(&self) -> Case {
        Case::of(&self.journal())
    }

    pub(crate) fn promises(&self) -> Promises {
        Promises::of(&self.journal(), &self.case())
    }

    pub(crate) fn does(&mut self, when: &str, deed: Deed) {
        let case = self.case();
        let pen = self.pen(when);
        let id = case_id();
        let set = |field: CaseField| {
            use casebook::journal::Field;
            vec![Change::Set { replaces: case.fields.heads(&field.key()), field }]
        };
        let event = |event: CaseEvent| vec![Change::Event(event)];
        let (channel, nothing) = (Channel::Phone, String::new);
        let kept = |promise, at| {
            event(CaseEvent::Kept(PromiseKept { promise, at, channel: Some(channel), words: nothing() }))
        };
        let changes = match deed {
            Deed::OpenBare => event(CaseEvent::Opened),
            Deed::Open(urgency) => {
                let process = ProcessRef { id: ProcessId::parse("P1").expect("an id"), version: 1 };
                let fields = [CaseField::Urgency(urgency), CaseField::Process(process)];
                let fields = fields.map(|field| Change::Set { field, replaces: Vec::new() });
                let events = [CaseEvent::Opened, CaseEvent::Promised(terms(&[], None))].map(Change::Event);
                events.into_iter().chain(fields).collect()
            }
            Deed::Promise(changed) => event(CaseEvent::Promised(terms(changed, None))),
            Deed::PromiseWithout(kind) => event(CaseEvent::Promised(terms(&[], Some(kind)))),
            Deed::Keep(kind) => kept(kind, None),
            Deed::KeepAt(kind, when) => kept(kind, Some(at(when))),
            Deed::Say(moment) => {
                event(CaseEvent::MessageSent(MessageSent { moment, channel, words: "Hello".to_owned() }))
            }
            Deed::Report => event(CaseEvent::ProgressReported(ProgressReport {
                told: Some(channel),
                ..ProgressReport::default()
            })),
            Deed::Paper(paper) => {
                let document = Document { paper, lang: Lang::En, blocks: Vec::new() };
                event(CaseEvent::PaperIssued(Issued {
                    number: "1".to_owned(),
                    revision: 1,
                    date: day("11-18"),
                    replaces: None,
                    visit: None,
                    hash: document.hash(),
                    document,
                }))
            }
            Deed::Agree => {
                let (what, by, due) = (nothing(), StaffId::from_random(1), time("11-30T10:00"));
                event(CaseEvent::InterimAgreed(Interim { what, by, due }))
            }
            Deed::Urge(urgency) => set(CaseField::Urgency(urgency)),
            Deed::Take(verdict) => {
                event(CaseEvent::Accepted(Acceptance { name: nothing(), verdict, words: nothing() }))
            }
            Deed::Be(status) => set(CaseField::Status(status)),
            Deed::End(date) => set(CaseField::Day(CaseDay::AgreedEnd, date.map(day))),
            Deed::Call(reached) => {
                let follow_up = FollowUpId::from_random(1);
                let (words, problem) = (nothing(), nothing());
                event(CaseEvent::FollowedUp(FollowUpCall { follow_up, channel, reached, words, problem }))
            }
            Deed::Complain(when) => event(CaseEvent::ComplaintReceived(ComplaintReceived {
                channel: Some(channel),
                at: when.map(time),
            })),
            Deed::Hear(when) => event(CaseEvent::ComplaintAcknowledged(ComplaintAcknowledged {
                channel,
                at: time(when),
                words: nothing(),
            })),
            Deed::Answer(when) => {
                event(CaseEvent::ComplaintAnswered(ComplaintAnswered { channel, at: time(when) }))
            }
            Deed::Wait(reason) => set(CaseField::Waiting(Some(Waiting { reason, words: nothing() }))),
            Deed::GoOn => set(CaseField::Waiting(None)),
            Deed::Undo => {
                let taken_back = undo(&pen, &id, &self.journal());
                return self.records.merge(taken_back);
            }
        };
        self.records.add::<CaseKind>(id.as_str(), pen.entry(changes));
    }

    /// What the promises come to at a time, as the case's page shows them.
    pub(crate) fn judged_by(&self, calendars: &Calendars, now: &str) -> Vec<Judged> {
        let index = self.index();
        let case = &index.cases[case_id().as_str()];
        let share = Share { warn_percent: 75, now: at(now) };
        Around::all(&index).judged(case, calendars, share)
    }

    pub(crate) fn index(&self) -> Index {
        let mut index = Index::default();
        let summaries = self.records.0.iter().filter_map(|(key, record)| Summary::of(key, record));
        summaries.for_each(|summary| index.put(summary));
        index
    }

    /// The same of one kind by the usual calendar, each in a word and a time.
    pub(crate) fn shown(&self, kind: PromiseKind, now: &str) -> Vec<String> {
        let all = self.judged_by(&Calendars::always(calendar()), now);
        all.iter().filter(|each| each.kind == kind).map(shown).collect()
    }
}

/// `Met 2026-11-18T10:05 of 2026-11-18T12:00`, `Running until …`.
pub(crate) fn shown(judged: &Judged) -> String {
    let local = |moment: Moment| {
        let time = Zone::default().local(moment).expect("a time");
        time.to_string().split_off(5)
    };
    let due = judged.due.map_or_else(|| "never".to_owned(), local);
    let doubt = judged.doubt.map(|doubt| format!(" ({doubt:?})")).unwrap_or_default();
    match judged.met {
        Some(met) => format!("{:?} {} of {due}{doubt}", judged.state, local(met)),
        None => format!("{:?} {due}{doubt}", judged.state),
    }
}
