//! The counter: who comes with what, and how far it is to go.

use super::chance::{below, pick, word};
use super::customers::Customers;
use super::diary::{DAY, Diary};
use crate::app::command::Request;
use crate::catalog::{Matter, processes, samples};
use crate::domain::case::{Channel, Urgency};
use crate::domain::id::{CaseId, CustomerId};
use crate::domain::lang::Lang;
use crate::domain::process::Process;
use crate::i18n::texts;
use fastrand::Rng;
use std::collections::BTreeMap;

/// The process of matters that are done while the customer waits.
const QUICK: &str = "P8";
/// The process of visits to customers' homes.
const VISIT: &str = "P10";
/// How many cases are so new that some of them wait for the first answer.
const FRESH: usize = 8;

const AT_HOME: [Channel; 7] = [
    Channel::Phone,
    Channel::Phone,
    Channel::Phone,
    Channel::Chat,
    Channel::Chat,
    Channel::Sms,
    Channel::Social,
];
const ANYWHERE: [Channel; 9] = [
    Channel::WalkIn,
    Channel::WalkIn,
    Channel::WalkIn,
    Channel::Phone,
    Channel::Phone,
    Channel::Chat,
    Channel::Email,
    Channel::Sms,
    Channel::OnSite,
];
const URGENCIES: [Urgency; 10] = [
    Urgency::Normal,
    Urgency::Normal,
    Urgency::Normal,
    Urgency::Normal,
    Urgency::Normal,
    Urgency::Normal,
    Urgency::Low,
    Urgency::High,
    Urgency::High,
    Urgency::Emergency,
];

/// What a case is about, and how far it is to go.
pub(super) struct Plan {
    pub(super) n: usize,
    pub(super) lang: Lang,
    pub(super) process: &'static Process,
    pub(super) matter: &'static Matter,
    pub(super) urgency: Urgency,
    /// What it costs, as it is typed.
    pub(super) fee: String,
    /// Whether the customer waits for the first answer, if there still is time for it.
    pub(super) unanswered: bool,
    /// Whether it is the customer with a letter of their own.
    pub(super) key: bool,
    /// Whether it was left lying long ago.
    pub(super) forgotten: bool,
    pub(super) customer: CustomerId,
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) address: String,
    /// Whether it is done while the customer waits.
    pub(super) quick: bool,
    /// The place of the stage where it stands; one past the last when it is closed.
    pub(super) reach: usize,
    /// Whether the customer takes the request back.
    pub(super) withdrawn: bool,
}

pub(super) struct Desk<'a> {
    lang: Lang,
    /// What the ids begin with.
    prefix: &'a str,
    /// What the case numbers begin with.
    code: String,
    customers: Customers<'a>,
    /// The matters that have not come in this round, so that all come about as often.
    matters: Vec<&'static Matter>,
    /// How many recent cases of each process there were.
    recent: BTreeMap<&'static str, usize>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(lang: Lang, code: String, prefix: &'a str) -> Self {
        let customers = Customers::of(prefix);
        Self { lang, prefix, code, customers, matters: Vec::new(), recent: BTreeMap::new() }
    }

    /// The request that opens the diary, and what is to come of it.
    pub(super) fn next(
        &mut self,
        rng: &mut Rng,
        n: usize,
        cases: usize,
        diary: &Diary,
    ) -> Option<(Request, Plan)> {
        let (matter, process) = self.matter(rng)?;
        let quick = process.at.id.as_str() == QUICK;
        let visit = process.at.id.as_str() == VISIT;
        let channels: &[Channel] = match (quick, visit) {
            (true, _) => &[Channel::WalkIn],
            (_, true) => &AT_HOME,
            _ => &ANYWHERE,
        };
        let urgency = pick(rng, &URGENCIES).copied().unwrap_or(Urgency::Normal);
        let told = if quick { "" } else { self.told(rng, visit) };
        // Some of the last ones still wait for the first answer.
        let unanswered = n + FRESH > cases && n.is_multiple_of(2);
        let told = if unanswered { "" } else { told };
        let recent = self.is_recent(process, diary.left(), quick);
        let reach = self.reach(rng, n, process, recent);
        let (customer, person) = self.customers.visit(rng, self.lang, n % 12 == 10 || n + 2 == cases)?;
        let request = Request {
            case: CaseId::parse(&format!("{}case-{n}", self.prefix))?,
            number: format!("{}-{n:04}", self.code),
            customer,
            asset: person.bring(rng, matter, self.prefix)?,
            channel: *pick(rng, channels)?,
            description: word(rng, &matter.descriptions).to_owned(),
            urgency,
            process: process.at.clone(),
            stage: process.stages.first()?.id.clone(),
            told: told.to_owned(),
            promised: None,
            arose_from: None,
        };
        let unit = if self.lang == Lang::ZhTw { 100 } else { 20 };
        let plan = Plan {
            n,
            lang: self.lang,
            process,
            matter,
            urgency,
            fee: (rng.u32(3..=30) * unit).to_string(),
            unanswered,
            key: person.is_key(),
            forgotten: !recent && reach < process.stages.len(),
            customer: person.id().clone(),
            name: person.name.clone(),
            phone: person.phone.clone(),
            address: person.address.clone(),
            quick,
            reach,
            withdrawn: !recent && n % 13 == 7,
        };
        Some((request, plan))
    }

    fn matter(&mut self, rng: &mut Rng) -> Option<(&'static Matter, &'static Process)> {
        if self.matters.is_empty() {
            self.matters = samples(self.lang).matters.iter().collect();
        }
        let place = below(rng, self.matters.len());
        let matter = (place < self.matters.len()).then(|| self.matters.swap_remove(place))?;
        let process = processes(self.lang).iter().find(|process| process.at.id.as_str() == matter.process)?;
        Some((matter, process))
    }

    fn told(&self, rng: &mut Rng, visit: bool) -> &'static str {
        let t = &texts(self.lang).story();
        let promises = if visit {
            [t.sample_told_visit, t.sample_told_tomorrow, t.sample_told_visit, ""]
        } else {
            [t.sample_told_today, t.sample_told_tomorrow, t.sample_told_quote, ""]
        };
        promises[below(rng, promises.len())]
    }

    /// Whether a case may still be open. Quick ones seldom are, but some must show each stage.
    fn is_recent(&self, process: &Process, age: u64, quick: bool) -> bool {
        let shown = self.recent.get(process.at.id.as_str()).is_some_and(|turn| *turn > process.stages.len());
        age < if quick && shown { 3 } else { 25 } * DAY
    }

    /// How far a case goes: an old one to its end, of the recent ones each to another stage in
    /// turn, so that there are some in all. A few old ones were left lying.
    fn reach(&mut self, rng: &mut Rng, n: usize, process: &'static Process, recent: bool) -> usize {
        let stages = process.stages.len();
        if !recent {
            return if n % 23 == 9 { below(rng, stages) } else { stages };
        }
        let turn = self.recent.entry(process.at.id.as_str()).or_default();
        *turn += 1;
        stages - *turn % (stages + 1)
    }
}
