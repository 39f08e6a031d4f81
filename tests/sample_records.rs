//! The last cases of the sample shop are told in full: every page of them has something to show.

use casebook::app::sample::generate;
use casebook::archive::{Exported, read, write};
use casebook::domain::acceptance::TestResult;
use casebook::domain::calendar::Zone;
use casebook::domain::case::{Case, CaseDay, CaseKind, CaseText, Status};
use casebook::domain::date::Date;
use casebook::domain::execution::ChangeState;
use casebook::domain::lang::Lang;
use casebook::domain::local_time::LocalTime;
use casebook::domain::money::Currency;
use casebook::domain::needs::ExpectationVerdict;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::record::{Known, RecordKind, Records};
use casebook::domain::visit::{Visit, VisitKind, VisitState, clashes};
use std::collections::BTreeSet;

/// Wednesday 18 November 2026, 15:10 where the sample shop is.
const NOW: u64 = 1_794_985_800_000;
const HOUR: u64 = 60 * 60 * 1000;
const DAY: u64 = 24 * HOUR;

fn cases(records: &Records) -> Vec<Case> {
    records.0.values().filter_map(CaseKind::of).map(Case::of).collect()
}

fn visits(records: &Records) -> Vec<(String, Visit)> {
    let visits = records.0.iter().filter_map(|(key, record)| Some((key, VisitKind::of(record)?)));
    visits.map(|(key, journal)| (key.id.clone(), Visit::of(journal))).collect()
}

fn today() -> Date {
    Date::of_moment(NOW, 480).expect("a day")
}

#[test]
fn there_is_each_kind_of_record() {
    for lang in Lang::ALL {
        let cases = cases(&generate(7, 60, lang, NOW, |_| 480, Zone::default()));
        let have = |what: &str, least: usize, holds: &dyn Fn(&Case) -> bool| {
            let found = cases.iter().filter(|case| holds(case)).count();
            assert!(found >= least, "{lang:?}: {found} cases with {what}");
        };
        have("needs", 5, &|case| !case.text(CaseText::LatentNeeds).is_empty());
        have("something that cannot be met", 1, &|case| {
            case.expectations().iter().any(|(_, it)| it.verdict == Some(ExpectationVerdict::Cannot))
        });
        have("options", 5, &|case| case.solutions().len() == 2);
        have("a choice still to be made", 1, &|case| {
            case.status() == Status::Open && !case.solutions().is_empty() && case.chosen().is_none()
        });
        have("an agreement", 3, &|case| {
            !case.text(CaseText::Scope).is_empty() && case.day(CaseDay::AgreedEnd).is_some()
        });
        have("a deposit paid and a rest to pay", 1, &|case| {
            let account = case.account().expect("it adds up");
            account.is_some_and(|it| it.terms.len() == 2 && it.paid.minor() > 0 && it.outstanding.minor() > 0)
        });
        have("an answer to the survey", 2, &|case| case.survey_answers().next().is_some());
        have("a low score that waits", 1, &|case| !case.open_low_answers().is_empty());
        have("everything paid", 3, &|case| {
            let account = case.account().expect("it adds up");
            account.is_some_and(|it| it.paid.minor() > 0 && it.outstanding.minor() == 0)
        });
        have("a work order taken on", 5, &|case| {
            case.papers_of(PaperKind::WorkOrder).len() == 1 && !case.text(CaseText::Materials).is_empty()
        });
        have("progress", 2, &|case| case.progress_reports().next().is_some());
        have("trouble", 1, &|case| case.troubles().next().is_some());
        have("somebody with more authority", 1, &|case| case.escalations().next().is_some());
        have("a change agreed", 1, &|case| {
            case.change_requests().iter().any(|(_, change)| change.state == ChangeState::Confirmed)
        });
        have("a second round of tests", 1, &|case| {
            case.tests().iter().any(|(_, test)| test.round == 2 && test.result == Some(TestResult::Pass))
        });
        have("something to correct", 1, &|case| !case.corrections().is_empty());
        have("acceptance and free maintenance", 5, &|case| {
            case.acceptances().next().is_some()
                && case.day(CaseDay::MaintenanceEnd).is_some_and(|end| end > today())
        });
        let papers: BTreeSet<PaperKind> = cases
            .iter()
            .flat_map(|case| case.papers().map(|held| held.value.document.paper).collect::<Vec<_>>())
            .collect();
        for kind in [
            PaperKind::IntakeReceipt,
            PaperKind::Quote,
            PaperKind::Agreement,
            PaperKind::WorkOrder,
            PaperKind::MissedVisit,
            PaperKind::ProgressReport,
            PaperKind::ChangeRequest,
            PaperKind::AcceptanceReport,
            PaperKind::FeeStatement,
            PaperKind::ThankYou,
        ] {
            assert!(papers.contains(&kind), "{lang:?}: no {kind:?}");
        }
        let issued = cases
            .iter()
            .flat_map(|case| case.papers().map(|held| held.value.is_genuine()).collect::<Vec<_>>());
        assert!(issued.clone().count() > 50 && issued.into_iter().all(|genuine| genuine), "{lang:?}");
        assert!(cases.iter().filter_map(Case::currency).all(|currency| currency == Currency::usual(lang)));
    }
}

/// At whatever hour of the week somebody looks around, the calendar is alive and makes sense.
#[test]
fn visits_are_where_they_belong() {
    for hours in (0..7 * 24).step_by(13) {
        let now = NOW + hours * HOUR;
        let visits = visits(&generate(7, 60, Lang::ZhCn, now, |_| 480, Zone::default()));
        let today = Date::of_moment(now, 480).expect("a day");
        let near =
            |visit: &Visit| visit.when().is_some_and(|when| when.start().date().days_since(today).abs() <= 6);
        let near: Vec<_> = visits.iter().filter(|(_, visit)| near(visit)).collect();
        let count = |state| near.iter().filter(|(_, visit)| visit.state() == state).count();
        assert!(near.len() >= 7, "{hours} h: {} visits near today", near.len());
        assert!(count(VisitState::Planned) >= 4, "{hours} h");
        let past = |state| visits.iter().any(|(_, visit)| visit.state() == state);
        assert!(past(VisitState::Done) && past(VisitState::Missed), "{hours} h: none was made or missed");
        for (id, visit) in &visits {
            let when = visit.when().expect("a time");
            let local = LocalTime::of_moment(now, 480).expect("now");
            let today = |time: LocalTime| time.date() == today;
            let stands = match visit.state() {
                VisitState::Planned => when.start() >= local,
                VisitState::UnderWay => today(when.start()) && when.start() <= local,
                _ => when.start() <= local || visit.state() == VisitState::Cancelled,
            };
            assert!(stands, "{hours} h: {id} is {:?} at {when:?}", visit.state());
            assert!(visit.staff().is_some_and(|staff| staff.len() == 1), "{id}");
            assert!(visit.purpose().is_some_and(|purpose| !purpose.is_empty()), "{id}");
            assert!(when.start().date().weekday() < 6, "{id} is on a Sunday");
        }
        let slots: Vec<_> = visits
            .iter()
            .filter_map(|(id, visit)| visit.slot(&casebook::domain::id::VisitId::parse(id)?))
            .collect();
        assert_eq!(clashes(&slots).len(), 1, "{hours} h");
    }
}

#[test]
fn whoever_was_missed_is_visited_again() {
    let records = generate(7, 60, Lang::En, NOW, |_| 480, Zone::default());
    let all = visits(&records);
    let missed: Vec<_> = all.iter().filter(|(_, visit)| visit.state() == VisitState::Missed).collect();
    assert!(!missed.is_empty());
    for (id, visit) in missed {
        let again = all.iter().any(|(_, other)| other.case() == visit.case() && other.when() > visit.when());
        assert!(again, "{id} was not booked again");
        assert!(visit.step().is_some_and(|step| !step.reason.is_empty()), "{id}");
    }
}

#[test]
fn nothing_is_in_conflict_and_a_file_brings_all_of_it() {
    for (lang, now) in Lang::ALL.into_iter().zip([NOW, NOW + 2 * DAY, NOW + 4 * DAY]) {
        let records = generate(7, 60, lang, now, |_| 480, Zone::default());
        for case in cases(&records) {
            assert!(case.fields.conflicts().is_empty(), "{:?}", case.number());
        }
        for (id, visit) in visits(&records) {
            assert!(visit.fields.conflicts().is_empty(), "{id}");
        }
        let exported =
            Exported { at: "2026-11-18T07:10:00Z".into(), device: "sample".into(), app: "0.1.0".into() };
        let archive = read(&write(&records, &exported)).expect("it is read again");
        assert!(archive.problems.is_empty(), "{:?}", archive.problems);
        assert!(archive.records == records, "{lang:?}");
    }
}

#[test]
fn a_large_shop_is_large_by_its_cases() {
    let records = generate(7, 400, Lang::ZhCn, NOW, |_| 480, Zone::default());
    let told = cases(&records).iter().filter(|case| case.papers().next().is_some()).count();
    assert!((30..=60).contains(&told), "{told}");
    assert!(visits(&records).len() <= 60);
    let count = |records: &Records| records.0.keys().filter(|key| key.kind == RecordKind::Case).count();
    assert_eq!(count(&records), 400);
}
