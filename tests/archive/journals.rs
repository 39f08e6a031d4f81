//! Random shops: three to five devices that write, undo, exchange and contradict each other.

#[path = "care.rs"]
mod care;
#[path = "complaints.rs"]
mod complaints;
#[path = "definitions.rs"]
mod definitions;
#[path = "improvements.rs"]
mod improvements;
#[path = "jobs.rs"]
mod jobs;
#[path = "papers.rs"]
mod papers;
#[path = "promises.rs"]
mod promises;
#[path = "visits.rs"]
mod visits;
#[path = "worked.rs"]
mod worked;

use casebook::domain::asset::{AssetField, AssetKind};
use casebook::domain::case::{
    CaseEvent, CaseField, CaseKind, Channel, Evidence, Mark, StageMove, Status, Urgency,
};
use casebook::domain::custom_process::{CustomProcessField, CustomProcessKind};
use casebook::domain::customer::{ContactPoint, ContactWay, CustomerField, CustomerKind, Detail, Person};
use casebook::domain::date::Date;
use casebook::domain::hours::Hours;
use casebook::domain::id::{
    AssetId, CaseId, ChangeId, ClauseId, ContactId, CustomerId, LetterId, ParameterId, PersonId, ProcessId,
    SectionId, StaffId, StageId, TaskId,
};
use casebook::domain::importance::Importance;
use casebook::domain::improvement::{ImprovementEvent, ImprovementField, ImprovementKind};
use casebook::domain::lang::Lang;
use casebook::domain::letter::{LetterEvent, LetterField, LetterKind, OwnClause, Purpose};
use casebook::domain::money::Currency;
use casebook::domain::phone::Phone;
use casebook::domain::process::{ProcessRef, Role};
use casebook::domain::record::{Known, Record, RecordKey, RecordKind, Records};
use casebook::domain::shop::{Logo, ShopField, ShopKind};
use casebook::domain::staff::{StaffField, StaffKind};
use casebook::domain::visit::{VisitField, VisitKind};
use casebook::journal::{
    AuthorId, Change, Clock, DeviceId, Entry, Field, Folded, Journal, Opaque, SessionId, Writer,
};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

/// What a person does, wherever.
#[derive(Clone, Debug)]
pub(crate) enum Said {
    Shop(ShopField),
    Staff(StaffField),
    Customer(CustomerField),
    Asset(AssetField),
    Case(CaseField),
    CaseEvent(CaseEvent),
    Letter(LetterField),
    LetterEvent(LetterEvent),
    Visit(VisitField),
    Improvement(ImprovementField),
    ImprovementEvent(ImprovementEvent),
    Process(CustomProcessField),
    /// A case's change that only a newer version understands.
    NewerChange(String),
    /// A record that only a newer version understands.
    NewerRecord(String),
}

/// A step of the story.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// A device writes to the record with this number.
    Say(usize, usize, Said),
    /// A device undoes an entry of a case.
    Undo(usize, usize, usize),
    /// A device takes in all that another has.
    Exchange(usize, usize),
}

/// What each device holds at the end.
pub(crate) fn shops() -> impl Strategy<Value = Vec<Records>> {
    (3..=5_usize).prop_flat_map(|devices| {
        prop::collection::vec(step(devices), 1..40).prop_map(move |steps| play(devices, steps))
    })
}

/// Both together.
#[allow(dead_code, reason = "not every test that draws shops merges them")]
pub(crate) fn union(mut one: Records, other: Records) -> Records {
    one.merge(other);
    one
}

fn step(devices: usize) -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..devices, 0..2_usize, said()).prop_map(|(device, record, said)| Step::Say(device, record, said)),
        1 => (0..devices, 0..2_usize, 0..8_usize).prop_map(|(device, record, nth)| Step::Undo(device, record, nth)),
        2 => (0..devices, 0..devices).prop_map(|(to, from)| Step::Exchange(to, from)),
    ]
}

/// The last device is a copy of the first one's profile: they make the same stamps. Time
/// stands still for some steps, so that stamps of all devices lie close.
fn play(devices: usize, steps: Vec<Step>) -> Vec<Records> {
    let mut shops = vec![Records::default(); devices];
    let mut clocks: Vec<Clock> = (0..devices)
        .map(|device| (device % (devices - 1)) as u128)
        .map(|bits| Writer { device: DeviceId::from_random(bits), session: SessionId::from_random(bits) })
        .map(Clock::new)
        .collect();
    for (at, step) in steps.into_iter().enumerate() {
        let now = 1_795_291_200_000 + at as u64 / 8;
        match step {
            Step::Say(device, record, said) => {
                say(&mut shops[device], &mut clocks[device], now, record, said);
            }
            Step::Undo(device, record, nth) => {
                let case = shops[device].journal::<CaseKind>(format!("r{record}"));
                if let Some(entry) = case.iter().nth(nth) {
                    let undo = Change::Undo(entry.stamp.clone());
                    add::<CaseKind>(&mut shops[device], &mut clocks[device], now, record, undo);
                }
            }
            Step::Exchange(to, from) => {
                let records = shops[from].clone();
                let stamps = records.0.values().filter_map(Record::last_stamp);
                stamps.for_each(|stamp| clocks[to].observe(stamp, now));
                shops[to].merge(records);
            }
        }
    }
    shops
}

fn say(shop: &mut Records, clock: &mut Clock, now: u64, record: usize, said: Said) {
    match said {
        Said::Shop(field) => set::<ShopKind>(shop, clock, now, record, field),
        Said::Staff(field) => set::<StaffKind>(shop, clock, now, record, field),
        Said::Customer(field) => set::<CustomerKind>(shop, clock, now, record, field),
        Said::Asset(field) => set::<AssetKind>(shop, clock, now, record, field),
        Said::Case(field) => set::<CaseKind>(shop, clock, now, record, field),
        Said::Letter(field) => set::<LetterKind>(shop, clock, now, record, field),
        Said::Visit(field) => set::<VisitKind>(shop, clock, now, record, field),
        Said::Improvement(field) => set::<ImprovementKind>(shop, clock, now, record, field),
        Said::ImprovementEvent(event) => {
            add::<ImprovementKind>(shop, clock, now, record, Change::Event(event));
        }
        Said::Process(field) => set::<CustomProcessKind>(shop, clock, now, record, field),
        Said::CaseEvent(event) => add::<CaseKind>(shop, clock, now, record, Change::Event(event)),
        Said::LetterEvent(event) => add::<LetterKind>(shop, clock, now, record, Change::Event(event)),
        Said::NewerChange(text) => add::<CaseKind>(shop, clock, now, record, Change::Unknown(text)),
        Said::NewerRecord(text) => {
            let entry = Entry { stamp: clock.tick(now), author: None, changes: vec![Change::Unknown(text)] };
            let key = RecordKey::new(RecordKind::Unknown("weather".to_owned()), format!("r{record}"));
            let journal = Record::Unknown(Journal::<Opaque>::from([entry]));
            shop.merge(Records(BTreeMap::from([(key, journal)])));
        }
    }
}

fn set<K: Known>(shop: &mut Records, clock: &mut Clock, now: u64, record: usize, field: K::Field) {
    let folded = Folded::<K>::of(&shop.journal::<K>(format!("r{record}")));
    let replaces = folded.fields.heads(&field.key());
    add::<K>(shop, clock, now, record, Change::Set { field, replaces });
}

fn add<K: Known>(
    shop: &mut Records,
    clock: &mut Clock,
    now: u64,
    record: usize,
    change: Change<K::Field, K::Event>,
) {
    let stamp = clock.tick(now);
    let author = AuthorId::parse("lee").filter(|_| stamp.counter.is_multiple_of(2));
    shop.add::<K>(format!("r{record}"), Entry { stamp, author, changes: vec![change] });
}

/// Something, often the same.
fn said() -> impl Strategy<Value = Said> {
    prop_oneof![
        2 => shop_field().prop_map(Said::Shop),
        2 => staff_field().prop_map(Said::Staff),
        3 => customer_field().prop_map(Said::Customer),
        2 => asset_field().prop_map(Said::Asset),
        8 => case_field().prop_map(Said::Case),
        3 => case_event().prop_map(Said::CaseEvent),
        5 => letter_field().prop_map(Said::Letter),
        2 => letter_event().prop_map(Said::LetterEvent),
        3 => visits::visit_field().prop_map(Said::Visit),
        4 => improvements::improvement_field().prop_map(Said::Improvement),
        1 => improvements::improvement_event().prop_map(Said::ImprovementEvent),
        2 => definitions::process_field().prop_map(Said::Process),
        1 => newer().prop_map(Said::NewerChange),
        1 => newer().prop_map(Said::NewerRecord),
    ]
}

/// Canonical JSON that this version does not know.
fn newer() -> impl Strategy<Value = String> {
    select(vec![
        r#"{"set":"colour","to":"#.to_owned() + r#""red"}"#,
        r#"{"event":"photo_taken","photo":{"bytes":[1,-2,9007199254740993],"wide":true}}"#.to_owned(),
        r#"{"":null,"\n\"":{}}"#.to_owned(),
        r#"{"set":"channel","to":"hologram"}"#.to_owned(),
        r#"{"event":"opened","mood":"glad"}"#.to_owned(),
    ])
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-c王 ]{0,3}",
        1 => any::<String>(),
        1 => Just("<script>alert('x')</script>\u{0}\u{7}\u{2028}\"\\\n".to_owned()),
    ]
}

/// One of a few ids.
fn id<T>(parse: fn(&str) -> Option<T>) -> impl Strategy<Value = T>
where
    T: Clone + std::fmt::Debug + 'static,
{
    select(["a", "B-2", "c_3"].into_iter().filter_map(parse).collect::<Vec<_>>())
}

fn phone() -> impl Strategy<Value = Option<Phone>> {
    select(vec![None, Phone::parse("138 0000 1234").ok(), Phone::parse("（０２）2345-6789#12").ok()])
}

fn date() -> impl Strategy<Value = Date> {
    select(["1900-01-01", "2026-11-21", "2199-12-31"].into_iter().filter_map(Date::parse).collect::<Vec<_>>())
}

fn shop_field() -> impl Strategy<Value = ShopField> {
    let day = |text| Hours::parse_day(text).unwrap_or_default();
    let mut late = Hours::usual();
    late.0[6] = day("22:00-02:00");
    prop_oneof![
        text().prop_map(ShopField::Name),
        phone().prop_map(ShopField::Phone),
        text().prop_map(ShopField::Address),
        select(vec![None, Logo::parse("data:image/png;base64,iVBORw0KGgo=")]).prop_map(ShopField::Logo),
        select(vec![Hours::default(), Hours::usual(), late]).prop_map(ShopField::Hours),
        select(Lang::ALL.to_vec()).prop_map(ShopField::Language),
        select(Currency::ALL.to_vec()).prop_map(ShopField::Currency),
        worked::rate().prop_map(ShopField::TaxRate),
        worked::matrix().prop_map(ShopField::PriorityMatrix),
        any::<bool>().prop_map(ShopField::PricesIncludeTax),
        care::shop_field(),
        promises::shop_field(),
    ]
}

fn staff_field() -> impl Strategy<Value = StaffField> {
    prop_oneof![
        text().prop_map(StaffField::Name),
        select(vec![Role::Operator, Role::Supervisor, Role::Cashier, Role::Member])
            .prop_map(StaffField::Role),
        any::<bool>().prop_map(StaffField::Active),
    ]
}

fn customer_field() -> impl Strategy<Value = CustomerField> {
    prop_oneof![
        text().prop_map(CustomerField::Name),
        phone().prop_map(CustomerField::Phone),
        text().prop_map(CustomerField::Email),
        text().prop_map(CustomerField::Address),
        prop::option::of(select(Channel::ALL.to_vec())).prop_map(CustomerField::Preferred),
        text().prop_map(CustomerField::Note),
        prop::option::of(select(Importance::ALL.to_vec())).prop_map(CustomerField::Importance),
        (text(), any::<bool>()).prop_map(|(tag, borne)| CustomerField::Tag(tag, borne)),
        (id(ContactId::parse), prop::option::of(contact_point()))
            .prop_map(|(id, contact)| { CustomerField::Contact(id, contact.map(Box::new)) }),
        (id(PersonId::parse), prop::option::of(person()))
            .prop_map(|(id, person)| CustomerField::Person(id, person.map(Box::new))),
        (id(CustomerId::parse), any::<bool>()).prop_map(|(id, same)| CustomerField::SameAs(id, same)),
        (select(Detail::ALL.to_vec()), id(CustomerId::parse))
            .prop_map(|(detail, id)| CustomerField::Shown(detail, id)),
    ]
}

fn contact_point() -> impl Strategy<Value = ContactPoint> {
    (select(ContactWay::ALL.to_vec()), text(), text(), any::<bool>())
        .prop_map(|(way, value, label, preferred)| ContactPoint { way, value, label, preferred })
}

fn person() -> impl Strategy<Value = Person> {
    (text(), text(), phone()).prop_map(|(name, role, phone)| Person { name, role, phone })
}

fn asset_field() -> impl Strategy<Value = AssetField> {
    prop_oneof![
        id(CustomerId::parse).prop_map(AssetField::Owner),
        text().prop_map(AssetField::Label),
        text().prop_map(AssetField::Brand),
        text().prop_map(AssetField::Model),
        text().prop_map(AssetField::Serial),
    ]
}

fn case_field() -> impl Strategy<Value = CaseField> {
    prop_oneof![
        (id(ProcessId::parse), 1..4_u32)
            .prop_map(|(id, version)| CaseField::Process(ProcessRef { id, version })),
        text().prop_map(CaseField::Number),
        id(CustomerId::parse).prop_map(CaseField::Customer),
        prop::option::of(id(AssetId::parse)).prop_map(CaseField::Asset),
        select(Channel::ALL.to_vec()).prop_map(CaseField::Channel),
        text().prop_map(CaseField::Description),
        select(Urgency::ALL.to_vec()).prop_map(CaseField::Urgency),
        prop::option::of(id(StaffId::parse)).prop_map(CaseField::Assignee),
        text().prop_map(CaseField::Told),
        (id(StageId::parse), text()).prop_map(|(to, reason)| CaseField::Stage(StageMove { to, reason })),
        (id(TaskId::parse), mark()).prop_map(|(task, mark)| CaseField::Task(task, mark)),
        (id(ChangeId::parse), id(TaskId::parse), mark())
            .prop_map(|(change, task, mark)| CaseField::ChangeTask(change, task, mark)),
        select(vec![Status::Open, Status::Closed, Status::Withdrawn]).prop_map(CaseField::Status),
        worked::case_field(),
        complaints::case_field(),
        care::case_field(),
    ]
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        Just(Mark::Open),
        Just(Mark::Done(Evidence::Tick)),
        text().prop_map(|text| Mark::Done(Evidence::Text(text))),
        "-?[0-9]{1,9}(\\.[0-9]{1,5})?".prop_map(|number| Mark::Done(Evidence::Number(number))),
        date().prop_map(|date| Mark::Done(Evidence::Date(date))),
        text().prop_map(|choice| Mark::Done(Evidence::Choice(choice))),
    ]
}

fn case_event() -> impl Strategy<Value = CaseEvent> {
    prop_oneof![
        Just(CaseEvent::Opened),
        text().prop_map(CaseEvent::Note),
        papers::issued().prop_map(CaseEvent::PaperIssued),
        (id(LetterId::parse), text(), any::<u32>())
            .prop_map(|(letter, number, revision)| { CaseEvent::LetterIssued { letter, number, revision } }),
        worked::case_event(),
        complaints::case_event(),
        care::case_event(),
        promises::case_event(),
        improvements::case_event(),
    ]
}

fn letter_field() -> impl Strategy<Value = LetterField> {
    let own = (id(SectionId::parse), text()).prop_map(|(section, text)| OwnClause { section, text });
    prop_oneof![
        select(Lang::ALL.to_vec()).prop_map(LetterField::Lang),
        text().prop_map(LetterField::Addressee),
        text().prop_map(LetterField::Opening),
        (id(ClauseId::parse), any::<bool>()).prop_map(|(clause, on)| LetterField::Clause(clause, on)),
        (id(ClauseId::parse), id(ParameterId::parse), text())
            .prop_map(|(clause, parameter, text)| LetterField::Parameter(clause, parameter, text)),
        (id(ClauseId::parse), prop::option::of(own)).prop_map(|(clause, own)| LetterField::Own(clause, own)),
        prop::option::of(date()).prop_map(LetterField::From),
        prop::option::of(date()).prop_map(LetterField::Until),
        text().prop_map(LetterField::Signatory),
        promises::letter_field(),
    ]
}

fn letter_event() -> impl Strategy<Value = LetterEvent> {
    let purpose =
        prop_oneof![Just(Purpose::Standing), promises::purpose(), id(CaseId::parse).prop_map(Purpose::Case)];
    prop_oneof![
        (purpose, prop::option::of(id(LetterId::parse)))
            .prop_map(|(purpose, revises)| LetterEvent::Drafted { purpose, revises }),
        papers::issued().prop_map(LetterEvent::Issued),
        Just(LetterEvent::Discarded),
    ]
}
