//! A shop's day in a few words, as the lists see it.

use casebook::app::command::{self, AssetChoice, CustomerChoice, Pen, Request};
use casebook::catalog::default_process;
use casebook::domain::case::{Case, CaseKind, Channel, Progress, Urgency};
use casebook::domain::id::{AssetId, CaseId, CustomerId, ProcessId, StaffId, StageId};
use casebook::domain::lang::Lang;
use casebook::domain::phone::Phone;
use casebook::domain::process::ProcessRef;
use casebook::domain::record::{Known, Records};
use casebook::journal::{Change, DeviceId, SessionId, Stamp, Writer};
use casebook::search::day::Day;
use casebook::search::index::Index;
use casebook::search::summary::Summary;

pub(crate) const HOUR: u64 = 3_600_000;
pub(crate) const DAY: u64 = 24 * HOUR;
/// Saturday 21 November 2026, midnight in Shanghai, where the shop is.
pub(crate) const TODAY: Day =
    Day { began: 1_795_190_400_000, week_began: 1_795_190_400_000 - 5 * DAY, number: 20_778 };
/// That Saturday, ten o'clock.
pub(crate) const NOW: u64 = TODAY.began + 10 * HOUR;

/// What was written down at the counter.
#[derive(Default)]
pub(crate) struct Counter {
    pub(crate) records: Records,
    minutes: u32,
}

/// A request, in the fewest words.
#[derive(Clone)]
pub(crate) struct Ask {
    pub(crate) customer: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) asset: &'static str,
    pub(crate) description: &'static str,
    pub(crate) urgency: Urgency,
    pub(crate) process: &'static str,
    pub(crate) stage: &'static str,
    pub(crate) opened: u64,
}

impl Default for Ask {
    fn default() -> Self {
        Self {
            customer: "王小明",
            phone: "",
            asset: "",
            description: "",
            urgency: Urgency::Normal,
            process: "P1",
            stage: "intake",
            opened: NOW,
        }
    }
}

impl Counter {
    /// A pen of a device that writes at a moment.
    pub(crate) fn pen(&mut self, device: u128, at: u64) -> Pen {
        self.minutes += 1;
        let writer =
            Writer { device: DeviceId::from_random(device), session: SessionId::from_random(device) };
        Pen { stamp: Stamp::new(at, self.minutes, writer), author: None }
    }

    /// Takes a request. The same name is the same customer.
    pub(crate) fn take(&mut self, number: &str, ask: Ask) -> CaseId {
        let pen = self.pen(1, ask.opened);
        let id = CaseId::parse(&format!("case-{number}")).expect("a number is an id");
        let name_id = ask.customer.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
        let customer = CustomerId::parse(&name_id).expect("hexadecimal is an id");
        let known = self.records.0.keys().any(|key| key.id == name_id);
        let request = Request {
            case: id.clone(),
            number: number.to_owned(),
            customer: if known {
                CustomerChoice::Known(customer)
            } else {
                CustomerChoice::New {
                    id: customer,
                    name: ask.customer.to_owned(),
                    phone: Phone::parse(ask.phone).ok(),
                    address: String::new(),
                }
            },
            asset: if ask.asset.is_empty() {
                AssetChoice::None
            } else {
                AssetChoice::New {
                    id: AssetId::parse(&format!("asset-{number}")).expect("a number is an id"),
                    label: ask.asset.to_owned(),
                    brand: String::new(),
                    model: String::new(),
                    serial: String::new(),
                }
            },
            channel: Channel::Phone,
            description: ask.description.to_owned(),
            urgency: ask.urgency,
            process: ProcessRef { id: ProcessId::parse(ask.process).expect("an id"), version: 1 },
            stage: StageId::parse(ask.stage).expect("an id"),
            told: String::new(),
            promised: None,
            arose_from: None,
        };
        self.records.merge(command::take_request(&pen, request));
        id
    }

    pub(crate) fn case(&self, id: &CaseId) -> Case {
        Case::of(&self.records.journal::<CaseKind>(id.as_str()))
    }

    /// Does something to a case at a moment.
    pub(crate) fn act(&mut self, id: &CaseId, at: u64, act: impl Fn(&Pen, &Case) -> Records) {
        let pen = self.pen(1, at);
        let records = act(&pen, &self.case(id));
        self.records.merge(records);
    }

    pub(crate) fn close(&mut self, id: &CaseId, at: u64) {
        let process = default_process(Lang::En).expect("the catalogue has a process");
        self.act(id, at, |pen, case| {
            command::close(pen, id, &Progress::of(case, process), "done").expect("a reason was given")
        });
    }

    pub(crate) fn assign(&mut self, id: &CaseId, staff: &str, at: u64) {
        let staff = StaffId::parse(staff);
        self.act(id, at, |pen, case| command::assign(pen, id, case, staff.clone()));
    }

    /// Sets a field on another device that has not seen what this one says.
    pub(crate) fn elsewhere<K: Known>(&mut self, id: &str, field: K::Field, at: u64) {
        let pen = self.pen(2, at);
        self.records.add::<K>(id, pen.entry(vec![Change::Set { field, replaces: Vec::new() }]));
    }

    /// What the lists see.
    pub(crate) fn index(&self) -> Index {
        let mut index = Index::default();
        self.records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
        index
    }
}

/// The numbers of cases, for the messages of tests.
pub(crate) fn numbers(index: &Index, ids: &[String]) -> Vec<String> {
    ids.iter().filter_map(|id| Some(index.cases.get(id)?.number.clone())).collect()
}
