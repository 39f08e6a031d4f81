use crate::domain::acceptance::AcceptanceVerdict;
use crate::domain::case::{Case, CaseDay, CasePart, CaseText};
use crate::domain::complaint::{ComplaintStep, ComplaintVerdict};
use crate::domain::date::Date;
use crate::domain::execution::ChangeState;
use crate::domain::lang::Lang;
use crate::domain::local_time::LocalTime;
use crate::domain::money::Money;
use crate::domain::survey::Rating;
use crate::domain::visit::VisitState;
use crate::i18n::money::money;
use crate::i18n::when::{Zone, date_at};
use crate::i18n::{Named, Texts, texts};
use crate::search::summary::VisitSummary;

/// The visits of a case, which are records of their own.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct VisitFacts {
    /// How many there are, those that were called off too.
    pub all: usize,
    /// How many were agreed and not called off.
    pub agreed: usize,
    /// When the next one starts.
    pub next: Option<LocalTime>,
}

impl VisitFacts {
    /// The visits of a case, in the order they start, at a moment.
    #[must_use]
    pub fn of(visits: &[&VisitSummary], now: Option<LocalTime>) -> Self {
        let ahead = |visit: &&&VisitSummary| visit.state().is_ahead();
        let windows = visits.iter().filter(ahead).filter_map(|visit| visit.when());
        let next = windows.filter(|window| now.is_none_or(|now| window.end() > now)).map(|w| w.start());
        Self {
            all: visits.len(),
            agreed: visits.iter().filter(|visit| visit.state() != VisitState::Cancelled).count(),
            next: next.min(),
        }
    }
}

/// What there is in a part of a case, in short.
#[derive(Clone, PartialEq, Debug)]
pub enum Fact {
    /// Something was written down.
    Noted,
    /// So many expectations.
    Expectations(usize),
    /// So many options, and whether one was chosen.
    Options(usize, bool),
    /// The days of the agreement.
    Agreed(Option<Date>, Option<Date>),
    /// So many parts were replaced.
    Replaced(usize),
    /// The visits.
    Visits(VisitFacts),
    /// So many changes wait for a decision.
    ChangesOpen(usize),
    /// So many troubles.
    Troubles(usize),
    /// So many progress reports.
    Reports(usize),
    /// What the customer said to the result, and when, in milliseconds since 1970.
    Verdict(AcceptanceVerdict, u64),
    /// So many tests failed.
    Failed(usize),
    /// So many tests.
    Tests(usize),
    /// What was paid of what.
    Paid(Money, Money),
    /// So many follow-ups, and the day of the next one that is not done.
    FollowUps(usize, Option<Date>),
    /// What is next with the complaint.
    Complaint(ComplaintStep),
    /// The complaint is settled, and what the customer said.
    ComplaintSettled(Option<ComplaintVerdict>),
    /// So many improvements.
    Improvements(usize),
    /// So many answers to the survey, the last score overall, and whether a low one waits to be
    /// looked at.
    Surveys(usize, Option<Rating>, bool),
    /// So many photos and files.
    Photos(usize),
}

impl Fact {
    /// What there is in a part; nothing when it is empty.
    #[must_use]
    pub fn of(part: CasePart, case: &Case, visits: &VisitFacts) -> Option<Self> {
        match part {
            CasePart::Needs => needs(case),
            CasePart::Options => {
                let options = case.solutions().len();
                (options > 0).then(|| Self::Options(options, case.chosen().is_some()))
            }
            CasePart::Agreement => agreement(case),
            CasePart::Thing => thing(case),
            CasePart::Visits => (visits.all > 0).then(|| Self::Visits(visits.clone())),
            CasePart::Work => work(case),
            CasePart::Acceptance => acceptance(case),
            CasePart::Payments => payments(case),
            CasePart::Complaint => case.has_complaint().then(|| {
                let verdict = case.complaints_judged().last().map(|held| held.value.verdict);
                ComplaintStep::next(case).map_or(Self::ComplaintSettled(verdict), Self::Complaint)
            }),
            CasePart::Care => {
                let all = case.follow_ups().len();
                (all > 0).then(|| Self::FollowUps(all, case.next_follow_up()))
            }
            CasePart::Improvements => match case.improvements().len() {
                0 => None,
                all => Some(Self::Improvements(all)),
            },
            CasePart::Survey => {
                let answers: Vec<_> = case.survey_answers().map(|held| held.value.overall).collect();
                let overall = answers.iter().rev().find_map(|overall| *overall);
                let low = !case.open_low_answers().is_empty();
                (!answers.is_empty()).then_some(Self::Surveys(answers.len(), overall, low))
            }
            CasePart::Blueprint => None,
            CasePart::Photos => match case.photos().len() {
                0 => None,
                photos => Some(Self::Photos(photos)),
            },
        }
    }
}

fn says(case: &Case, texts: &[CaseText]) -> bool {
    texts.iter().any(|text| !case.text(*text).is_empty())
}

fn thing(case: &Case) -> Option<Fact> {
    match case.replaced_parts().len() {
        0 => says(case, &CaseText::ARRIVAL).then_some(Fact::Noted),
        parts => Some(Fact::Replaced(parts)),
    }
}

fn needs(case: &Case) -> Option<Fact> {
    let expectations = case.expectations().len();
    if expectations > 0 {
        return Some(Fact::Expectations(expectations));
    }
    let judged = case.needs_method().is_some() || case.extent().is_some();
    (judged || says(case, &CaseText::NEEDS) || says(case, &CaseText::SWOT)).then_some(Fact::Noted)
}

fn agreement(case: &Case) -> Option<Fact> {
    let [from, until] = [CaseDay::AgreedStart, CaseDay::AgreedEnd].map(|day| case.day(day));
    if from.is_some() || until.is_some() {
        return Some(Fact::Agreed(from, until));
    }
    says(case, &CaseText::AGREEMENT).then_some(Fact::Noted)
}

fn work(case: &Case) -> Option<Fact> {
    let changes = case.change_requests();
    let open = changes.iter().filter(|(_, change)| change.state == ChangeState::Proposed).count();
    let (troubles, reports) = (case.troubles().count(), case.progress_reports().count());
    if open > 0 {
        return Some(Fact::ChangesOpen(open));
    }
    if troubles > 0 {
        return Some(Fact::Troubles(troubles));
    }
    if reports > 0 {
        return Some(Fact::Reports(reports));
    }
    let noted = !changes.is_empty()
        || case.escalations().next().is_some()
        || case.interims().next().is_some()
        || case.work_order_receipts().next().is_some()
        || says(case, &CaseText::WORK_ORDER);
    noted.then_some(Fact::Noted)
}

fn acceptance(case: &Case) -> Option<Fact> {
    if let Some(held) = case.acceptances().last() {
        return Some(Fact::Verdict(held.value.verdict, held.stamp.millis));
    }
    let (failed, tests) = (case.failed_tests().len(), case.tests().len());
    if failed > 0 {
        return Some(Fact::Failed(failed));
    }
    if tests > 0 {
        return Some(Fact::Tests(tests));
    }
    let noted = !case.corrections().is_empty()
        || !case.handovers().is_empty()
        || case.day(CaseDay::MaintenanceEnd).is_some();
    noted.then_some(Fact::Noted)
}

fn payments(case: &Case) -> Option<Fact> {
    let used = case.payments().next().is_some() || !case.payment_terms().is_empty();
    used.then(|| match case.account() {
        Ok(Some(account)) => Fact::Paid(account.paid, account.agreed),
        // The page itself says what is wrong with the sums.
        Ok(None) | Err(_) => Fact::Noted,
    })
}

/// A fact in words, as it is said at a moment.
#[must_use]
pub fn fact_words(lang: Lang, fact: &Fact, now: u64, zone: Zone) -> String {
    let t = texts(lang);
    let o = t.overview();
    let today = Date::of_moment(now, zone(now));
    let day = |day: Date| date_at(t, today.unwrap_or(day), day);
    let count = |count: usize, one: &'static str, many: &dyn Fn(&usize) -> String| match count {
        1 => one.to_owned(),
        count => many(&count),
    };
    match fact {
        Fact::Noted => o.noted.to_owned(),
        Fact::Expectations(all) => count(*all, o.expectation_one, &|all| o.expectations(all)),
        Fact::Options(all, chosen) => {
            let options = count(*all, o.option_one, &|all| o.options(all));
            if *chosen { o.options_chosen(&options) } else { options }
        }
        Fact::Agreed(None, None) => o.noted.to_owned(),
        Fact::Agreed(Some(from), None) => o.agreed_from(&day(*from)),
        Fact::Agreed(None, Some(until)) => o.agreed_until(&day(*until)),
        Fact::Agreed(Some(from), Some(until)) => o.agreed_term(&day(*from), &day(*until)),
        Fact::Replaced(all) => count(*all, t.asset().part_one, &|all| t.asset().parts(all)),
        Fact::Visits(visits) => visit_words(t, visits, &day),
        Fact::ChangesOpen(all) => count(*all, o.change_one, &|all| o.changes(all)),
        Fact::Troubles(all) => count(*all, o.trouble_one, &|all| o.troubles(all)),
        Fact::Reports(all) => count(*all, o.report_one, &|all| o.reports(all)),
        Fact::Verdict(verdict, at) => {
            let on = Date::of_moment(*at, zone(*at)).map(day).unwrap_or_default();
            match verdict {
                AcceptanceVerdict::Accepted => o.accepted(&on),
                AcceptanceVerdict::WithCorrections => o.accepted_with(&on),
                AcceptanceVerdict::Refused => o.refused(&on),
            }
        }
        Fact::Complaint(step) => t.complaint().fact_next(&step.name(t)),
        Fact::ComplaintSettled(None) => t.complaint().fact_settled.to_owned(),
        Fact::ComplaintSettled(Some(verdict)) => t.complaint().fact_verdict(&verdict.name(t)),
        Fact::Improvements(all) => count(*all, t.improvement().fact_one, &|all| t.improvement().fact(all)),
        Fact::Photos(all) => count(*all, t.photos().one, &|all| t.photos().several(all)),
        Fact::Failed(all) => count(*all, o.failed_one, &|all| o.failed(all)),
        Fact::Tests(all) => count(*all, o.test_one, &|all| o.tests(all)),
        Fact::FollowUps(_, Some(next)) => t.care().fact_next(&day(*next)),
        Fact::FollowUps(all, None) => count(*all, t.care().fact_done_one, &|all| t.care().fact_done(all)),
        Fact::Surveys(all, overall, low) => {
            let answers = count(*all, t.survey().fact_one, &|all| t.survey().fact_many(all));
            let words = overall.map(|mark| t.survey().fact_overall(&answers, &mark.get())).unwrap_or(answers);
            if *low { t.survey().fact_low(&words) } else { words }
        }
        Fact::Paid(paid, agreed) if paid.minor() == 0 => o.paid_none(&money(lang, *agreed)),
        Fact::Paid(paid, agreed) if paid.minor() >= agreed.minor() => o.paid_all(&money(lang, *paid)),
        Fact::Paid(paid, agreed) => o.paid(&money(lang, *paid), &money(lang, *agreed)),
    }
}

fn visit_words(t: &'static Texts, visits: &VisitFacts, day: &dyn Fn(Date) -> String) -> String {
    let o = t.overview();
    let agreed = match visits.agreed {
        0 => return o.visits_off.to_owned(),
        1 => o.visit_one.to_owned(),
        many => o.visits(&many),
    };
    match visits.next {
        Some(next) => o.visits_next(&agreed, &day(next.date()), &next.time()),
        None => agreed,
    }
}
